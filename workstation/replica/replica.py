"""The desk's memory: one door to everything the desk holds, safe to use from any worker thread.

Reads answer from the files at once. What a person does is written to the outbox and laid over the
rows in one go. What the server says comes in by `receiving`. Every change is told to the
subscribers, in the thread that made it.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from workstation.models.ids import now_ms
from workstation.replica import after, drafts, files, outbox
from workstation.replica.begun import BegunRow, by_others, kept_at, to_go_on_with
from workstation.replica.doing import Doing
from workstation.replica.finding import Finding
from workstation.replica.knowing import Knowing
from workstation.replica.queries import (
    calls,
    contact,
    customer,
    finding_customers,
    inbox,
    lines,
    names,
    product,
    reference,
    tags,
)
from workstation.replica.rows import (
    CallRow,
    ContactHead,
    Counts,
    CustomerCard,
    DialRow,
    Draft,
    InboxIds,
    InboxRow,
    OutboxRow,
    ProductCard,
    Reference,
    TemplateRow,
    Transcript,
    View,
)
from workstation.replica.store import Heard, Store
from workstation.replica.writing import Writing

if TYPE_CHECKING:
    from workstation.replica.receiving import Receiving


class Replica(Doing, Finding, Knowing, Writing):
    """Open with `Replica.open`. All methods block; none may run on a screen's thread."""

    @staticmethod
    def open(folder: Path, key: bytes, clock: Callable[[], int] = now_ms) -> "Replica":
        """Open or make the files in `folder` with a key of 32 bytes. Raises `BadLuck`."""
        store = Store(folder, key, clock)
        store.prepare()
        return Replica(store)

    def close(self) -> None:
        """Close every connection. The replica cannot be used after."""
        self._store.close()

    @property
    def me(self) -> str:
        """The id of the agent whose desk this is."""
        return self._store.me

    @property
    def store(self) -> Store:
        return self._store

    @cached_property
    def receiving(self) -> "Receiving":
        """The sync loop's side."""
        from workstation.replica.receiving import Receiving  # after the first paint

        return Receiving(self._store)

    # -- reading

    def inbox(self, view: View) -> InboxIds:
        with self._store.reading() as connection:
            return inbox.ids(connection, view, self._store.me, self._store.now())

    def inbox_rows(self, numbers: Sequence[int], found_by: str = "") -> dict[int, InboxRow]:
        """How these contacts look, and where a search found them."""
        with self._store.reading() as connection:
            if found_by:
                return inbox.rows_found(connection, numbers, found_by, self._store.now())
            return inbox.rows(connection, numbers)

    def count(self, view: View, most: int) -> int:
        """How many contacts a list has, counted to `most`."""
        with self._store.reading() as connection:
            return inbox.count(connection, view, self._store.me, self._store.now(), most)

    def counts(self, now: int) -> Counts:
        with self._store.reading() as connection:
            return inbox.counts(connection, self._store.me, now)

    def tags(self) -> tuple[tuple[str, int], ...]:
        """Every tag and on how many contacts it is, the most used first."""
        with self._store.reading() as connection:
            return tags.tags(connection)

    def contact(self, contact_id: str) -> ContactHead | None:
        with self._store.reading() as connection:
            return contact.head(connection, contact_id)

    def transcript(
        self, contact_id: str, *, limit: int = 60, before: str | None = None
    ) -> Transcript:
        with self._store.reading() as connection:
            return contact.transcript(connection, contact_id, limit=limit, before=before)

    def customer(self, customer_id: str) -> CustomerCard | None:
        with self._store.reading() as connection:
            return customer.card(connection, customer_id)

    def find_customers(self, text: str, limit: int = 20) -> list[tuple[str, str, str]]:
        """(customer_id, name, what matched)"""
        with self._store.reading() as connection:
            return finding_customers.find(connection, text, limit)

    def product(self, product_id: str, variant_id: str | None = None) -> ProductCard | None:
        with self._store.reading() as connection:
            return product.card(connection, product_id, variant_id)

    def find_products(self, text: str, limit: int = 20) -> list[tuple[str, str | None, str]]:
        """(product_id, variant_id, label)"""
        with self._store.reading() as connection:
            return product.find(connection, text, limit)

    def reference(self) -> Reference:
        with self._store.reading() as connection:
            return reference.reference(connection, self._store.me)

    def calls(self) -> tuple[CallRow, ...]:
        """Calls that ring for me or anybody, mine that go on, and mine that wait for their
        wrap-up, the oldest first."""
        with self._store.reading() as connection:
            return calls.going_on(connection, self._store.me, self._store.now())

    def dials(self) -> dict[str, DialRow]:
        """How far each channel is open, and what that does."""
        with self._store.reading() as connection:
            return lines.dials(connection)

    def templates(self, channel: str) -> tuple[TemplateRow, ...]:
        """What may be sent when the channel's reply window has closed."""
        with self._store.reading() as connection:
            return lines.templates(connection, channel)

    def outbox(self) -> list[OutboxRow]:
        with self._store.reading() as connection:
            return outbox.listed(connection)

    def waiting(self) -> tuple[int, int]:
        """How many actions wait to be sent, and how many were refused."""
        with self._store.reading() as connection:
            return outbox.count(connection, self._store.now())

    def draft(self, contact_id: str) -> Draft | None:
        with self._store.reading() as connection:
            here = drafts.read(connection, contact_id)
            return to_go_on_with(connection, contact_id, self._store.me, here)

    def after(self, contact_id: str) -> after.Deeds:
        """What is to be done once this desk's draft was sent."""
        with self._store.reading() as connection:
            return after.read(connection, contact_id)

    def names_among(self, contact_id: str, words: Iterable[str]) -> frozenset[str]:
        """Which of these words are part of a name that the desk knows, in lower case."""
        with self._store.reading() as connection:
            return names.among(connection, contact_id, words)

    def kept_at(self, contact_id: str) -> int:
        """When this desk's draft was kept, in milliseconds since the epoch; 0 without one."""
        with self._store.reading() as connection:
            return kept_at(connection, contact_id)

    def begun(self, contact_id: str) -> tuple[BegunRow, ...]:
        """What colleagues have begun to write there and nobody has answered since."""
        with self._store.reading() as connection:
            return by_others(connection, contact_id, self._store.me)

    def file(self, sha256: str) -> bytes | None:
        with self._store.reading() as connection:
            return files.read(connection, sha256)

    # -- listening

    def subscribe(self, heard: Heard) -> Callable[[], None]:
        """Be told what changed, in the thread that changed it. Returns how to stop."""
        return self._store.subscribe(heard)

    def now(self) -> int:
        """The server's time as far as this desk knows, in milliseconds."""
        return self._store.now()
