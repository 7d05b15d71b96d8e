"""Where a search found a contact, for a row of a list: the newest line in which it was said, and
the customer's name."""

from collections.abc import Mapping

from workstation.replica.queries.hits import hit, told
from workstation.replica.queries.listing import MOST_SAID, words_of
from workstation.replica.rows.inbox import FoundLine, InboxRow
from workstation.replica.vault import Connection
from workstation.replica.words import query, spans


def found_lines(
    connection: Connection, rows: Mapping[int, InboxRow], text: str, now: int
) -> dict[int, FoundLine]:
    """By number of a row. What was found by operators alone is left out."""
    words = words_of(text, now)
    said = query(words)
    if not said or not rows:
        return {}
    ids = [row.contact_id for row in rows.values()]
    newest = connection.execute(
        f"SELECT max(n) FROM message WHERE contact_id IN ({','.join('?' * len(ids))}) "
        "AND n IN (SELECT rowid FROM message_text WHERE message_text MATCH ? "
        f"ORDER BY rowid DESC LIMIT {MOST_SAID}) GROUP BY contact_id",
        [*ids, said],
    ).fetchall()
    found = {row[0]: hit(words, *row) for row in told(connection, [row[0] for row in newest])}
    lines: dict[int, FoundLine] = {}
    for number, row in rows.items():
        line, in_name = found.get(row.contact_id), spans(row.name, words)
        if line is not None:
            lines[number] = FoundLine(line.snippet, line.spans, line.message_id, in_name)
        elif in_name:
            lines[number] = FoundLine(in_name=in_name)
    return lines
