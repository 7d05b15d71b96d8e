"""From rows that were touched to what screens are told."""

from collections.abc import Iterable

from workstation.replica.rows.news import Changed
from workstation.replica.vault import Connection

_UNDER_CONTACT = (
    "message",
    "attachment",
    "phone_call",
    "call_hint",
    "shared_draft",
    "wrap_up",
    "service_case",
)
_UNDER_CUSTOMER = ("customer_note",)


def changed_by(connection: Connection, touched: Iterable[tuple[str, str]]) -> Changed:
    """`touched` are table names and row ids."""
    contacts: set[str] = set()
    customers: set[str] = set()
    tables: set[str] = set()
    for name, row_id in touched:
        tables.add(name)
        if name == "contact":
            contacts.add(row_id)
        elif name == "customer":
            customers.add(row_id)
        elif name in _UNDER_CONTACT:
            found = connection.execute(
                f"SELECT contact_id FROM {name}_now WHERE id = ?", (row_id,)
            ).fetchone()
            if found is not None:
                contacts.add(found[0])
        elif name in _UNDER_CUSTOMER:
            found = connection.execute(
                f"SELECT customer_id FROM {name}_now WHERE id = ?", (row_id,)
            ).fetchone()
            if found is not None:
                customers.add(found[0])
    return Changed(frozenset(contacts), frozenset(customers), frozenset(tables))
