"""The menu: every kind of file that can be imported, what it holds and how a row is read.

How to add one
1. Write its record in `records.py` and one function from `Fields` to it, raising `Wrong`.
2. List it here, say its columns in `docs/import.md`, and write it in `server/importing`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from workstation.shop import conversations, customers, items, knowledge, orders
from workstation.shop.csv_rows import csv_rows
from workstation.shop.feed_rows import feed_rows
from workstation.shop.fields import Fields, Wrong
from workstation.shop.json_rows import json_rows
from workstation.shop.records import (
    AnswerRecord,
    ConversationRecord,
    CustomerRecord,
    FileRefused,
    ItemRecord,
    OrderLineRecord,
    OrderRecord,
    RatingRecord,
    RawRow,
    Record,
    Rejection,
    ReturnRecord,
    Row,
)
from workstation.shop.seen import Seen
from workstation.shop.source import Source

Format = Literal["csv", "jsonl", "xml"]


@dataclass(frozen=True, kw_only=True)
class Kind:
    """What a file of this kind may look like, and how one row of it is read."""

    name: str
    formats: tuple[Format, ...]
    required: tuple[str, ...]
    optional: tuple[str, ...]
    read: Callable[[Fields], Record]


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            name="catalogue",
            formats=("csv", "xml"),
            required=items.REQUIRED,
            optional=items.OPTIONAL,
            read=items.item,
        ),
        Kind(
            name="customers",
            formats=("csv", "jsonl"),
            required=customers.REQUIRED,
            optional=customers.OPTIONAL,
            read=customers.customer,
        ),
        Kind(
            name="orders",
            formats=("csv", "jsonl"),
            required=orders.ORDER_REQUIRED,
            optional=orders.ORDER_OPTIONAL,
            read=orders.order,
        ),
        Kind(
            name="order-lines",
            formats=("csv", "jsonl"),
            required=orders.LINE_REQUIRED,
            optional=orders.LINE_OPTIONAL,
            read=orders.order_line,
        ),
        Kind(
            name="returns",
            formats=("csv", "jsonl"),
            required=orders.RETURN_REQUIRED,
            optional=orders.RETURN_OPTIONAL,
            read=orders.returned,
        ),
        Kind(
            name="conversations",
            formats=("jsonl",),
            required=conversations.REQUIRED,
            optional=conversations.OPTIONAL,
            read=conversations.conversation,
        ),
        Kind(
            name="answers",
            formats=("csv", "jsonl"),
            required=knowledge.ANSWER_REQUIRED,
            optional=knowledge.ANSWER_OPTIONAL,
            read=knowledge.answer,
        ),
        Kind(
            name="ratings",
            formats=("csv", "jsonl"),
            required=knowledge.RATING_REQUIRED,
            optional=knowledge.RATING_OPTIONAL,
            read=knowledge.rating,
        ),
    )
}
"""In the order in which a shop arrives: what is named later leans on what comes before."""


def rows_of(kind: Kind, source: Source) -> Iterator[Row | Rejection]:
    """The file as records, one by one, with a rejection for every row that is none.

    A key that a row above already had is rejected: which of both is true, nobody can know, and
    the file would change the shop each time it is imported.
    """
    seen = Seen()
    groups = Seen()
    for raw in _raw_rows(kind, source):
        if isinstance(raw, Rejection):
            yield raw
            continue
        try:
            record = kind.read(Fields(raw.values))
        except Wrong as problem:
            yield Rejection(raw.line, str(problem), raw.text)
            continue
        key = key_of(record)
        if not seen.add(key):
            yield Rejection(raw.line, f"{_shown(key)} is in this file already", raw.text)
            continue
        if isinstance(record, ItemRecord) and not groups.add(record.group):
            record = replace(record, leads=False)
        yield Row(raw.line, raw.text, record)


def _shown(key: str) -> str:
    return key.replace("\n", " / ")[:100]


def format_of(kind: Kind, source: Source) -> Format:
    """By what is in the file, whatever it is called."""
    start = source.peek().lstrip()[:1]
    found: Format = "xml" if start == b"<" else "jsonl" if start == b"{" else "csv"
    if found not in kind.formats:
        raise FileRefused(
            f"{source.path.name} is {found.upper()}; {kind.name} are read from"
            f" {' or '.join(accepted.upper() for accepted in kind.formats)}."
        )
    return found


def _raw_rows(kind: Kind, source: Source) -> Iterator[RawRow | Rejection]:
    if source.size == 0:
        raise FileRefused(f"{source.path.name} is empty.")
    found = format_of(kind, source)
    if found == "xml":
        return feed_rows(source)
    if found == "jsonl":
        return json_rows(source)
    return csv_rows(source, required=kind.required, optional=kind.optional)


def weight_of(record: Record) -> int:
    """How many rows of the office it becomes, about."""
    return 1 + len(record.turns) if isinstance(record, ConversationRecord) else 1


def key_of(record: Record) -> str:
    """What makes it the same thing when it comes again."""
    match record:
        case (
            CustomerRecord()
            | ReturnRecord()
            | ConversationRecord()
            | AnswerRecord()
            | RatingRecord()
        ):
            return record.key
        case OrderRecord():
            return record.number
        case OrderLineRecord():
            return f"{record.order}\n{record.line}"
        case ItemRecord():
            return record.sku
