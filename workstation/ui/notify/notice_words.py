"""Happenings in words: one as what it is, many as how many there are and of whom."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workstation.ui.notify.happenings import Happening
from workstation.ui.notify.kinds import TELLINGS, Kind
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate

LONGEST: Final = 140
NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Notice:
    """What stands on the desktop for a moment. `contact_id` is what a click opens, or ""."""

    title: str
    words: str
    contact_id: str
    kinds: tuple[Kind, ...]


def notice_of(happenings: Sequence[Happening]) -> Notice:
    """One notice for all of them, the gravest first. Who writes twice is one customer."""
    order = [telling.kind for telling in reversed(TELLINGS)]
    ranked = _once_each(sorted(happenings, key=lambda one: (order.index(one.kind), -one.at)))
    kinds = tuple(dict.fromkeys(one.kind for one in ranked))
    if len(ranked) == 1:
        one = ranked[0]
        return Notice(_title(one), _cut(one.words), one.contact_id, kinds)
    counted = Counter(one.kind for one in ranked)
    if len(kinds) == 1:
        return Notice(
            _many(kinds[0], counted[kinds[0]]),
            _people([one.who for one in ranked]),
            ranked[0].contact_id,
            kinds,
        )
    title = translate("notify", "%n things for you", None, len(ranked))
    words = "\n".join(_many(kind, counted[kind]) for kind in kinds)
    return Notice(title, words, ranked[0].contact_id, kinds)


def _once_each(ranked: Sequence[Happening]) -> list[Happening]:
    """Of what happened at a contact more than once, the newest."""
    found = {(one.kind, one.contact_id or one.key): one for one in reversed(ranked)}
    return [one for one in ranked if found[one.kind, one.contact_id or one.key] is one]


def _title(one: Happening) -> str:
    who = _name(one.who)
    match one.kind:
        case "wrote":
            return translate("notify", "{who} writes").format(who=who)
        case "assigned":
            if one.by:
                words = translate("notify", "{by} gives you a contact of {who}")
                return words.format(by=harmless_line(one.by), who=who)
            return translate("notify", "You are given a contact of {who}").format(who=who)
        case "mentioned":
            words = translate("notify", "{by} mentions you with {who}")
            return words.format(by=harmless_line(one.by), who=who)
        case "late":
            return translate("notify", "{who} should hear from you now").format(who=who)
        case "ringing":
            return translate("notify", "{who} rings").format(who=who)
        case "back":
            return translate("notify", "You meant to be back by now")


def _many(kind: Kind, count: int) -> str:
    match kind:
        case "wrote":
            return translate("notify", "%n customers write", None, count)
        case "assigned":
            return translate("notify", "You are given %n contacts", None, count)
        case "mentioned":
            return translate("notify", "You are mentioned %n times", None, count)
        case "late":
            return translate("notify", "%n customers should hear from you now", None, count)
        case "ringing":
            return translate("notify", "%n calls ring", None, count)
        case "back":
            return translate("notify", "You meant to be back by now")


def _people(names: Sequence[str]) -> str:
    """The first few by name; who is meant twice is named once."""
    different = list(dict.fromkeys(_name(name) for name in names))
    words = ", ".join(different[:NAMED])
    more = len(different) - NAMED
    if more > 0:
        words += " " + translate("notify", "and %n more", None, more)
    return words


def _name(name: str) -> str:
    return harmless_line(name) or translate("notify", "Somebody")


def _cut(words: str) -> str:
    said = harmless_line(words)
    return said if len(said) <= LONGEST else said[: LONGEST - 1].rstrip() + "…"
