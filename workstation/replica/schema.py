"""The form of the desk's two files.

For each replicated table of the models the replica has the base rows (changed only by what the
server sends), a `_preview` table (what waits in the outbox makes of them) and a `_now` view that
lays the second over the first. `n` numbers the rows; a message's number rises with time, so that
the search index gives the newest first.
"""

import hashlib
from pathlib import Path

from workstation.replica.vault import Connection

FORM = "5"
"""Raised when this file changes the form by hand."""

LOCAL = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE share (
    root_id TEXT NOT NULL, audience_id TEXT NOT NULL, root_kind TEXT NOT NULL,
    PRIMARY KEY (root_id, audience_id)
) WITHOUT ROWID;
CREATE INDEX share_audience ON share (audience_id);
CREATE TABLE guest (contact_id TEXT PRIMARY KEY, fetched_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE message_text USING fts5(
    said, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5',
    tokenize="unicode61 remove_diacritics 0"
);
CREATE VIRTUAL TABLE customer_text USING fts5(
    said, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5',
    tokenize="unicode61 remove_diacritics 0"
);
CREATE VIRTUAL TABLE address_text USING fts5(
    said, content='', contentless_delete=1, detail=none, tokenize=trigram
);
CREATE VIRTUAL TABLE message_word USING fts5vocab(message_text, instance);
CREATE VIRTUAL TABLE customer_word USING fts5vocab(customer_text, row);
CREATE INDEX contact_team ON contact (team_id, state, due_at);
CREATE INDEX contact_owner ON contact (owner_id, state, due_at);
CREATE INDEX contact_customer ON contact (customer_id);
CREATE INDEX contact_state ON contact (state, last_at, due_at, waiting_since, channel);
CREATE INDEX contact_list ON contact (
    state, last_at, due_at, waiting_since, channel, team_id, owner_id, product_type_id, last_side,
    read_at, tags, id
);
CREATE INDEX contact_tagged ON contact (tags) WHERE tags <> '[]';
CREATE INDEX message_contact ON message (contact_id, at, id);
CREATE INDEX message_preview_contact ON message_preview (contact_id, at, id);
CREATE INDEX attachment_message ON attachment (message_id);
CREATE INDEX attachment_contact ON attachment (contact_id);
CREATE INDEX shared_draft_contact ON shared_draft (contact_id);
CREATE INDEX wrap_up_contact ON wrap_up (contact_id);
CREATE INDEX service_case_contact ON service_case (contact_id);
CREATE INDEX customer_merged ON customer (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX match_customer ON customer_match (customer_id);
CREATE INDEX match_other ON customer_match (other_id);
CREATE INDEX call_contact ON phone_call (contact_id);
CREATE INDEX call_state ON phone_call (state, ended_at);
CREATE INDEX identity_customer ON identity (customer_id);
CREATE INDEX order_customer ON customer_order (customer_id);
CREATE INDEX order_number ON customer_order (number);
CREATE INDEX line_customer ON order_line (customer_id);
CREATE INDEX line_order ON order_line (order_id);
CREATE INDEX return_customer ON customer_return (customer_id);
CREATE INDEX variant_product ON variant (product_id);
CREATE INDEX answer_product ON answer (product_id);
CREATE INDEX answer_type ON answer (product_type_id);
CREATE INDEX rating_customer ON rating (customer_id);
CREATE INDEX note_customer ON customer_note (customer_id);
CREATE INDEX hint_contact ON call_hint (contact_id);
CREATE INDEX contact_product ON contact (product_id) WHERE state <> 'done';
"""

MINE = """
CREATE TABLE IF NOT EXISTS mine.note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mine.outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, action_id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
    contact_id TEXT, data TEXT NOT NULL, made_at INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting', attempts INTEGER NOT NULL DEFAULT 0,
    rev INTEGER NOT NULL DEFAULT 0, refusal TEXT NOT NULL DEFAULT '{}',
    not_before INTEGER NOT NULL DEFAULT 0, posted INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS mine.draft (
    contact_id TEXT PRIMARY KEY, text TEXT NOT NULL, mode TEXT NOT NULL, files TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '', at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mine.looked (contact_id TEXT PRIMARY KEY, at INTEGER NOT NULL)
    WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mine.answering (contact_id TEXT PRIMARY KEY, message_id TEXT NOT NULL)
    WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mine.after_sending (id TEXT PRIMARY KEY, deeds TEXT NOT NULL)
    WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mine.file (
    sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, media_type TEXT NOT NULL, name TEXT NOT NULL,
    content BLOB NOT NULL, at INTEGER NOT NULL, uploaded INTEGER NOT NULL DEFAULT 0
);
"""


def create_replica(connection: Connection) -> None:
    """Make every table of the memory, in one transaction."""
    from sqlalchemy.dialects import sqlite  # not before the first paint: imports take long

    from workstation.wire.tables import TABLES

    dialect = sqlite.dialect()
    statements: list[str] = []
    for table in TABLES.values():
        columns = ", ".join(
            f'"{column.name}" {column.type.compile(dialect)}'
            + (" NOT NULL" if not column.nullable else "")
            for column in table.table.columns
        )
        names = ", ".join(f'"{name}"' for name in ("n", *table.columns))
        for name in (table.name, f"{table.name}_preview"):
            statements += [
                f"CREATE TABLE {name} (n INTEGER PRIMARY KEY, {columns})",
                f"CREATE UNIQUE INDEX {name}_id ON {name} (id)",
            ]
        statements.append(
            f"CREATE VIEW {table.name}_now AS "
            f"SELECT {names}, 0 AS pending FROM {table.name} "
            f"WHERE id NOT IN (SELECT id FROM {table.name}_preview) "
            f"UNION ALL SELECT {names}, 1 AS pending FROM {table.name}_preview"
        )
    statements += [part for part in LOCAL.split(";\n") if part.strip()]
    connection.execute("BEGIN IMMEDIATE")
    for statement in statements:
        connection.execute(statement)
    connection.execute("INSERT INTO meta VALUES ('form', ?)", (form(),))
    connection.execute("COMMIT")


def create_mine(connection: Connection) -> None:
    for statement in MINE.split(";\n"):
        if statement.strip():
            connection.execute(statement)
    columns = {row[1] for row in connection.execute("PRAGMA mine.table_info(outbox)").fetchall()}
    if "not_before" not in columns:  # this file is kept: one of an older desk is brought along
        connection.execute(
            "ALTER TABLE mine.outbox ADD COLUMN not_before INTEGER NOT NULL DEFAULT 0"
        )
    if "posted" not in columns:
        connection.execute("ALTER TABLE mine.outbox ADD COLUMN posted INTEGER NOT NULL DEFAULT 0")
        connection.execute("UPDATE mine.outbox SET posted = 1 WHERE attempts > 0")


def made_by(connection: Connection) -> str:
    """Which `maker` made this memory; empty when none did."""
    known = connection.execute("SELECT 1 FROM main.sqlite_master WHERE name = 'meta'").fetchone()
    if known is None:
        return ""
    row = connection.execute("SELECT value FROM meta WHERE name = 'made_by'").fetchone()
    return "" if row is None else str(row[0])


def maker(version: str) -> str:
    """A cheap sign that the models are the ones that made a memory: the release, and in a
    checkout the state of their source. Only when it differs is the form itself compared."""
    rooms = Path(__file__).parent.parent / "models"
    stats = [path.stat() for path in sorted(rooms.glob("*.py"))]
    source = [(stat.st_size, stat.st_mtime_ns) for stat in (*stats, Path(__file__).stat())]
    return f"{version}-{hashlib.sha256(repr(source).encode()).hexdigest()[:16]}"


def fits(connection: Connection) -> bool:
    """Whether a memory is there and has the form of the models."""
    if made_by(connection) == "":
        return False
    row = connection.execute("SELECT value FROM meta WHERE name = 'form'").fetchone()
    return row is not None and row[0] == form()


def form() -> str:
    """The fingerprint of the replica's form: changes with the models, so that it is rebuilt."""
    from workstation.wire.tables import TABLES

    columns = [
        (table.name, [(c.name, str(c.type), c.nullable) for c in table.table.columns])
        for table in TABLES.values()
    ]
    return hashlib.sha256(repr((FORM, LOCAL, columns)).encode()).hexdigest()[:16]
