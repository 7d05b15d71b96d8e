"""What the server says, stored: packets of rows with their cursor, decisions, history, files.

Base rows and cursor change in one transaction, and the overlay is laid anew in the same one, so a
reader never sees an action twice or not at all. The outbox, in the other file, is cleared after:
cut off in between, an entry is found to have arrived at the next start.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypedDict

import orjson

from workstation.replica import after, apply, drafts, files, held, outbox
from workstation.replica.disturbed import meets_preview
from workstation.replica.overlay import lay_all, lay_anew
from workstation.replica.rows.news import Changed
from workstation.replica.store import Store
from workstation.replica.touched import changed_by
from workstation.replica.vault import Connection
from workstation.wire.changes import Packet, Rows, ShareChange
from workstation.wire.envelopes import Decision


class News(TypedDict):
    """The part of a packet that a stream repeats for each audience."""

    tables: dict[str, Rows]
    shares: list[ShareChange]


class Receiving:
    """The sync loop's side of the replica."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def cursor(self) -> str:
        """Where this desk is in the feed; empty before anything was fetched."""
        return self._store.noted("cursor")

    @property
    def upto(self) -> int:
        """Every change with a revision below this is among the base rows."""
        return int(self._store.noted("upto") or 0)

    @property
    def epoch(self) -> str:
        return self._store.noted("epoch")

    def store_page(self, packet: Packet, *, after: str | None = None) -> bool:
        """Store one page of a pull. False when it does not follow `after`, the cursor it was asked
        with: the memory was thrown away meanwhile, and has to be fetched from the start."""
        return self._put(
            [News(tables=packet["tables"], shares=packet["shares"])],
            leave=packet["leave"],
            cursor=packet["cursor"],
            upto=0 if packet["more"] else packet["upto"],
            epoch=packet["epoch"],
            fits=lambda at: after is None or at == after,
        )

    def store_news(self, news: Sequence[News], *, cursor: str, upto: int) -> bool:
        """Store what a stream told at one moment; no news just moves the cursor. False when there
        is no memory that it could go on from."""
        return self._put(
            news, leave=(), cursor=cursor, upto=upto, epoch=None, fits=lambda at: at != ""
        )

    def _put(
        self,
        news: Sequence[News],
        *,
        leave: Sequence[str],
        cursor: str,
        upto: int,
        epoch: str | None,
        fits: Callable[[str], bool],
    ) -> bool:
        touched: set[tuple[str, str]] = set()
        with self._store.writing() as connection:
            if not fits(self.cursor):
                return False
            laid_over = outbox.has_any(connection)
            applied = apply.Applied(cells=laid_over)
            known = max(upto, self.upto)
            for part in news:
                apply.store_shares(connection, part["shares"], leave, applied)
                apply.store_rows(connection, part["tables"], applied)
            _note(connection, "cursor", cursor)
            _note(connection, "upto", str(known))
            if epoch is not None:
                _note(connection, "epoch", epoch)
            arrived = outbox.has_arrived(connection, known)
            if arrived or (applied.tables and laid_over):
                touched = self._lay_over(connection, applied, known)
            changed = changed_by(connection, touched)
        if arrived:
            with self._store.writing() as connection:
                outbox.drop_arrived(connection, known)
        told = applied.changed()
        self._store.tell(
            Changed(
                contacts=told.contacts | changed.contacts,
                customers=told.customers | changed.customers,
                tables=told.tables | changed.tables | ({"outbox"} if arrived else set()),
            )
        )
        return True

    def _lay_over(
        self, connection: Connection, applied: apply.Applied, upto: int
    ) -> set[tuple[str, str]]:
        """Bring the preview in line with what has come."""
        laid = self._store.laid
        if meets_preview(connection, applied.tables):
            laid.forget()
        laid.changed(applied.cells)
        return lay_anew(connection, laid, self._store.me, upto)

    def store_history(self, tables: dict[str, Rows]) -> None:
        """Store a customer's older contacts, to read: guests, unless the feed shares them."""
        with self._store.writing() as connection:
            applied = apply.Applied(cells=outbox.has_any(connection))
            apply.store_rows(connection, tables, applied)
            if meets_preview(connection, applied.tables):
                self._store.laid.forget()
            self._store.laid.changed(applied.cells)
            now = self._store.now()
            connection.executemany(
                "INSERT OR REPLACE INTO guest SELECT ?1, ?2 "
                "WHERE NOT EXISTS (SELECT 1 FROM share WHERE root_id = ?1)",
                [(root, now) for root in applied.contacts],
            )
        self._store.tell(applied.changed())

    def decided(self, decisions: Sequence[Decision]) -> None:
        """Note what the server decided; a refused text goes back to its composer."""
        upto = self.upto
        contacts: set[str] = set()
        with self._store.writing() as connection:
            for decision in decisions:
                contacts |= self._decide(connection, decision)
            touched = lay_anew(connection, self._store.laid, self._store.me, upto)
            outbox.drop_arrived(connection, upto)
            changed = changed_by(connection, touched)
        self._store.tell(
            replace(
                changed,
                contacts=changed.contacts | contacts,
                tables=changed.tables | {"outbox"},
            )
        )

    def _decide(self, connection: Connection, decision: Decision) -> set[str]:
        if decision.outcome == "accepted":
            outbox.accept(connection, decision.id, decision.rev)
            return set()
        row = connection.execute(
            "SELECT kind, contact_id, data FROM mine.outbox "
            "WHERE action_id = ? AND state <> 'refused'",
            (decision.id,),
        ).fetchone()
        if row is None:
            return set()
        kind, contact_id, data = row
        code = decision.refusal.code if decision.refusal else "not_understood"
        facts = decision.refusal.facts if decision.refusal else {}
        outbox.refuse(connection, decision.id, code, facts)
        if code == "file_missing":  # what we thought had arrived has not: send it again
            for file in orjson.loads(data).get("files", ()):
                files.mark_uploaded(connection, file["sha256"], uploaded=False)
        if outbox.returns_to_composer(kind):
            drafts.give_back(
                connection,
                contact_id=contact_id,
                kind=kind,
                data=data,
                reason=f"{code}\n{orjson.dumps(facts).decode()}\n{decision.id}",
                now=self._store.now(),
            )
        return {contact_id} if contact_id else set()

    def next_batch(self, limit: int) -> list[outbox.Entry]:
        """The oldest entries to send, now marked as on their way. Where files go first, the server
        hears of none of them before `posting` says so."""
        with self._store.writing() as connection:
            entries = outbox.next_batch(connection, limit, self._store.now())
            outbox.mark_sending(connection, entries)
            if not any(entry.has_files for entry in entries):
                outbox.mark_posted(connection, entries)
        return entries

    def posting(self, entries: Sequence[outbox.Entry]) -> None:
        """These go to the server now; their files are there."""
        with self._store.writing() as connection:
            outbox.mark_posted(connection, entries)

    def put_back(self, entries: Sequence[outbox.Entry]) -> None:
        """These do not go in this turn: they wait again."""
        with self._store.writing() as connection:
            outbox.put_back(connection, entries)

    def leaves_in(self) -> float | None:
        """Seconds until what is held for second thoughts leaves; None when nothing is."""
        with self._store.reading() as connection:
            left = held.leaves_in(connection, self._store.now())
        return None if left is None else left / 1000

    def batch_failed(self) -> None:
        """The line broke: what was on its way waits again."""
        with self._store.writing() as connection:
            outbox.mark_waiting(connection)
        self._store.tell(Changed(tables=frozenset({"outbox"})))

    def refresh_preview(self) -> None:
        """Lay the outbox over the rows again: once after opening, in case it was cut off."""
        upto = self.upto
        with self._store.writing() as connection:
            outbox.mark_waiting(connection)
            outbox.drop_arrived(connection, upto)
            after.forget_sent(connection)
            touched = lay_all(connection, self._store.laid, self._store.me, upto)
            changed = changed_by(connection, touched)
        self._store.tell(changed)

    def files_to_upload(self, hashes: list[str]) -> list[files.Outgoing]:
        with self._store.reading() as connection:
            return files.to_upload(connection, hashes)

    def uploaded(self, sha256: str) -> None:
        with self._store.writing() as connection:
            files.mark_uploaded(connection, sha256)

    def keep_file(self, content: bytes, *, media_type: str, name: str) -> str:
        """Keep a file that came from the server; its SHA-256."""
        with self._store.writing() as connection:
            return files.keep(
                connection,
                content,
                media_type=media_type,
                name=name,
                now=self._store.now(),
                uploaded=True,
            )

    def start_over(self) -> None:
        """Forget what the server can give again. Outbox, drafts and files stay."""
        with self._store.writing() as connection:
            apply.forget_all(connection)
            self._store.laid.forget()
        self._store.tell(Changed(everything=True))


def _note(connection: Connection, name: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))
