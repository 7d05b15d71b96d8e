"""The variants of a product: what is exactly in the box, its price and how many there are."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workstation.replica.rows.product import VariantRow
from workstation.ui.contact.moments import money
from workstation.ui.theme.pill import Tone
from workstation.ui.transcript.harmless import harmless_line, plain_tip
from workstation.ui.words import translate

Index = QModelIndex | QPersistentModelIndex
VariantRole = int(Qt.ItemDataRole.UserRole) + 1
PriceRole = VariantRole + 1
StockRole = VariantRole + 2
ChosenRole = VariantRole + 3
MarkedRole = VariantRole + 4
_NOWHERE = QModelIndex()


def stock_words(stock: int | None) -> tuple[str, Tone]:
    """How many are in stock; ("", "quiet") when the shop does not say."""
    if stock is None:
        return "", "quiet"
    if stock <= 0:
        return translate("panels", "sold out"), "bad"
    return translate("panels", "in stock {count}").format(count=stock), "ok"


class VariantsModel(QAbstractListModel):
    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._variants: tuple[VariantRow, ...] = ()
        self._chosen: str | None = None
        self._marked: tuple[str, ...] = ()

    @property
    def marked(self) -> tuple[str, ...]:
        """At most two variants that are compared, in the order in which they were marked."""
        return self._marked

    def put(self, variants: tuple[VariantRow, ...], chosen: str | None) -> None:
        """Show these; the contact is about the `chosen` one."""
        self.beginResetModel()
        self._variants = tuple(sorted(variants, key=lambda v: v.variant_id != chosen))
        self._chosen = chosen
        self._marked = ()
        self.endResetModel()

    def mark(self, *variant_ids: str) -> None:
        """Mark these to be compared, as far as they are here."""
        here = {variant.variant_id for variant in self._variants}
        self._marked = tuple(one for one in variant_ids if one in here)[-2:]
        self._told()

    def toggle(self, variant_id: str) -> None:
        """Mark another one beside the contact's, or beside the one marked before."""
        if variant_id in self._marked:
            self._marked = tuple(one for one in self._marked if one != variant_id)
        else:
            kept = self._marked[-1:]
            if self._chosen is not None and variant_id != self._chosen:
                kept = (self._chosen,)
            self._marked = (*(one for one in kept if one != variant_id), variant_id)
        if self._marked == (self._chosen,):
            self._marked = ()
        self._told()

    def pair(self) -> tuple[VariantRow | None, VariantRow | None]:
        """The two that are compared."""
        if len(self._marked) < 2:
            return None, None
        known = {variant.variant_id: variant for variant in self._variants}
        return known.get(self._marked[0]), known.get(self._marked[1])

    def _told(self) -> None:
        if self._variants:
            self.dataChanged.emit(self.index(0), self.index(len(self._variants) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._variants)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._variants):
            return None
        variant = self._variants[index.row()]
        price = money(variant.price, variant.currency, self._language)
        if role == VariantRole:
            return variant
        if role == PriceRole:
            return price
        if role == StockRole:
            return stock_words(variant.stock)
        if role == ChosenRole:
            return variant.variant_id == self._chosen
        if role == MarkedRole:
            return variant.variant_id in self._marked
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            parts = (harmless_line(variant.name), variant.sku, price, stock_words(variant.stock)[0])
            text = ", ".join(part for part in parts if part)
            return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None
