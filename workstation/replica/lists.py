"""What a list of the inbox is: which contacts, in which order, under which headings.

Nothing here is imported before the first paint but the standard library: the window knows its list
before it can read one.
"""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal, get_args

from workstation.rules.promise_state import PromiseState

ViewKind = Literal["mine", "team", "snoozed", "done", "all", "saved"]
Order = Literal["promise", "newest", "waiting"]
Grouping = Literal["", "channel", "product_type", "owner", "promise"]

SORTS: Final[dict[str, Order]] = {"due": "promise", "newest": "newest", "waiting": "waiting"}
"""How a saved view names its order, and what it is here."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a list; what is left empty does not matter.

    `owner` is "me", "nobody", "others" or an agent's id; `waiting_minutes` how long the customer
    has waited at least; `tags` any of them; `text` is a search with its operators: each of its
    words must occur in the customer's name or in what was said.
    """

    channels: tuple[str, ...] = ()
    product_type_ids: tuple[str, ...] = ()
    team_ids: tuple[str, ...] = ()
    owner: str = ""
    states: tuple[str, ...] = ()
    promise: PromiseState | Literal[""] = ""
    waiting_minutes: int = 0
    unread: bool = False
    tags: tuple[str, ...] = ()
    text: str = ""

    @property
    def watches_the_clock(self) -> bool:
        """Whether a contact may come in or fall out without anything changing."""
        return bool(self.promise or self.waiting_minutes or ":" in self.text)

    def but(self, **what: Any) -> "Filters":
        """The same with some of it different."""
        return replace(self, **what)

    def as_facts(self) -> dict[str, Any]:
        """As an action takes it: only what narrows."""
        return {
            name: value
            for name in Filters.__slots__
            if (value := getattr(self, name)) != getattr(ANY, name)
        }


ANY: Final = Filters()


def filters_from(facts: Mapping[str, Any]) -> Filters:
    """What was kept of a view; what this desk does not know is passed over."""
    given: dict[str, Any] = {}
    for name in Filters.__slots__:
        value, usual = facts.get(name), getattr(ANY, name)
        if isinstance(usual, tuple) and isinstance(value, list | tuple):
            given[name] = tuple(str(one) for one in value)
        elif value is not None and type(value) is type(usual):
            given[name] = value
    if given.get("promise") not in (None, "", *get_args(PromiseState)):
        del given["promise"]
    return Filters(**given)


@dataclass(frozen=True, slots=True)
class View:
    """A list. `team_id` goes with kind "team", `saved_id` with kind "saved"; `filters` narrow it,
    `grouped` puts its contacts under headings."""

    kind: ViewKind
    team_id: str | None = None
    order: Order = "promise"
    channel: str | None = None
    saved_id: str | None = None
    filters: Filters = ANY
    grouped: Grouping = ""

    @property
    def watches_the_clock(self) -> bool:
        """Whether it may look different though nothing changed."""
        return self.filters.watches_the_clock or self.grouped == "promise"

    @property
    def holds_only_mine(self) -> bool:
        """Whether all of it is this agent's, so that no row needs to say so."""
        return self.kind in ("mine", "snoozed") or self.filters.owner == "me"


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the contacts of a group. `key` says which: a channel, the id of a kind of
    product or of an agent, a state of the promise; "" for those that have none."""

    key: str
    count: int


@dataclass(frozen=True, slots=True)
class InboxIds:
    """Every row of a view, in order, as row numbers of the replica (8 bytes each). A heading has a
    number below zero, always the same for the same heading; `headings` says which it is."""

    view: View
    numbers: "array[int]"
    headings: Mapping[int, Heading] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SavedViewRow:
    """A list that somebody keeps by name. `changes` says whether this person may change it."""

    view_id: str
    name: str
    agent_id: str
    team_id: str | None
    view: View
    position: int
    changes: bool
