"""Days as people write them in a search: exactly, by month or year, or as so long ago."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

_EXACT: Final = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_DUTCH: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?")
_AGO: Final = re.compile(r"(\d{1,3})([dwmjy])")
WORDS: Final = {"today": 0, "vandaag": 0, "yesterday": 1, "gisteren": 1}
"""Days ago."""


def day_of(text: str, today: date) -> date | None:
    """The first day of what was written; None when it is no day.

    `2026-11-01`, `2026-11` (its first day), `2026`, `1-11-2026`, `1-11` (the last one that was),
    `today`, `gisteren`, `7d`, `2w`, `3m`, `1y` (so long ago).
    """
    typed = text.strip().casefold()
    if typed in WORDS:
        return today - timedelta(days=WORDS[typed])
    if (ago := _AGO.fullmatch(typed)) is not None:
        return _ago(int(ago[1]), ago[2], today)
    if (exact := _EXACT.fullmatch(typed)) is not None:
        return _day(int(exact[1]), int(exact[2] or 1), int(exact[3] or 1))
    if (dutch := _DUTCH.fullmatch(typed)) is not None:
        month, day = int(dutch[2]), int(dutch[1])
        if dutch[3]:
            year = int(dutch[3])
            return _day(year + 2000 if year < 100 else year, month, day)
        this_year = _day(today.year, month, day)
        if this_year is None or this_year <= today:
            return this_year
        return _day(today.year - 1, month, day)
    return None


def may_become_a_day(text: str) -> bool:
    """Whether somebody who has typed this far may still be typing a day."""
    typed = text.strip().casefold()
    if all(letter.isdigit() or letter in "-/." for letter in typed):
        return len(typed) <= 10
    return any(word.startswith(typed) for word in WORDS)


def _ago(count: int, unit: str, today: date) -> date | None:
    if unit in "dw":
        return today - timedelta(days=count * (7 if unit == "w" else 1))
    months = today.year * 12 + today.month - 1 - count * (1 if unit == "m" else 12)
    if months < 12:
        return None
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
