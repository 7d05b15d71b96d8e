"""The wrap-up line under the composer: product, reason, what was offered, done."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workstation.replica.rows.contact import ContactHead
from workstation.replica.rows.product import ProductCard
from workstation.ui.contact.band import Band
from workstation.ui.contact.key_button import KeyButton
from workstation.ui.contact.names import Names
from workstation.ui.context import DeskContext
from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.theme.sizes import text_size
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.wrapup.pill_button import PillButton
from workstation.ui.wrapup.wrapup_asking import WrapUpAsking
from workstation.ui.wrapup.wrapup_model import (
    WrapUpEntry,
    offered_words,
    product_words,
    reason_words,
    variant_name,
)

REMEMBERED = 200
NAMED = 125
"""Percent: larger text leaves the room of the line's name to what is chosen."""
AFTER = 250
"""Milliseconds: who steps through a list does not wait for proposals that nobody reads."""


class WrapUpView(QWidget):
    product_chosen = Signal(str, str)
    """A product id and a variant id or ""."""
    finished = Signal(str)
    """A contact id: its wrap-up is in the outbox."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.names = Names(context.reference, context.language)
        self.contact_id: str | None = None
        self._entries: dict[str, WrapUpEntry] = {}
        theme = context.theme
        title = QLabel(self.tr("Wrap up"), self)
        title.setFont(font(12, STRONG))
        self.product = PillButton(theme, self.tr("Product"), self)
        self.reason = PillButton(theme, self.tr("Reason"), self)
        self.offered = PillButton(theme, self.tr("Offered"), self)
        self.done = KeyButton(theme, self.tr("Done"), context.commands.key("wrap_up"), parent=self)
        self.band = Band(theme, self)
        self.asking = WrapUpAsking(context, self)
        self.product.clicked.connect(self.asking.choose_product)
        self.reason.clicked.connect(self.asking.choose_reason)
        self.offered.clicked.connect(self.asking.choose_offered)
        self.done.clicked.connect(self.finish)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(title)
        title.setVisible(text_size() <= NAMED)
        for pill in (self.product, self.reason, self.offered):
            line.addWidget(pill)
        line.addStretch(1)
        line.addWidget(self.done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 7, 16, 7)
        layout.addWidget(self.band)
        layout.addLayout(line)
        theme.changed.connect(self.update)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER)
        self._soon.timeout.connect(self.asking.look)
        self.settle()

    @property
    def entry(self) -> WrapUpEntry:
        return self._entries.get(self.contact_id or "", WrapUpEntry())

    def show_names(self, names: Names) -> None:
        self.names = names
        self.settle()

    def show_head(self, head: ContactHead | None) -> None:
        """Another contact, or the same one changed; what the contact is about is proposed."""
        fresh = (head.contact_id if head else None) != self.contact_id
        self.contact_id = head.contact_id if head else None
        if fresh:
            self.band.say("")
        if head is None:
            return
        entry = self._entries.get(head.contact_id)
        if entry is None:
            if len(self._entries) >= REMEMBERED:
                self._entries.pop(next(iter(self._entries)))
            entry = self._entries[head.contact_id] = WrapUpEntry()
        if entry.product_id is None and head.product_id is not None and not entry.product_settled:
            entry.product_id, entry.variant_id = head.product_id, head.variant_id
            self._name_product(head.contact_id, head.product_id, head.variant_id)
        self.settle()
        self._soon.start()

    def propose(self, contact_id: str, reason_id: str, resolution_ids: tuple[str, ...]) -> None:
        """A text that was sent says what this was about; nothing when it was taken back."""
        self._entries.setdefault(contact_id, WrapUpEntry()).be_told(reason_id, resolution_ids)
        self.settle()

    def install(self) -> None:
        """Say what the commands of the wrap-up do."""
        self.asking.install()

    def finish(self) -> None:
        """Wrap the contact up; what is missing is asked for first."""
        self.asking.finish()

    def mine(self) -> WrapUpEntry | None:
        """What was filled in for the contact that is shown."""
        return self._entries.get(self.contact_id or "")

    def forget(self, contact_id: str) -> None:
        self._entries.pop(contact_id, None)

    def _name_product(self, contact_id: str, product_id: str, variant_id: str | None) -> None:
        def found(card: ProductCard | None) -> None:
            entry = self._entries.get(contact_id)
            if entry is not None and card is not None and entry.product_id == product_id:
                variant = next((v for v in card.variants if v.variant_id == variant_id), None)
                entry.product_name = harmless_line(variant_name(card.name, variant))
                self.settle()

        self._context.reader.ask(
            "wrap-up product",
            lambda replica: replica.product(product_id, variant_id),
            found,
            owner=self,
        )

    def settle(self) -> None:
        entry = self.entry
        self.product.say(
            product_words(entry),
            filled=bool(entry.product_name) or entry.product_settled,
            proposed=entry.proposed_product is not None,
        )
        self.reason.say(
            reason_words(entry, self.names),
            filled=entry.complete,
            proposed=entry.proposed_reason(self.names) is not None,
        )
        self.offered.say(offered_words(entry, self.names), filled=bool(entry.resolution_ids))
        self.done.setEnabled(self.contact_id is not None)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._context.theme.color("surface"))
        painter.fillRect(0, 0, self.width(), 1, self._context.theme.color("line2"))
