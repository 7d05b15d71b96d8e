"""The values of one row, read with the type they must have; what is wrong is said to a person."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from workstation.models.text import storable
from workstation.rules.money import smallest_units

SHORT = 200
LONG = 100_000

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_AMOUNT = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,6})?")
_COUNT = re.compile(r"[0-9]{1,9}")
_CURRENCY = re.compile(r"[A-Z]{3}")


class Wrong(Exception):
    """Why this row cannot be taken, for the report."""


class Fields:
    """Named values of a row. CSV gives text only; JSON gives text, numbers, lists and objects.

    `where` goes before a name in what is said: "messages[3].".
    """

    def __init__(self, values: Mapping[str, Any], where: str = "") -> None:
        self._values = values
        self._where = where

    def name(self, name: str) -> str:
        return self._where + name

    def has(self, name: str) -> bool:
        return self._values.get(name) not in (None, "")

    def value(self, name: str) -> Any:
        """As the file gave it, of any type."""
        return self._values.get(name)

    def raw(self, name: str, *, limit: int) -> str:
        """Text as it was written, without touching its spaces; "" when it is not there."""
        value = self._values.get(name)
        if value is None:
            return ""
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            raise Wrong(f"{self.name(name)} must be text")
        text = storable(value)
        if len(text) > limit:
            raise Wrong(f"{self.name(name)} is longer than {limit:,} characters")
        return text

    def text(self, name: str, *, limit: int = SHORT) -> str:
        return self.raw(name, limit=limit).strip()

    def need(self, name: str, *, limit: int = SHORT) -> str:
        text = self.text(name, limit=limit)
        if not text:
            raise Wrong(f"{self.name(name)} is missing")
        return text

    def choice(self, name: str, options: Sequence[str], *, default: str | None = None) -> str:
        text = self.text(name)
        if not text and default is not None:
            return default
        if text not in options:
            raise Wrong(f"{self.name(name)} is {text!r}, not one of {', '.join(options)}")
        return text

    def instant(self, name: str) -> int | None:
        """Milliseconds since the epoch, from ISO 8601 with a zone."""
        text = self.text(name)
        if not text:
            return None
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            moment = None
        if moment is None or moment.tzinfo is None:
            raise Wrong(
                f"{self.name(name)} is {text!r}, not a time with its zone"
                " such as 2026-03-01T14:05:00+01:00"
            )
        return (moment - _EPOCH) // _MILLISECOND

    def need_instant(self, name: str) -> int:
        at = self.instant(name)
        if at is None:
            raise Wrong(f"{self.name(name)} is missing")
        return at

    def count(self, name: str, *, default: int) -> int:
        text = self.text(name)
        if not text:
            return default
        if not _COUNT.fullmatch(text):
            raise Wrong(f"{self.name(name)} is {text!r}, not a whole number")
        return int(text)

    def amount(self, name: str) -> Decimal:
        """A decimal with a point; 0 when it is not there."""
        return amount_of(self.text(name) or "0", self.name(name))

    def currency(self, name: str, *, default: str) -> str:
        text = self.text(name) or default
        if not _CURRENCY.fullmatch(text):
            raise Wrong(f"{self.name(name)} is {text!r}, not a currency such as EUR")
        return text

    def inner(self, name: str) -> "Fields | None":
        """An object within the row."""
        value = self._values.get(name)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise Wrong(f"{self.name(name)} must be an object")
        return Fields(value, f"{self.name(name)}.")

    def each(self, name: str, *, limit: int) -> list["Fields"]:
        """The objects of a list within the row."""
        value = self._values.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise Wrong(f"{self.name(name)} must be a list")
        if len(value) > limit:
            raise Wrong(f"{self.name(name)} has more than {limit:,} entries")
        for number, entry in enumerate(value, start=1):
            if not isinstance(entry, dict):
                raise Wrong(f"{self.name(name)}[{number}] must be an object")
        return [
            Fields(entry, f"{self.name(name)}[{number}].")
            for number, entry in enumerate(value, start=1)
        ]


def amount_of(text: str, name: str) -> Decimal:
    if not _AMOUNT.fullmatch(text):
        raise Wrong(f"{name} is {text!r}, not an amount such as 15.00")
    return Decimal(text)


def money(amount: Decimal, currency: str, name: str) -> int:
    """In the currency's smallest unit."""
    units = smallest_units(amount, currency)
    if units is None:
        raise Wrong(f"{name} is {amount}, more digits than {currency} has")
    return units
