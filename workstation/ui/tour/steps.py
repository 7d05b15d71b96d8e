"""What the tour says, and of which part of the window. Data: reads like a script."""

from dataclasses import dataclass
from typing import Final, Literal

from workstation.ui.words import QT_TRANSLATE_NOOP

Part = Literal[
    "window", "lists", "inbox", "contact", "writing", "beside", "wrap up", "search", "me"
]
OF_A_CONTACT: Final[tuple[Part, ...]] = ("contact", "writing", "beside", "wrap up")
"""What is there only while a contact is open."""


@dataclass(frozen=True, slots=True)
class Step:
    """`keys` are names of commands whose key is shown under the words."""

    part: Part
    title: str
    words: str
    keys: tuple[str, ...] = ()


STEPS: Final[tuple[Step, ...]] = (
    Step(
        "lists",
        QT_TRANSLATE_NOOP("tour", "Here is the work"),
        QT_TRANSLATE_NOOP(
            "tour",
            "“My work” are the customers that are yours. Below it is what waits for your teams: "
            "choose a team with the mouse, or with Ctrl and its number.",
        ),
    ),
    Step(
        "inbox",
        QT_TRANSLATE_NOOP("tour", "Each line is a customer"),
        QT_TRANSLATE_NOOP(
            "tour",
            "Who has to hear from us first stands on top; the coloured time says how long is left. "
            "Open a customer with a click, or walk along them with the keys.",
        ),
        ("next_contact", "previous_contact"),
    ),
    Step(
        "contact",
        QT_TRANSLATE_NOOP("tour", "This is what was said"),
        QT_TRANSLATE_NOOP(
            "tour",
            "Everything between this customer and us, whatever the channel. Take the customer, "
            "and colleagues see that you are helping; who simply answers takes them too.",
        ),
        ("claim",),
    ),
    Step(
        "writing",
        QT_TRANSLATE_NOOP("tour", "Answer here"),
        QT_TRANSLATE_NOOP(
            "tour",
            "Type what you want to say and send it. What you typed is never lost, also without a "
            "connection. A yellow note is for colleagues only: the customer does not see it.",
        ),
        ("reply", "send", "note"),
    ),
    Step(
        "beside",
        QT_TRANSLATE_NOOP("tour", "Who it is, and what it is about"),
        QT_TRANSLATE_NOOP(
            "tour",
            "Orders, earlier contacts and returns of this customer; and all the shop knows of the "
            "product, with answers you can put into your reply.",
        ),
        ("customer_panel", "product_panel"),
    ),
    Step(
        "wrap up",
        QT_TRANSLATE_NOOP("tour", "Done? Wrap up"),
        QT_TRANSLATE_NOOP(
            "tour",
            "Say which product it was about and why the customer wrote, and the contact leaves "
            "your list. If they write again, it comes back by itself. Not done yet? Snooze it.",
        ),
        ("wrap_up", "snooze"),
    ),
    Step(
        "search",
        QT_TRANSLATE_NOOP("tour", "Find anything"),
        QT_TRANSLATE_NOOP(
            "tour",
            "A customer, an order number, a product, or something you want to do: type it here. "
            "Everything that can be done can be found here, with its key.",
        ),
        ("search", "keys"),
    ),
    Step(
        "me",
        QT_TRANSLATE_NOOP("tour", "Lunch, quiet, help"),
        QT_TRANSLATE_NOOP(
            "tour",
            "Here you say that you are away and when you are back, and find settings. Wherever you "
            "are, the help key explains that part. You are ready: the first customer waits.",
        ),
        ("presence", "help"),
    ),
)
"""Eight steps of some fifteen seconds."""
