"""A product and its variants.

Times are milliseconds since the epoch. Texts are as people wrote them (see `models/text.py`).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workstation.replica.rows.knowledge import AnswerRow, OpenContactRow


@dataclass(frozen=True, slots=True)
class VariantRow:
    variant_id: str
    sku: str
    name: str
    attributes: dict[str, Any]
    price: int
    currency: str
    stock: int | None


@dataclass(frozen=True, slots=True)
class ProductCard:
    product_id: str
    variant_id: str | None
    name: str
    brand: str
    type_en: str
    type_nl: str
    description: str
    specifications: dict[str, Any]
    variants: tuple[VariantRow, ...]
    answers: tuple["AnswerRow", ...]
    """The product's own first."""
    product_type_id: str | None = None
    image: str = ""
    """Where the shop's feed says that its picture is."""
    link: str = ""
    open_contacts: tuple["OpenContactRow", ...] = ()
    """Not wrapped up, the oldest first."""
    open_count: int = 0
