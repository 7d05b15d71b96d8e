"""What a heading of the list says: the name of its group."""

from typing import Final

from workstation.replica.lists import Grouping, Heading
from workstation.rules.promise_state import PromiseState
from workstation.ui.context import DeskContext
from workstation.ui.paintable import paintable_line
from workstation.ui.theme.channel import channel_name
from workstation.ui.words import QT_TRANSLATE_NOOP, translate

PROMISES: Final[dict[PromiseState, str]] = {
    "late": QT_TRANSLATE_NOOP("inbox", "Late"),
    "soon": QT_TRANSLATE_NOOP("inbox", "Due within 5 minutes"),
    "ahead": QT_TRANSLATE_NOOP("inbox", "In time"),
    "none": QT_TRANSLATE_NOOP("inbox", "Nothing promised"),
    "met": QT_TRANSLATE_NOOP("inbox", "On the customer"),
}


def heading_words(context: DeskContext, grouped: Grouping, heading: Heading) -> str:
    """In the desk's language; a group that has no name says so."""
    key = heading.key
    match grouped:
        case "channel":
            return channel_name(key)
        case "owner":
            if key == context.me.agent_id:
                return translate("inbox", "Me")
            name = paintable_line(context.agent_name(key)) if key else ""
            if not key:
                return translate("inbox", "Nobody yet")
            return name or translate("inbox", "A former colleague")
        case "product_type":
            return context.product_type_name(key) or translate("inbox", "No product yet")
        case "promise":
            return translate("inbox", next(t for s, t in PROMISES.items() if s == key))
        case _:
            return ""
