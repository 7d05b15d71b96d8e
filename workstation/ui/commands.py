"""Everything that can be done from the keyboard: a name, keys, and when it makes sense. Data first.

The menus, buttons, tooltips and the search field all read this table. A screen says what happens
with `Commands.handle`; what is not handled anywhere cannot be chosen.
"""

from typing import Final

from workstation.ui.comfort_commands import COMFORT
from workstation.ui.command import (
    Command,
    acts,
    administers,
    always,
    assigns,
    free,
    may_answer,
    moves,
    owned,
    put_away,
    reads,
)
from workstation.ui.list_commands import LIST
from workstation.ui.message_commands import MESSAGES, PICTURE
from workstation.ui.moving_commands import MOVING
from workstation.ui.panel_commands import PANELS
from workstation.ui.words import QT_TRANSLATE_NOOP
from workstation.ui.writing_commands import WRITING

TABLE: Final[tuple[Command, ...]] = (
    Command(
        "claim",
        QT_TRANSLATE_NOOP("commands", "Take this contact"),
        "contact",
        ("Alt+A",),
        free,
        "claim",
    ),
    Command(
        "release",
        QT_TRANSLATE_NOOP("commands", "Give back to the team"),
        "contact",
        ("Alt+G",),
        owned,
        "release",
    ),
    Command(
        "assign",
        QT_TRANSLATE_NOOP("commands", "Assign to a colleague"),
        "contact",
        ("Alt+O",),
        assigns,
        "assign",
    ),
    Command(
        "transfer",
        QT_TRANSLATE_NOOP("commands", "Transfer to a team"),
        "contact",
        ("Alt+T", "T"),
        moves,
        "transfer",
    ),
    Command(
        "snooze",
        QT_TRANSLATE_NOOP("commands", "Snooze"),
        "contact",
        ("Alt+Z", "Z"),
        may_answer,
        "snooze",
    ),
    Command(
        "reopen",
        QT_TRANSLATE_NOOP("commands", "Reopen"),
        "contact",
        ("Alt+R",),
        put_away,
        "reopen",
    ),
    Command(
        "mark_read",
        QT_TRANSLATE_NOOP("commands", "Mark as read"),
        "contact",
        ("Alt+M",),
        acts,
        "check",
    ),
    Command(
        "link_customer",
        QT_TRANSLATE_NOOP("commands", "Say who the customer is"),
        "contact",
        ("Alt+L",),
        acts,
        "link",
    ),
    Command(
        "wrap_up", QT_TRANSLATE_NOOP("commands", "Wrap up"), "contact", ("Ctrl+D",), moves, "done"
    ),
    *WRITING,
    Command(
        "answer_call",
        QT_TRANSLATE_NOOP("commands", "Answer the call that rings"),
        "desk",
        ("F8",),
        always,
        "phone",
    ),
    Command(
        "peek_call",
        QT_TRANSLATE_NOOP("commands", "Look at who is on the line, without answering"),
        "desk",
        ("Shift+F7",),
        always,
        "phone",
    ),
    Command(
        "hold_call",
        QT_TRANSLATE_NOOP("commands", "Hold or resume the call"),
        "desk",
        ("F9",),
        always,
        "phone",
    ),
    Command(
        "transfer_call",
        QT_TRANSLATE_NOOP("commands", "Pass the call on"),
        "desk",
        ("F10",),
        always,
        "transfer",
    ),
    Command(
        "hang_up_call",
        QT_TRANSLATE_NOOP("commands", "Hang up"),
        "desk",
        ("Shift+F8",),
        always,
        "phone",
    ),
    Command(
        "call_back",
        QT_TRANSLATE_NOOP("commands", "Call the customer"),
        "contact",
        ("Alt+C",),
        acts,
        "phone",
    ),
    Command(
        "search", QT_TRANSLATE_NOOP("commands", "Search"), "go", ("Ctrl+K", "/"), always, "search"
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
        always,
        "inbox",
    ),
    Command(
        "play",
        QT_TRANSLATE_NOOP("commands", "Play or pause a recording"),
        "go",
        ("Alt+P",),
        reads,
        "audio",
    ),
    Command(
        "play_back",
        QT_TRANSLATE_NOOP("commands", "Five seconds back in the recording"),
        "go",
        ("Alt+,",),
        reads,
    ),
    Command(
        "play_on",
        QT_TRANSLATE_NOOP("commands", "Five seconds on in the recording"),
        "go",
        ("Alt+.",),
        reads,
    ),
    Command(
        "play_faster",
        QT_TRANSLATE_NOOP("commands", "Play faster or slower"),
        "go",
        ("Alt+Shift+P",),
        reads,
    ),
    Command(
        "customer_panel",
        QT_TRANSLATE_NOOP("commands", "Show the customer"),
        "go",
        ("Alt+1",),
        always,
        "person",
    ),
    Command(
        "product_panel",
        QT_TRANSLATE_NOOP("commands", "Show the product"),
        "go",
        ("Alt+2",),
        always,
        "product",
    ),
    Command(
        "outbox",
        QT_TRANSLATE_NOOP("commands", "Show what waits to be sent"),
        "desk",
        ("Ctrl+Shift+O",),
        always,
        "outbox",
    ),
    Command(
        "sync",
        QT_TRANSLATE_NOOP("commands", "Try to connect now"),
        "desk",
        ("F5",),
        always,
        "sync",
    ),
    Command(
        "channels",
        QT_TRANSLATE_NOOP("commands", "Look after the channels"),
        "desk",
        ("Ctrl+Shift+K",),
        administers,
        "network",
    ),
    Command(
        "keys",
        QT_TRANSLATE_NOOP("commands", "Show all keys"),
        "desk",
        ("Ctrl+F1", "?"),
        always,
        "keyboard",
    ),
    *LIST,
    *MESSAGES,
    *PANELS,
    *MOVING,
    *COMFORT,
)
"""Reads like a menu. Titles are looked up in the translations under "commands"."""

BY_NAME: Final = {command.name: command for command in TABLE}

PLACES: Final = (TABLE, PICTURE)
"""In each of them, the desk's window and that of a picture, a key means one thing."""

NAMED: Final = {command.name: command for place in PLACES for command in place}
"""Of every place."""

LIST_KEYS: Final = tuple(f"Ctrl+{number}" for number in range(1, 10))
"""The lists of the sidebar, from the top."""
