"""Two variants side by side: what they are, and where they differ."""

from dataclasses import dataclass

from workstation.replica.rows.product import VariantRow
from workstation.ui.contact.moments import money
from workstation.ui.panels.value_words import label_of, value_of
from workstation.ui.panels.variants_model import stock_words
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    one: str
    other: str
    remark: str = ""
    """How much they differ, where that can be said."""
    telling: bool = True
    """Article numbers always differ: that says nothing."""

    @property
    def differs(self) -> bool:
        return self.telling and self.one != self.other


def compared(one: VariantRow, other: VariantRow, language: str) -> list[Line]:
    """Price and stock, then every attribute that one of them has; what differs first."""
    lines = [
        Line(
            translate("panels", "Price"),
            money(one.price, one.currency, language),
            money(other.price, other.currency, language),
            _dearer(one, other, language),
        ),
        Line(
            translate("panels", "Stock"),
            _stock(one.stock),
            _stock(other.stock),
        ),
        Line(translate("panels", "Article number"), one.sku, other.sku, telling=False),
    ]
    names = list(dict.fromkeys((*one.attributes, *other.attributes)))
    attributes = [
        Line(
            label_of(name),
            harmless_line(value_of(one.attributes.get(name, "–"))),
            harmless_line(value_of(other.attributes.get(name, "–"))),
        )
        for name in names
    ]
    return lines[:1] + sorted(lines[1:] + attributes, key=lambda line: not line.differs)


def _stock(stock: int | None) -> str:
    """A number, beside the word that says of what."""
    return str(stock) if stock is not None and stock > 0 else stock_words(stock)[0] or "–"


def _dearer(one: VariantRow, other: VariantRow, language: str) -> str:
    if one.currency != other.currency or one.price == other.price:
        return ""
    amount = money(abs(other.price - one.price), one.currency, language)
    return f"+\u00a0{amount}" if other.price > one.price else f"−\u00a0{amount}"
