"""Everybody who turned out to be one person: customers merged into one another, read together."""

from collections.abc import Iterable

from workstation.replica.vault import Connection

_FURTHEST = 100
"""How far a chain of merges is followed; there are no circles, but nobody should hang on one."""
# Asked one by one, and of the tables themselves: through a view that is joined, SQLite reads every
# customer there is. Hardly anybody is merged, so it is one question each way.
_MERGED = (
    "SELECT id FROM customer WHERE merged_into_id = ?1 "
    "AND id NOT IN (SELECT id FROM customer_preview) "
    "UNION ALL SELECT id FROM customer_preview WHERE merged_into_id = ?1"
)


def head_of(connection: Connection, customer_id: str) -> str:
    """The customer that this one is part of, as far as this desk can see: itself unless merged."""
    for _ in range(_FURTHEST):
        found = connection.execute(
            "SELECT merged_into_id FROM customer_now WHERE id = ?", (customer_id,)
        ).fetchone()
        if found is None or found[0] is None:
            break
        known = connection.execute("SELECT 1 FROM customer_now WHERE id = ?", (found[0],))
        if known.fetchone() is None:
            break
        customer_id = str(found[0])
    return customer_id


def together(connection: Connection, head_id: str) -> list[str]:
    """Everybody who is this person, the head first."""
    people = [head_id]
    for person in people:
        found = connection.execute(_MERGED, (person,)).fetchall()
        people += [row[0] for row in found if row[0] not in people]
    return people


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
