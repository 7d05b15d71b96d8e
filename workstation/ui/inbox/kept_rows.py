"""The rows that are kept in memory: those looked at last, far more than a screen shows."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from typing import Final

from workstation.replica.rows.inbox import InboxRow
from workstation.replica.rows.news import Changed

KEPT: Final = 600


class KeptRows:
    """By row number."""

    def __init__(self) -> None:
        self._rows: OrderedDict[int, InboxRow] = OrderedDict()

    def __contains__(self, number: int) -> bool:
        return number in self._rows

    def get(self, number: int) -> InboxRow | None:
        return self._rows.get(number)

    def keep(self, rows: Mapping[int, InboxRow]) -> None:
        for number, row in rows.items():
            self._rows[number] = row
            self._rows.move_to_end(number)
        while len(self._rows) > KEPT:
            self._rows.popitem(last=False)

    def numbers(self) -> set[int]:
        return set(self._rows)

    def number_of(self, contact_id: str) -> int | None:
        return next((n for n, row in self._rows.items() if row.contact_id == contact_id), None)

    def of(self, contact_ids: Iterable[str]) -> set[int]:
        """The numbers of these contacts, as far as they are here."""
        wanted = set(contact_ids)
        return {number for number, row in self._rows.items() if row.contact_id in wanted}

    def touched_by(self, changed: Changed) -> set[str]:
        """The contacts that look different because of it."""
        if changed.everything:
            return {row.contact_id for row in self._rows.values()}
        about = {
            row.contact_id
            for row in self._rows.values()
            if not changed.customers.isdisjoint(row.customers)
        }
        return about | changed.contacts
