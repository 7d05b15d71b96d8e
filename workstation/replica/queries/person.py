"""Everybody who turned out to be one person: customers merged into one another, read together."""

from collections.abc import Iterable

from workstation.replica.vault import Connection

_HEAD = """
WITH RECURSIVE up (id, into_id, step) AS (
    SELECT id, merged_into_id, 0 FROM customer_now WHERE id = ?
    UNION ALL
    SELECT k.id, k.merged_into_id, step + 1 FROM up JOIN customer_now k ON k.id = up.into_id
    WHERE step < 100
)
SELECT id FROM up ORDER BY step DESC LIMIT 1
"""
_TOGETHER = """
WITH RECURSIVE down (id) AS (
    SELECT ?
    UNION
    SELECT k.id FROM down JOIN customer_now k ON k.merged_into_id = down.id
)
SELECT id FROM down
"""


def head_of(connection: Connection, customer_id: str) -> str:
    """The customer that this one is part of, as far as this desk can see: itself unless merged."""
    found = connection.execute(_HEAD, (customer_id,)).fetchone()
    return customer_id if found is None else str(found[0])


def together(connection: Connection, head_id: str) -> list[str]:
    """Everybody who is this person, the head first."""
    return [row[0] for row in connection.execute(_TOGETHER, (head_id,)).fetchall()]


def heads_and_names(
    connection: Connection, customer_ids: Iterable[str]
) -> dict[str, tuple[str, str]]:
    """Of each of these customers who they turned out to be, and the name of that one."""
    wanted = list(dict.fromkeys(customer_ids))
    marks = ",".join("?" * len(wanted))
    found: dict[str, tuple[str, str]] = {}
    for customer_id, name, into in connection.execute(
        f"SELECT id, name, merged_into_id FROM customer_now WHERE id IN ({marks})", wanted
    ).fetchall():
        head = customer_id
        if into is not None:  # rare, so asked one by one
            head = head_of(connection, customer_id)
            name = connection.execute(
                "SELECT name FROM customer_now WHERE id = ?", (head,)
            ).fetchone()[0]
        found[customer_id] = (head, name)
    return found


def names(connection: Connection, customer_ids: Iterable[str]) -> dict[str, str]:
    """The name that each of these customers goes by: that of who they turned out to be."""
    found = heads_and_names(connection, customer_ids)
    return {customer_id: name for customer_id, (_, name) in found.items()}
