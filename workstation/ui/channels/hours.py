"""Opening hours as people write them: "08:00-12:00, 13:00-17:30"."""

import re

from workstation.ui.words import translate

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_STRETCH = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*[-–]\s*(\d{1,2})(?:[:.](\d{2}))?")


class NotHours(ValueError):
    """What was written is no stretch of a day."""


def day_name(day: str) -> str:
    match day:
        case "mon":
            return translate("channels", "Monday")
        case "tue":
            return translate("channels", "Tuesday")
        case "wed":
            return translate("channels", "Wednesday")
        case "thu":
            return translate("channels", "Thursday")
        case "fri":
            return translate("channels", "Friday")
        case "sat":
            return translate("channels", "Saturday")
        case _:
            return translate("channels", "Sunday")


def written(stretches: list[list[str]]) -> str:
    return ", ".join(f"{start}-{end}" for start, end in stretches)


def read(text: str) -> tuple[tuple[str, str], ...]:
    """The stretches in a text, none in an empty one. Raises NotHours."""
    found = []
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        match = _STRETCH.fullmatch(part)
        if match is None:
            raise NotHours(part)
        start = _clock(match[1], match[2])
        end = _clock(match[3], match[4])
        if start >= end:
            raise NotHours(part)
        found.append((start, end))
    return tuple(found)


def _clock(hour: str, minute: str | None) -> str:
    if int(hour) > 24 or int(minute or 0) > 59 or (int(hour) == 24 and int(minute or 0)):
        raise NotHours(hour)
    return f"{int(hour):02}:{int(minute or 0):02}"
