"""One thing that can be done: its name, its keys, and when it makes sense."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from workstation.replica.rows.contact import ContactHead
    from workstation.replica.rows.reference import AgentRow

Group = Literal["contact", "write", "message", "picture", "go", "desk"]


@dataclass(frozen=True, slots=True)
class Listed:
    """How the list of contacts stands: how many are selected, whether a filter narrows it, and
    whether it is a view that this person may change."""

    marked: int = 0
    narrowed: bool = False
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Situation:
    """What a command looks at to know whether it makes sense."""

    head: "ContactHead | None" = None
    me: "AgentRow | None" = None
    listed: Listed = Listed()

    @property
    def mine(self) -> bool:
        return self.head is not None and self.me is not None and (
            self.head.owner_id == self.me.agent_id
        )  # fmt: skip

    @property
    def leads(self) -> bool:
        return self.me is not None and self.me.role in ("lead", "admin")


When = Callable[[Situation], bool]


def always(_: Situation) -> bool:
    return True


def acts(now: Situation) -> bool:
    return now.head is not None and not now.head.guest


def reads(now: Situation) -> bool:
    return now.head is not None


def still_open(now: Situation) -> bool:
    return acts(now) and now.head is not None and now.head.state != "done"


def free(now: Situation) -> bool:
    return still_open(now) and now.head is not None and now.head.owner_id is None


def owned(now: Situation) -> bool:
    """Somebody's, and this person may give it back."""
    return (
        still_open(now)
        and now.head is not None
        and now.head.owner_id is not None
        and (now.mine or now.leads)
    )


def moves(now: Situation) -> bool:
    return (
        still_open(now)
        and now.head is not None
        and (now.head.owner_id is None or now.mine or now.leads)
    )


def may_answer(now: Situation) -> bool:
    return still_open(now) and now.head is not None and (now.head.owner_id is None or now.mine)


def assigns(now: Situation) -> bool:
    return acts(now) and now.leads


def administers(now: Situation) -> bool:
    return now.me is not None and now.me.role == "admin"


def put_away(now: Situation) -> bool:
    return acts(now) and now.head is not None and now.head.state != "open"


@dataclass(frozen=True, slots=True)
class Command:
    """`keys`: the first is shown. Keys without Ctrl or Alt work while no text is being typed."""

    name: str
    title: str
    group: Group
    keys: tuple[str, ...] = ()
    when: When = always
    icon: str = ""
