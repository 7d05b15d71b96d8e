"""Everything that can be done from the keyboard: a name, keys, and when it makes sense. Data first.

The menus, buttons, tooltips and the search field all read this table. A screen says what happens
with `Commands.handle`; what is not handled anywhere cannot be chosen.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from workstation.replica.rows import AgentRow, ContactHead
from workstation.ui.words import QT_TRANSLATE_NOOP

Group = Literal["contact", "write", "go", "desk"]


@dataclass(frozen=True, slots=True)
class Situation:
    """What a command looks at to know whether it makes sense."""

    head: ContactHead | None = None
    me: AgentRow | None = None

    @property
    def mine(self) -> bool:
        return self.head is not None and self.me is not None and (
            self.head.owner_id == self.me.agent_id
        )  # fmt: skip

    @property
    def leads(self) -> bool:
        return self.me is not None and self.me.role in ("lead", "admin")


When = Callable[[Situation], bool]


def _always(_: Situation) -> bool:
    return True


def _acts(now: Situation) -> bool:
    return now.head is not None and not now.head.guest


def _reads(now: Situation) -> bool:
    return now.head is not None


def _open(now: Situation) -> bool:
    return _acts(now) and now.head is not None and now.head.state != "done"


def _free(now: Situation) -> bool:
    return _open(now) and now.head is not None and now.head.owner_id is None


def _owned(now: Situation) -> bool:
    """Somebody's, and this person may give it back."""
    return (
        _open(now)
        and now.head is not None
        and now.head.owner_id is not None
        and (now.mine or now.leads)
    )


def _moves(now: Situation) -> bool:
    return (
        _open(now) and now.head is not None and (now.head.owner_id is None or now.mine or now.leads)
    )


def _may_answer(now: Situation) -> bool:
    return _open(now) and now.head is not None and (now.head.owner_id is None or now.mine)


def _assigns(now: Situation) -> bool:
    return _acts(now) and now.leads


def _administers(now: Situation) -> bool:
    return now.me is not None and now.me.role == "admin"


def _put_away(now: Situation) -> bool:
    return _acts(now) and now.head is not None and now.head.state != "open"


@dataclass(frozen=True, slots=True)
class Command:
    """`keys`: the first is shown. Keys without Ctrl or Alt work while no text is being typed."""

    name: str
    title: str
    group: Group
    keys: tuple[str, ...] = ()
    when: When = _always
    icon: str = ""


