"""The sample shop as a change feed: the pages a desk would pull, without a server."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Table
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from workstation.models import Contact
from workstation.sample.rows import Batch
from workstation.wire.changes import Packet, Rows, ShareChange
from workstation.wire.tables import TABLES

PAGE = 2000
"""Rows in a page, as the server sends them."""

EPOCH = "bench"


def pages(batches: Iterable[Batch], *, page: int = PAGE) -> Iterator[Packet]:
    """Pages of `page` rows in the order of `batches`. Contacts and their customers are shared
    with the contact's team and owner, on the page that brings the contact."""
    filling, rows, rev, number = _empty(), 0, 0, 0
    for model, given in batches:
        rev += 1
        table = TABLES[model.__tablename__]  # type: ignore[attr-defined]
        blank = _blank(model.__table__)  # type: ignore[attr-defined]
        for said in given:
            row = blank | said
            into = filling["tables"].setdefault(
                table.name, Rows(columns=list(table.columns), rows=[])
            )
            into["rows"].append([rev if name == "rev" else row[name] for name in table.columns])
            rows += 1
            if model is Contact:
                shares = _shares(row)
                filling["shares"] += shares
                rows += len(shares)
            if rows >= page:
                number += 1
                filling["cursor"] = str(number)
                yield filling
                filling, rows = _empty(), 0
    filling["cursor"] = str(number + 1)
    filling["more"] = False
    filling["upto"] = rev + 1
    yield filling


def _blank(table: Table) -> dict[str, Any]:
    """A row as the database writes it where the sample says nothing."""
    defaults = {column.name: column.default for column in table.columns}
    return {
        name: default.arg if isinstance(default, ScalarElementColumnDefault) else None
        for name, default in defaults.items()
    }


def in_the_order_of_a_pull(batches: Iterable[Batch]) -> list[Batch]:
    """A first pull brings table after table; all rows are in memory at once."""
    found: dict[str, list[Batch]] = {name: [] for name in TABLES}
    for model, rows in batches:
        found[model.__tablename__].append((model, rows))  # type: ignore[attr-defined]
    return [batch for name in TABLES for batch in found[name]]


def _empty() -> Packet:
    return Packet(
        epoch=EPOCH,
        tables={},
        shares=[],
        leave=[],
        cursor="",
        upto=0,
        more=True,
        restart=False,
    )


def _shares(contact: dict[str, Any]) -> list[ShareChange]:
    audiences = {contact["team_id"], contact["owner_id"]} - {None}
    roots = (("contact", contact["id"]), ("customer", contact["customer_id"]))
    return [
        ShareChange(audience=audience, kind=kind, root=root, gone=False)
        for kind, root in roots
        for audience in sorted(audiences)
    ]
