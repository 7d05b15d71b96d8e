"""One order of a customer: what is in it, where it is, and what came back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from workstation.replica.rows.order import OrderLineRow, OrderRow
from workstation.ui.panels.fact import Fact
from workstation.ui.panels.order_line import AROUND, OrderLine
from workstation.ui.panels.order_words import (
    LINES,
    contents,
    counted,
    line_cost,
    order_state,
    return_words,
    sum_words,
)
from workstation.ui.panels.section import Card, Words
from workstation.ui.theme.pill import Pill
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate


class OrderCard(Card):
    """`chosen` when the contact is about this order."""

    product_wanted = Signal(str, str)
    """A product id and a variant id: of a line that somebody opens."""

    def __init__(
        self,
        theme: Theme,
        order: OrderRow,
        *,
        now: int,
        language: str,
        chosen: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, chosen=chosen, parent=parent)
        number = Fact(theme, order.number, name=translate("panels", "Order number"), strong=True)
        state, tone = order_state(order, now, language)
        pill = Pill(theme, state, tone)
        head = QHBoxLayout()
        head.addWidget(number, 1)
        head.addWidget(pill)
        self.column.addLayout(head)
        for line in order.lines[:LINES]:
            self._add_line(theme, line, order.currency, language)
        self.column.addWidget(Fact(theme, sum_words(order, now, language), ink="muted", size=12))
        for came_back in order.returns:
            said = Fact(theme, return_words(came_back, order, now, language), size=12)
            said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            self.column.addWidget(said)
        self.setAccessibleName(
            ", ".join((harmless_line(order.number), state, contents(order, language)))
        )

    def _add_line(self, theme: Theme, line: OrderLineRow, currency: str, language: str) -> None:
        """What was bought at the left, what it cost in all at the right."""
        words, cost = counted(line.name, line.quantity), line_cost(line, currency, language)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.column.addLayout(row)
        if line.product_id:
            shown = OrderLine(theme, words, cost)
            product = (line.product_id, line.variant_id)
            shown.opened.connect(lambda: self.product_wanted.emit(*product))
            row.addWidget(shown, 1)
        else:
            gone = Fact(theme, words, ink="muted", size=12)
            gone.setContentsMargins(0, px(AROUND), 0, px(AROUND))
            row.addWidget(gone, 1)
        price = Words(cost, ink="text" if line.product_id else "muted", size=12)
        price.setWordWrap(False)
        price.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        price.setContentsMargins(0, px(AROUND), 0, px(AROUND))
        row.addWidget(price, 0, Qt.AlignmentFlag.AlignTop)