TABLE: Final[tuple[Command, ...]] = (
    Command(
        "claim",
        QT_TRANSLATE_NOOP("commands", "Take this contact"),
        "contact",
        ("Alt+A",),
        _free,
        "claim",
    ),
    Command(
        "release",
        QT_TRANSLATE_NOOP("commands", "Give back to the team"),
        "contact",
        ("Alt+G",),
        _owned,
        "release",
    ),
    Command(
        "assign",
        QT_TRANSLATE_NOOP("commands", "Assign to a colleague"),
        "contact",
        ("Alt+O",),
        _assigns,
        "assign",
    ),
    Command(
        "transfer",
        QT_TRANSLATE_NOOP("commands", "Transfer to a team"),
        "contact",
        ("Alt+T", "T"),
        _moves,
        "transfer",
    ),
    Command(
        "snooze",
        QT_TRANSLATE_NOOP("commands", "Snooze"),
        "contact",
        ("Alt+Z", "Z"),
        _may_answer,
        "snooze",
    ),
    Command(
        "reopen",
        QT_TRANSLATE_NOOP("commands", "Reopen"),
        "contact",
        ("Alt+R",),
        _put_away,
        "reopen",
    ),
    Command(
        "mark_read",
        QT_TRANSLATE_NOOP("commands", "Mark as read"),
        "contact",
        ("Alt+M",),
        _acts,
        "check",
    ),
    Command(
        "link_customer",
        QT_TRANSLATE_NOOP("commands", "Say who the customer is"),
        "contact",
        ("Alt+L",),
        _acts,
        "link",
    ),
    Command(
        "wrap_up", QT_TRANSLATE_NOOP("commands", "Wrap up"), "contact", ("Ctrl+D",), _moves, "done"
    ),
    Command(
        "reply",
        QT_TRANSLATE_NOOP("commands", "Write a reply"),
        "write",
        ("Ctrl+R", "R"),
        _may_answer,
        "reply",
    ),
    Command(
        "note",
        QT_TRANSLATE_NOOP("commands", "Write a note"),
        "write",
        ("Ctrl+Shift+N", "N"),
        _acts,
        "note",
    ),
    Command(
        "send",
        QT_TRANSLATE_NOOP("commands", "Send"),
        "write",
        ("Ctrl+Return", "Ctrl+Enter"),
        _acts,
        "send",
    ),
    Command(
        "send_and_snooze",
        QT_TRANSLATE_NOOP("commands", "Send and snooze"),
        "write",
        ("Ctrl+Shift+Return",),
        _may_answer,
        "snooze",
    ),
    Command(
        "template",
        QT_TRANSLATE_NOOP("commands", "Answer with a template"),
        "write",
        ("Ctrl+Shift+M",),
        _may_answer,
        "reply",
    ),
    Command(
        "attach",
        QT_TRANSLATE_NOOP("commands", "Attach a file"),
        "write",
        ("Ctrl+Shift+A",),
        _acts,
        "attach",
    ),
    Command(
        "answer_call",
        QT_TRANSLATE_NOOP("commands", "Answer the call that rings"),
        "desk",
        ("F8",),
        _always,
        "phone",
    ),
    Command(
        "hold_call",
        QT_TRANSLATE_NOOP("commands", "Hold or resume the call"),
        "desk",
        ("F9",),
        _always,
        "phone",
    ),
    Command(
        "transfer_call",
        QT_TRANSLATE_NOOP("commands", "Pass the call on"),
        "desk",
        ("F10",),
        _always,
        "transfer",
    ),
    Command(
        "hang_up_call",
        QT_TRANSLATE_NOOP("commands", "Hang up"),
        "desk",
        ("Shift+F8",),
        _always,
        "phone",
    ),
    Command(
        "call_back",
        QT_TRANSLATE_NOOP("commands", "Call the customer"),
        "contact",
        ("Alt+C",),
        _acts,
        "phone",
    ),
    Command(
        "search", QT_TRANSLATE_NOOP("commands", "Search"), "go", ("Ctrl+K", "/"), _always, "search"
    ),
    Command("next_contact", QT_TRANSLATE_NOOP("commands", "Next contact"), "go", ("Alt+Down", "J")),
    Command(
        "previous_contact", QT_TRANSLATE_NOOP("commands", "Previous contact"), "go", ("Alt+Up", "K")
    ),
    Command(
        "inbox",
        QT_TRANSLATE_NOOP("commands", "Go to the list"),
        "go",
        ("Ctrl+L",),
        _always,
        "inbox",
    ),
    Command(
        "play",
        QT_TRANSLATE_NOOP("commands", "Play or pause a recording"),
        "go",
        ("Alt+P",),
        _reads,
        "audio",
    ),
    Command(
        "play_back",
        QT_TRANSLATE_NOOP("commands", "Five seconds back in the recording"),
        "go",
        ("Alt+,",),
        _reads,
    ),
    Command(
        "play_on",
        QT_TRANSLATE_NOOP("commands", "Five seconds on in the recording"),
        "go",
        ("Alt+.",),
        _reads,
    ),
    Command(
        "play_faster",
        QT_TRANSLATE_NOOP("commands", "Play faster or slower"),
        "go",
        ("Alt+Shift+P",),
        _reads,
    ),
    Command(
        "customer_panel",
        QT_TRANSLATE_NOOP("commands", "Show the customer"),
        "go",
        ("Alt+1",),
        _always,
        "person",
    ),
    Command(
        "product_panel",
        QT_TRANSLATE_NOOP("commands", "Show the product"),
        "go",
        ("Alt+2",),
        _always,
        "product",
    ),
    Command(
        "outbox",
        QT_TRANSLATE_NOOP("commands", "Show what waits to be sent"),
        "desk",
        ("Ctrl+Shift+O",),
        _always,
        "outbox",
    ),
    Command(
        "sync",
        QT_TRANSLATE_NOOP("commands", "Try to connect now"),
        "desk",
        ("F5",),
        _always,
        "sync",
    ),
    Command(
        "channels",
        QT_TRANSLATE_NOOP("commands", "Look after the channels"),
        "desk",
        ("Ctrl+Shift+K",),
        _administers,
        "network",
    ),
    Command(
        "keys", QT_TRANSLATE_NOOP("commands", "Show all keys"), "desk", ("F1",), _always, "keyboard"
    ),
)
"""Reads like a menu. Titles are looked up in the translations under "commands"."""

BY_NAME: Final = {command.name: command for command in TABLE}

LIST_KEYS: Final = tuple(f"Ctrl+{number}" for number in range(1, 10))
"""The lists of the sidebar, from the top."""
