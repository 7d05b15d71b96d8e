"""What the replica found for somebody who searches: plain rows, detached from any database."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workstation.replica.rows.inbox import Hit

if TYPE_CHECKING:
    from workstation.rules.finding.reading import Trouble


@dataclass(frozen=True, slots=True)
class Searched:
    """Contacts, newest first. `further` is where to go on looking, None when all was looked at."""

    hits: tuple[Hit, ...] = ()
    further: int | None = None
    troubles: "tuple[Trouble, ...]" = ()


@dataclass(frozen=True, slots=True)
class OrderHit:
    """An order by its number, with whose it is and what was bought."""

    order_id: str
    number: str
    customer_id: str
    name: str
    placed_at: int
    state: str
    lines: str


@dataclass(frozen=True, slots=True)
class ProductHit:
    """A product, or one of its variants. `stock` is None where it is not known."""

    product_id: str
    variant_id: str | None
    label: str
    stock: int | None


@dataclass(frozen=True, slots=True)
class AnswerHit:
    """A question that was answered, and the product it is about, if it is about one."""

    answer_id: str
    question_en: str
    question_nl: str
    answer_en: str
    answer_nl: str
    product_id: str | None
    product: str


@dataclass(frozen=True, slots=True)
class Found:
    """All that a palette shows beside commands. Customers are (id, name, what matched)."""

    customers: tuple[tuple[str, str, str], ...] = ()
    orders: tuple[OrderHit, ...] = ()
    products: tuple[ProductHit, ...] = ()
    answers: tuple[AnswerHit, ...] = ()
    searched: Searched = Searched()
