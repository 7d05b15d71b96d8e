"""The wrap-up line under the composer: product, reason, what was offered, done."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workstation.replica.rows import ContactHead, ProductCard
from workstation.ui.choosing.choice_model import Choice, Search, search_in
from workstation.ui.choosing.choice_popup import ChoicePopup
from workstation.ui.contact.band import Band
from workstation.ui.contact.key_button import KeyButton
from workstation.ui.contact.names import Names
from workstation.ui.contact.refusal_words import refusal_sentence
from workstation.ui.context import DeskContext
from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.wrapup.pill_button import PillButton
from workstation.ui.wrapup.wrapup_model import (
    WrapUpEntry,
    offered_words,
    product_words,
    reason_choices,
    reason_words,
    resolution_choices,
    variant_name,
)

REMEMBERED = 200


class WrapUpView(QWidget):
    product_chosen = Signal(str, str)
    """A product id and a variant id or ""."""
    finished = Signal(str)
    """A contact id: its wrap-up is in the outbox."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._names = Names(context.reference, context.language)
        self._contact_id: str | None = None
        self._entries: dict[str, WrapUpEntry] = {}
        theme = context.theme
        title = QLabel(self.tr("Wrap up"), self)
        title.setFont(font(12, STRONG))
        self.product = PillButton(theme, self.tr("Product"), self)
        self.reason = PillButton(theme, self.tr("Reason"), self)
        self.offered = PillButton(theme, self.tr("Offered"), self)
        self.done = KeyButton(theme, self.tr("Done"), context.commands.key("wrap_up"), parent=self)
        self.band = Band(theme, self)
        self.product.clicked.connect(self.choose_product)
        self.reason.clicked.connect(self.choose_reason)
        self.offered.clicked.connect(self.choose_offered)
        self.done.clicked.connect(self.finish)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(title)
        for pill in (self.product, self.reason, self.offered):
            line.addWidget(pill)
        line.addStretch(1)
        line.addWidget(self.done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 7, 16, 7)
        layout.addWidget(self.band)
        layout.addLayout(line)
        theme.changed.connect(self.update)
        self._settle()

    @property
    def entry(self) -> WrapUpEntry:
        return self._entries.get(self._contact_id or "", WrapUpEntry())

    def show_names(self, names: Names) -> None:
        self._names = names
        self._settle()

    def show_head(self, head: ContactHead | None) -> None:
        """Another contact, or the same one changed; what the contact is about is proposed."""
        fresh = (head.contact_id if head else None) != self._contact_id
        self._contact_id = head.contact_id if head else None
        if fresh:
            self.band.say("")
        if head is None:
            return
        entry = self._entries.get(head.contact_id)
        if entry is None:
            if len(self._entries) >= REMEMBERED:
                self._entries.pop(next(iter(self._entries)))
            entry = self._entries[head.contact_id] = WrapUpEntry()
        if entry.product_id is None and head.product_id is not None:
            entry.product_id, entry.variant_id = head.product_id, head.variant_id
            self._name_product(head.contact_id, head.product_id, head.variant_id)
        self._settle()

    # ------------------------------------------------------------------ choosing

    def choose_product(self) -> None:
        popup = self._popup(
            self._search_products,
            self.tr("Search a product"),
            self.tr("No product has these words."),
        )
        popup.chosen.connect(self._product_chosen)
        popup.open_at(self.product, above=True)

    def choose_reason(self) -> None:
        popup = self._popup(
            search_in(reason_choices(self._names)),
            self.tr("Why did they get in touch?"),
            self.tr("No reason has these words."),
        )
        popup.chosen.connect(self._reason_chosen)
        popup.open_at(self.reason, above=True)

    def choose_offered(self) -> None:
        popup = self._popup(
            search_in(resolution_choices(self._names)),
            self.tr("What was offered?"),
            self.tr("Nothing to offer has these words."),
            many=frozenset(self.entry.resolution_ids),
        )
        popup.ticked.connect(self._offered_ticked)
        popup.open_at(self.offered, above=True)

    def _popup(
        self, search: Search, prompt: str, nothing: str, many: frozenset[str] | None = None
    ) -> ChoicePopup:
        return ChoicePopup(
            self._context.theme, search, prompt=prompt, nothing=nothing, many=many, parent=self
        )

    def _search_products(self, text: str, answer: Callable[[list[Choice]], None]) -> None:
        def found(rows: list[tuple[str, str | None, str]]) -> None:
            answer([Choice(f"{p}\n{v or ''}", harmless_line(label)) for p, v, label in rows])

        self._context.reader.ask(
            "find products", lambda replica: replica.find_products(text, 30), found, owner=self
        )

    def _product_chosen(self, choice: Choice) -> None:
        entry = self._mine()
        if entry is None:
            return
        product_id, _, variant_id = choice.key.partition("\n")
        entry.product_id, entry.variant_id = product_id, variant_id or None
        entry.product_name = choice.name
        self._settle()
        self.product_chosen.emit(product_id, variant_id)
        (self.done if entry.complete else self.reason).setFocus()

    def _reason_chosen(self, choice: Choice) -> None:
        entry = self._mine()
        if entry is not None:
            entry.reason_id = choice.key
            self._settle()
            self.done.setFocus()

    def _offered_ticked(self, ticked: frozenset[str]) -> None:
        entry = self._mine()
        if entry is not None:
            entry.resolution_ids = [
                row.resolution_id
                for row in self._names.reference.resolutions
                if row.resolution_id in ticked
            ]
            self._settle()

    def _mine(self) -> WrapUpEntry | None:
        return self._entries.get(self._contact_id or "")

    def _name_product(self, contact_id: str, product_id: str, variant_id: str | None) -> None:
        def found(card: ProductCard | None) -> None:
            entry = self._entries.get(contact_id)
            if entry is not None and card is not None and entry.product_id == product_id:
                variant = next((v for v in card.variants if v.variant_id == variant_id), None)
                entry.product_name = harmless_line(variant_name(card.name, variant))
                self._settle()

        self._context.reader.ask(
            "wrap-up product",
            lambda replica: replica.product(product_id, variant_id),
            found,
            owner=self,
        )

    # ------------------------------------------------------------------ done

    def finish(self) -> None:
        """Wrap the contact up; without a reason, ask for it first."""
        contact_id, entry = self._contact_id, self._mine()
        if contact_id is None or entry is None:
            return
        if entry.reason_id is None:
            self.choose_reason()
            return

        def done() -> None:
            self._entries.pop(contact_id, None)
            self.finished.emit(contact_id)

        def failed(error: Exception) -> None:
            why = refusal_sentence(error, self._context.language)
            if why is None:
                raise error
            if contact_id == self._contact_id:
                self.band.say(why)
            else:
                self._context.news.notice.emit(why, "bad")

        self.band.say("")
        self._context.writer.act(
            "wrap_up",
            contact_id=contact_id,
            product_id=entry.product_id,
            variant_id=entry.variant_id,
            reason_id=entry.reason_id,
            resolution_ids=tuple(entry.resolution_ids),
            done=done,
            failed=failed,
            owner=self,
        )

    def _settle(self) -> None:
        entry = self.entry
        self.product.say(product_words(entry), filled=bool(entry.product_name))
        self.reason.say(reason_words(entry, self._names), filled=entry.complete)
        self.offered.say(offered_words(entry, self._names), filled=bool(entry.resolution_ids))
        self.done.setEnabled(self._contact_id is not None)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._context.theme.color("surface"))
        painter.fillRect(0, 0, self.width(), 1, self._context.theme.color("line2"))
