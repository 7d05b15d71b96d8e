"""What an action is: data, who may do it, and one function that changes model objects.

How to add one
1. Write one file in this folder: a class that extends `Action`, with its own data as fields,
   `kind` (its name on the wire), `permission`, and `apply`.
2. List it in `actions/__init__.py`.
3. Give each new refusal a sentence in both languages in `wire/refusals.py`.
The contract tests over the registry then hold it to the rules: what the desk previews is what the
server writes, sending it twice counts once, who may not is refused.

`apply` is the only thing that writes. It is given a `World` to find rows in, and the moment; it
never looks at a clock, a screen or a network, and it checks before it changes.
"""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Protocol, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from workstation.models import Agent, Contact, Message, Replicated, new_id
from workstation.models.text import one_line, storable
from workstation.rules.permissions import Permission, has, may_see

Row = TypeVar("Row", bound=Replicated)


def _storable(given: Any) -> Any:
    return storable(given) if isinstance(given, str) else given


Ref = Annotated[
    str, StringConstraints(pattern=r"^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$", max_length=36)
]
"""The id of a row."""
Line = Annotated[str, Field(max_length=200), BeforeValidator(_storable)]
Body = Annotated[str, Field(max_length=2_000_000), BeforeValidator(_storable)]


class Refused(Exception):
    """The shop does not do this, now or for this person. Said to them, never hidden.

    `code` names the sentence in `wire/refusals.py`; `facts` fills it in.
    """

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class World(Protocol):
    """The rows an action may look at: the server's database, or the replica with what waits."""

    def get(self, model: type[Row], row_id: str) -> Row | None:
        """The row, held still until the action is done; None when there is none to see."""
        ...

    def find(self, model: type[Row], **equal: Any) -> list[Row]:
        """The rows with these column values, in the order of their ids."""
        ...

    def add(self, row: Replicated) -> None: ...


@dataclass(frozen=True, kw_only=True)
class Moment:
    """Who does it, where, and when (milliseconds since the epoch)."""

    world: World
    by: Agent
    team_ids: frozenset[str]
    now: int

    def contact(self, contact_id: str) -> Contact:
        """The contact, if this person may act on it."""
        found = self.world.get(Contact, contact_id)
        if found is None or not may_see(self.by, self.team_ids, found):
            raise Refused("contact_not_found")
        return found

    def need(self, model: type[Row], row_id: str) -> Row:
        found = self.world.get(model, row_id)
        if found is None:
            raise Refused("not_found")
        return found

    def name_of(self, agent_id: str) -> str:
        agent = self.world.get(Agent, agent_id)
        return agent.name if agent else "?"

    def record(self, contact: Contact, event_id: str, what: str, **facts: Any) -> None:
        """Write in the transcript what happened, in a form every desk can say in its language."""
        self.world.add(
            Message(
                id=event_id,
                contact_id=contact.id,
                direction="internal",
                kind="event",
                author_id=self.by.id,
                facts={"what": what, **facts},
                at=self.now,
            )
        )


class Action(BaseModel):
    """Something a person does. Fields are its data; ids in it are made by the desk."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    kind: ClassVar[str]
    permission: ClassVar[Permission]
    returns_to_composer: ClassVar[bool] = False
    """Whether its text must be given back to the writer when it is refused."""
    on_record: ClassVar[bool] = True
    """Whether the receipt keeps its data: what somebody typed and did not send is no deed."""

    def apply(self, moment: Moment) -> None:
        """Change the rows, or raise `Refused` before anything is changed."""
        raise AssertionError(f"{type(self).__name__} has no apply")

    def perform(self, moment: Moment) -> None:
        """Check the role, then do it. The same on the desk (a preview) and on the server."""
        if not has(moment.by, self.permission):
            raise Refused("not_allowed")
        self.apply(moment)


class ContactAction(Action):
    """An action on one contact."""

    contact_id: Ref


class RecordedAction(ContactAction):
    """An action on one contact that leaves a line in its transcript."""

    event_id: Ref = Field(default_factory=new_id)


def own(moment: Moment, contact: Contact) -> None:
    """Only the owner answers; who answers what nobody has, takes it. Rule 4: compare and set."""
    if contact.owner_id is None:
        contact.owner_id = moment.by.id
    elif contact.owner_id != moment.by.id:
        raise Refused("owned_by_other", name=moment.name_of(contact.owner_id))


def after_all_said(contact: Contact, now: int) -> int:
    """When something is said that answers what was said before: after it, also where the clock of
    this desk is behind the office's."""
    return max(now, contact.last_at + 1)


def touch(contact: Contact, *, text: str, side: str, at: int) -> None:
    """What the inbox shows of the newest message."""
    if at >= contact.last_at:
        contact.last_at = at
        contact.last_text = one_line(text)
        contact.last_side = side  # type: ignore[assignment]
