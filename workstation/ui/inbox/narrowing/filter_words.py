"""What each filter is called, on a chip and in the name that is proposed for a view."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from workstation.replica.lists import Filters
from workstation.ui.context import DeskContext
from workstation.ui.inbox.heading_words import PROMISES
from workstation.ui.paintable import paintable_line
from workstation.ui.theme.channel import channel_name
from workstation.ui.words import QT_TRANSLATE_NOOP, translate

STATES: Final = {
    "open": QT_TRANSLATE_NOOP("filters", "Open"),
    "snoozed": QT_TRANSLATE_NOOP("filters", "Snoozed"),
    "done": QT_TRANSLATE_NOOP("filters", "Done"),
}
OWNERS: Final = {
    "me": QT_TRANSLATE_NOOP("filters", "Mine"),
    "nobody": QT_TRANSLATE_NOOP("filters", "Nobody's yet"),
    "others": QT_TRANSLATE_NOOP("filters", "Colleagues'"),
}
WAITS: Final = (15, 60, 240, 1440)
"""Minutes a customer waits at least, to choose from."""
NAMED: Final = 3
"""Filters that a proposed name mentions."""


@dataclass(frozen=True, slots=True)
class Part:
    """One filter that is on: its words, and the filters without it."""

    words: str
    without: Filters


def parts(context: DeskContext, filters: Filters) -> Iterator[Part]:
    """Every filter that is on, in the order in which they are offered."""
    if filters.text:
        yield Part(f"“{paintable_line(filters.text)}”", filters.but(text=""))
    if filters.promise:
        words = translate("inbox", PROMISES[filters.promise])
        yield Part(words, filters.but(promise=""))
    if filters.unread:
        yield Part(translate("filters", "Unread"), filters.but(unread=False))
    if filters.waiting_minutes:
        yield Part(waits(filters.waiting_minutes), filters.but(waiting_minutes=0))
    if filters.owner:
        yield Part(owner_words(context, filters.owner), filters.but(owner=""))
    named: dict[str, Callable[[str], str]] = {
        "channels": channel_name,
        "product_type_ids": context.product_type_name,
        "team_ids": context.team_name,
        "tags": paintable_line,
        "states": state_words,
    }
    for name, say in named.items():
        chosen: tuple[str, ...] = getattr(filters, name)
        for one in chosen:
            left = tuple(other for other in chosen if other != one)
            yield Part(say(one) or "?", filters.but(**{name: left}))


def state_words(state: str) -> str:
    return translate("filters", STATES.get(state, state))


def owner_words(context: DeskContext, owner: str) -> str:
    if owner in OWNERS:
        return translate("filters", OWNERS[owner])
    return paintable_line(context.agent_name(owner)) or "?"


def waits(minutes: int) -> str:
    return translate("filters", "Waits {time} or longer").format(time=stretch(minutes))


def stretch(minutes: int) -> str:
    """A round length of time."""
    if minutes < 60:
        return translate("inbox", "{count} min").format(count=minutes)
    if minutes < 1440:
        return translate("inbox", "{count} h").format(count=minutes // 60)
    return translate("inbox", "{count} d").format(count=minutes // 1440)


def proposed_name(context: DeskContext, filters: Filters) -> str:
    """What a view with these filters may be called."""
    return ", ".join(part.words for part in list(parts(context, filters))[:NAMED])
