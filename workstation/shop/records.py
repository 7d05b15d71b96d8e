"""What a file says, once read: records without ids, waiting to be written."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from workstation.models import Channel


class FileRefused(Exception):
    """Nothing of this file can be read; the message says to a person why, and what to do."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """One row that is not imported. `line` counts from 1, where the row begins; `row` is how the
    row looked, cut short."""

    line: int
    reason: str
    row: str = ""


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row as it stands in the file: named values, not yet judged."""

    line: int
    text: str
    values: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityRecord:
    channel: Channel
    address: str
    name: str = ""
    verified_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerRecord:
    key: str
    name: str
    language: str = ""
    city: str = ""
    country: str = ""
    preferred_channel: str = ""
    note: str = ""
    since: int | None = None
    identities: tuple[IdentityRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRecord:
    number: str
    customer: str
    placed_at: int
    delivered_at: int | None
    state: str
    total: int
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLineRecord:
    """`price` is a decimal: only the order knows the currency, and so its smallest unit."""

    order: str
    line: str
    sku: str
    name: str
    quantity: int
    price: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnRecord:
    key: str
    order: str
    line: str
    sku: str
    quantity: int
    reason: str
    state: str
    at: int
    refund: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRecord:
    """One item of a product feed: a variant, and what it says about its product.

    `product_type` is the shop's path, widest first. `attributes` tell this variant from its
    sisters; `specifications` hold for all of them. `price` in the currency's smallest unit.
    `leads` is whether it is the first of its group in the file: it speaks for the product.
    """

    sku: str
    group: str
    title: str
    group_title: str
    brand: str
    description: str
    link: str
    image: str
    product_type: tuple[str, ...]
    gtin: str
    price: int
    currency: str
    stock: int | None
    attributes: dict[str, str]
    specifications: dict[str, str]
    leads: bool = True


Speaker = Literal["customer", "agent", "note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentRecord:
    """`path` is relative to the folder of the file that names it."""

    path: str
    media_type: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnRecord:
    """One message of a conversation; `key` is unique within it."""

    key: str
    speaker: Speaker
    at: int
    text: str
    provider_id: str = ""
    agent: str = ""
    attachments: tuple[AttachmentRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WrapUpRecord:
    at: int
    kind: Literal["question", "complaint"]
    topic: str
    agent: str = ""
    sku: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationRecord:
    """`customer_key` is the shop's; `address` is theirs on this channel. One of both is there."""

    key: str
    thread: str
    channel: Channel
    customer_key: str
    customer_name: str
    address: str
    opened_at: int
    turns: tuple[TurnRecord, ...]
    subject: str = ""
    language: str = ""
    sku: str = ""
    order: str = ""
    wrap_up: WrapUpRecord | None = field(default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRecord:
    """A question and its answer. It is about the article `sku`, else the product `group`, else the
    product type."""

    key: str
    sku: str
    group: str
    product_type: tuple[str, ...]
    question_nl: str
    answer_nl: str
    question_en: str
    answer_en: str
    published_at: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingRecord:
    """What a customer said of the service: `score` from 0 to 10."""

    key: str
    customer: str
    channel: Channel
    conversation: str
    score: int
    comment: str
    at: int


Record = (
    CustomerRecord
    | OrderRecord
    | OrderLineRecord
    | ReturnRecord
    | ItemRecord
    | ConversationRecord
    | AnswerRecord
    | RatingRecord
)


@dataclass(frozen=True, slots=True)
class Row:
    """A record, and where it stood."""

    line: int
    text: str
    record: Record
