"""The operators of a search: what they are called in both languages, and the values that are fixed.

Both languages are understood always, whichever the desk speaks.
"""

from typing import Final, Literal

Language = Literal["en", "nl"]
Kind = Literal[
    "channel", "from", "product", "before", "after", "team", "agent", "tag", "is", "order"
]
State = Literal["open", "done", "snoozed", "unread", "late"]

OPERATORS: Final[dict[Kind, dict[Language, tuple[str, ...]]]] = {
    "channel": {"en": ("channel",), "nl": ("kanaal",)},
    "from": {"en": ("from", "customer"), "nl": ("van", "klant")},
    "product": {"en": ("product",), "nl": ("product",)},
    "before": {"en": ("before",), "nl": ("voor",)},
    "after": {"en": ("after", "since"), "nl": ("na", "sinds")},
    "team": {"en": ("team",), "nl": ("team",)},
    "agent": {"en": ("agent", "owner"), "nl": ("collega", "medewerker")},
    "tag": {"en": ("tag",), "nl": ("label",)},
    "is": {"en": ("is",), "nl": ("is",)},
    "order": {"en": ("order",), "nl": ("bestelling",)},
}
"""Reads like a menu; the first name of a language is the one that is offered."""

CHANNELS: Final[dict[str, tuple[str, ...]]] = {
    "whatsapp": ("whatsapp",),
    "email": ("email", "e-mail", "mail"),
    "phone": ("phone", "telefoon", "call"),
    "chat": ("chat", "webchat"),
    "instagram": ("instagram",),
    "messenger": ("messenger", "facebook"),
    "console": ("console",),
}
"""What each channel is called; the first is the one that is offered, but for these in Dutch."""
_DUTCH_CHANNELS: Final = {"email": "e-mail", "phone": "telefoon"}

STATES: Final[dict[State, dict[Language, tuple[str, ...]]]] = {
    "open": {"en": ("open",), "nl": ("open",)},
    "done": {"en": ("done", "closed"), "nl": ("afgerond", "klaar")},
    "snoozed": {"en": ("snoozed",), "nl": ("uitgesteld",)},
    "unread": {"en": ("unread",), "nl": ("ongelezen",)},
    "late": {"en": ("late",), "nl": ("te-laat", "laat")},
}

NAMES: Final[dict[str, Kind]] = {
    name: kind for kind, said in OPERATORS.items() for names in said.values() for name in names
}
"""Every name of every operator, in lower case."""


def offered(kind: Kind, language: Language) -> str:
    """What the operator is called on a desk in this language."""
    return OPERATORS[kind][language][0]


def offered_channel(channel: str, language: Language) -> str:
    """What a channel is called in a search on a desk in this language."""
    name = CHANNELS[channel][0]
    return _DUTCH_CHANNELS.get(channel, name) if language == "nl" else name


def channels_that_begin(value: str) -> tuple[str, ...]:
    """The channels with a name that begins so."""
    typed = value.casefold()
    return tuple(
        channel
        for channel, names in CHANNELS.items()
        if any(name.startswith(typed) for name in names)
    )


def states_that_begin(value: str) -> tuple[State, ...]:
    """The states with a name that begins so: exactly this one if it is one."""
    typed = value.casefold().replace(" ", "-")
    every = [
        (state, name) for state, said in STATES.items() for names in said.values() for name in names
    ]
    exact = {state for state, name in every if name == typed}
    begins = exact or {state for state, name in every if name.startswith(typed)}
    return tuple(state for state in STATES if state in begins)
