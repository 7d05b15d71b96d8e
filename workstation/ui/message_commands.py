"""What can be done with a message, and with a picture that is looked at closely."""

from typing import Final

from workstation.ui.command import Command, acts, may_answer, reads
from workstation.ui.words import QT_TRANSLATE_NOOP

MESSAGES: Final[tuple[Command, ...]] = (
    Command(
        "answer_message",
        QT_TRANSLATE_NOOP("commands", "Answer this message"),
        "message",
        ("Alt+Q", "Q"),
        may_answer,
        "reply",
    ),
    Command(
        "quote_message",
        QT_TRANSLATE_NOOP("commands", "Put its text into the answer"),
        "message",
        ("Alt+Shift+Q",),
        acts,
        "reply",
    ),
    Command(
        "forward_message",
        QT_TRANSLATE_NOOP("commands", "Pass it on to a colleague"),
        "message",
        ("Alt+F", "F"),
        acts,
        "transfer",
    ),
    Command(
        "copy_with_names",
        QT_TRANSLATE_NOOP("commands", "Copy with who and when"),
        "message",
        ("Ctrl+Shift+C",),
        reads,
        "copy",
    ),
    Command(
        "look_at_pictures",
        QT_TRANSLATE_NOOP("commands", "Look at the pictures"),
        "message",
        ("Alt+I", "I"),
        reads,
        "image",
    ),
    Command(
        "answered_message",
        QT_TRANSLATE_NOOP("commands", "Go to the message it answers"),
        "message",
        ("Alt+J",),
        reads,
    ),
    Command(
        "new_messages",
        QT_TRANSLATE_NOOP("commands", "Go to what is new since you looked"),
        "message",
        ("Alt+N",),
        reads,
    ),
)
"""A part of the table in `commands.py`. They mean the message that is chosen, else the customer's
newest."""

IN_MESSAGES: Final[tuple[Command, ...]] = (
    Command(
        "message_step",
        QT_TRANSLATE_NOOP("commands", "From message to message"),
        "message",
        ("Up", "Down"),
    ),
    Command(
        "message_choose",
        QT_TRANSLATE_NOOP("commands", "Choose several messages"),
        "message",
        ("Shift+Up", "Shift+Down"),
    ),
    Command(
        "message_all",
        QT_TRANSLATE_NOOP("commands", "Choose all messages"),
        "message",
        ("Ctrl+A",),
    ),
    Command(
        "message_copy",
        QT_TRANSLATE_NOOP("commands", "Copy what is chosen"),
        "message",
        ("Ctrl+C",),
    ),
    Command(
        "message_within",
        QT_TRANSLATE_NOOP("commands", "To what can be used in a message"),
        "message",
        ("Left", "Right"),
    ),
    Command(
        "message_use",
        QT_TRANSLATE_NOOP("commands", "Use it: open, play, unfold, show"),
        "message",
        ("Return",),
    ),
    Command(
        "message_listen",
        QT_TRANSLATE_NOOP("commands", "Back or on in its recording"),
        "message",
        ("Ctrl+Left", "Ctrl+Right"),
    ),
)
"""The keys of the conversation itself: they work while it has the keyboard, and are always the
same."""

PICTURE: Final[tuple[Command, ...]] = (
    Command(
        "picture_next",
        QT_TRANSLATE_NOOP("commands", "Next picture"),
        "picture",
        ("Right", "PgDown"),
        icon="next",
    ),
    Command(
        "picture_previous",
        QT_TRANSLATE_NOOP("commands", "Previous picture"),
        "picture",
        ("Left", "PgUp"),
        icon="previous",
    ),
    Command("picture_first", QT_TRANSLATE_NOOP("commands", "First picture"), "picture", ("Home",)),
    Command("picture_last", QT_TRANSLATE_NOOP("commands", "Last picture"), "picture", ("End",)),
    Command(
        "picture_closer",
        QT_TRANSLATE_NOOP("commands", "Zoom in"),
        "picture",
        ("+", "="),
        icon="plus",
    ),
    Command(
        "picture_further",
        QT_TRANSLATE_NOOP("commands", "Zoom out"),
        "picture",
        ("-",),
        icon="minus",
    ),
    Command(
        "picture_fit",
        QT_TRANSLATE_NOOP("commands", "As large as fits"),
        "picture",
        ("0", "F"),
        icon="fit",
    ),
    Command("picture_whole", QT_TRANSLATE_NOOP("commands", "As large as it is"), "picture", ("1",)),
    Command(
        "picture_turn_left",
        QT_TRANSLATE_NOOP("commands", "Turn to the left"),
        "picture",
        ("Shift+R",),
        icon="turn_left",
    ),
    Command(
        "picture_turn_right",
        QT_TRANSLATE_NOOP("commands", "Turn to the right"),
        "picture",
        ("R",),
        icon="turn_right",
    ),
    Command(
        "picture_copy",
        QT_TRANSLATE_NOOP("commands", "Copy the picture"),
        "picture",
        ("Ctrl+C",),
        icon="copy",
    ),
    Command(
        "picture_save",
        QT_TRANSLATE_NOOP("commands", "Save the picture as…"),
        "picture",
        ("Ctrl+S",),
        icon="fetch",
    ),
)
"""The keys of the window of a picture: they work nowhere else, so that the same key may mean
something else in the desk's own window. They can be given otherwise like any."""
