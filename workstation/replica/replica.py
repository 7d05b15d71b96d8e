"""The desk's memory: one door to everything the desk holds, safe to use from any worker thread.

Reads answer from the files at once. What a person does is written to the outbox and laid over the
rows in one go. What the server says comes in by `receiving`. Every change is told to the
subscribers, in the thread that made it.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from workstation.models.ids import now_ms
from workstation.replica import after, drafts, files, outbox
from workstation.replica.begun import by_others, kept_at, to_go_on_with
from workstation.replica.beside import Beside
from workstation.replica.doing import Doing
from workstation.replica.finding import Finding
from workstation.replica.knowing import Knowing
from workstation.replica.queries import inbox, reference
from workstation.replica.store import Store
from workstation.replica.writing import Writing

if TYPE_CHECKING:
    from workstation.replica.begun import BegunRow
    from workstation.replica.lists import InboxIds, View
    from workstation.replica.receiving import Receiving
    from workstation.replica.rows.inbox import Counts, InboxRow
    from workstation.replica.rows.outbox import Draft, OutboxRow
    from workstation.replica.rows.reference import Reference
    from workstation.replica.store import Heard


class Replica(Beside, Doing, Finding, Knowing, Writing):
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

    def inbox(self, view: "View") -> "InboxIds":
        with self._store.reading() as connection:
            return inbox.ids(connection, view, self._store.me, self._store.now())

    def inbox_rows(self, numbers: Sequence[int], found_by: str = "") -> dict[int, "InboxRow"]:
        """How these contacts look, and where a search found them."""
        with self._store.reading() as connection:
            if found_by:
                return inbox.rows_found(connection, numbers, found_by, self._store.now())
            return inbox.rows(connection, numbers)

    def count(self, view: "View", most: int) -> int:
        """How many contacts a list has, counted to `most`."""
        with self._store.reading() as connection:
            return inbox.count(connection, view, self._store.me, self._store.now(), most)

    def counts(self, now: int) -> "Counts":
        with self._store.reading() as connection:
            return inbox.counts(connection, self._store.me, now)

    def reference(self) -> "Reference":
        with self._store.reading() as connection:
            return reference.reference(connection, self._store.me)

    def outbox(self) -> list["OutboxRow"]:
        with self._store.reading() as connection:
            return outbox.listed(connection)

    def waiting(self) -> tuple[int, int]:
        """How many actions wait to be sent, and how many were refused."""
        with self._store.reading() as connection:
            return outbox.count(connection, self._store.now())

    def draft(self, contact_id: str) -> "Draft | None":
        with self._store.reading() as connection:
            here = drafts.read(connection, contact_id)
            return to_go_on_with(connection, contact_id, self._store.me, here)

    def after(self, contact_id: str) -> after.Deeds:
        """What is to be done once this desk's draft was sent."""
        with self._store.reading() as connection:
            return after.read(connection, contact_id)

    def kept_at(self, contact_id: str) -> int:
        """When this desk's draft was kept, in milliseconds since the epoch; 0 without one."""
        with self._store.reading() as connection:
            return kept_at(connection, contact_id)

    def begun(self, contact_id: str) -> tuple["BegunRow", ...]:
        """What colleagues have begun to write there and nobody has answered since."""
        with self._store.reading() as connection:
            return by_others(connection, contact_id, self._store.me)

    def file(self, sha256: str) -> bytes | None:
        with self._store.reading() as connection:
            return files.read(connection, sha256)

    # -- listening

    def subscribe(self, heard: "Heard") -> Callable[[], None]:
        """Be told what changed, in the thread that changed it. Returns how to stop."""
        return self._store.subscribe(heard)

    def now(self) -> int:
        """The server's time as far as this desk knows, in milliseconds."""
        return self._store.now()
