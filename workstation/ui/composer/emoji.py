"""Emoji by what people call them, in Dutch and English; those used last come first.

Read from `resources/emoji/emoji.txt`: a group's heading "# English | Nederlands", then a line for
each emoji: the emoji, its name in English and Dutch, more words in English and Dutch.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from workstation.resources import resource

RECENT: Final = 18
"""As many are remembered."""
_BEGUN_WITH: Final = ("😊", "👍", "🙏", "🎉", "😅", "👋", "❤️", "📦", "✅")
"""Offered first to who has used none yet."""


@dataclass(frozen=True, slots=True)
class Emoji:
    sign: str
    group_en: str
    group_nl: str
    name_en: str
    name_nl: str
    words: str
    """Everything by which it is found, in small letters."""

    def name(self, language: str) -> str:
        return self.name_nl if language.startswith("nl") else self.name_en

    def group(self, language: str) -> str:
        return self.group_nl if language.startswith("nl") else self.group_en


@cache
def known() -> tuple[Emoji, ...]:
    """Every emoji the desk offers, in the order of the file."""
    found: list[Emoji] = []
    group_en = group_nl = ""
    for line in resource("emoji/emoji.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            group_en, group_nl = (part.strip() for part in line[2:].split("|"))
        elif line.strip():
            sign, english, dutch, *more = line.split("|")
            own = unicodedata.name(sign[0], "")
            words = " ".join((english, dutch, *more, own)).casefold()
            found.append(Emoji(sign, group_en, group_nl, english, dutch, words))
    return tuple(found)


def found(typed: str, recent: Sequence[str] = ()) -> list[Emoji]:
    """What fits what was typed, best first: by name, then by any word; used last before others."""
    wanted = typed.casefold().replace("_", " ").split()
    if not wanted:
        return list(known())
    last = {sign: place for place, sign in enumerate(recent)}
    ranked = [
        (worth, last.get(one.sign, RECENT), place, one)
        for place, one in enumerate(known())
        if (worth := _worth(one, wanted)) is not None
    ]
    return [one for *_, one in sorted(ranked, key=lambda entry: entry[:3])]


def used_last(recent: Sequence[str]) -> list[Emoji]:
    """Those used last; what many use, for who has used few."""
    by_sign = {one.sign: one for one in known()}
    signs = dict.fromkeys([*recent, *_BEGUN_WITH])
    return [by_sign[sign] for sign in list(signs)[: max(9, len(recent))] if sign in by_sign]


def with_recent(sign: str, recent: Sequence[str]) -> list[str]:
    """What was used last, after this one was used."""
    return [sign, *(one for one in recent if one != sign)][:RECENT]


def _worth(one: Emoji, wanted: list[str]) -> int | None:
    words = one.words.split()
    if not all(any(word.startswith(part) for word in words) for part in wanted):
        return None
    names = f"{one.name_en} {one.name_nl}".casefold().split()
    return 0 if any(name.startswith(wanted[0]) for name in names) else 1
