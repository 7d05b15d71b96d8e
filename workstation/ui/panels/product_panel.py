"""What the product is: its variants, what it can do, and the answers the shop has for it."""

from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QScrollArea, QVBoxLayout, QWidget

from workstation.replica.rows.knowledge import AnswerRow
from workstation.replica.rows.product import ProductCard, VariantRow
from workstation.ui.contact.refusal_words import refusal_sentence
from workstation.ui.context import DeskContext
from workstation.ui.emptied import emptied
from workstation.ui.panels.answers_view import AnswersView
from workstation.ui.panels.compare_view import CompareView
from workstation.ui.panels.headline import Headline
from workstation.ui.panels.link import Link
from workstation.ui.panels.open_contacts import OpenContacts
from workstation.ui.panels.product_picture import show_picture
from workstation.ui.panels.section import Heading, Words
from workstation.ui.panels.specifications import Specifications
from workstation.ui.panels.variants_delegate import ROW, VariantsDelegate
from workstation.ui.panels.variants_model import VariantRole, VariantsModel
from workstation.ui.theme.page import Page
from workstation.ui.theme.sizes import px

MOST_VARIANTS_SHOWN = 6


class ProductPanel(QScrollArea):
    """From above: what it is, what stands out for it, its answers, its variants, why it comes
    back and advice before buying, who else asks about it, what it can do. A part that has nothing
    to say takes no room."""

    answer_chosen = Signal(str)
    """The text of an answer, to put into the reply."""
    contact_chosen = Signal(str)
    search_wanted = Signal()
    """Another product is looked for."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._card: ProductCard | None = None
        self._language: str = context.language
        self._contact_id = ""
        self._why = ""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Product"))
        self._body = Page(self)
        self._body.setProperty("look", "surface")
        self._body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWidget(self._body)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(16, 14, 16, 20)
        column.setSpacing(6)
        self._top, self.stands_out = _part(), _part()
        self.answers = AnswersView(context, self._body)
        self.comes_back, self.advice, self._bottom = _part(), _part(), _part()
        self._make_variants()
        column.addLayout(self._top)
        column.addLayout(self.stands_out)
        column.addWidget(self.answers)
        for widget in (self._variants_heading, self.list, self.comparison, self._hint):
            column.addWidget(widget)
        for part in (self.comes_back, self.advice, self._bottom):
            column.addLayout(part)
        column.addStretch(1)
        self.answers.taken.connect(self._take)
        self.answers.write_wanted.connect(self.write_answer)
        self.answers.remove_wanted.connect(self._remove)
        context.theme.changed.connect(self.list.viewport().update)
        self._body.hide()

    def _make_variants(self) -> None:
        self.variants = VariantsModel(self._context.language, self)
        self._variants_heading = Heading(self.tr("Variants"))
        self.list = QListView(self._body)
        self.list.setAccessibleName(self.tr("Variants"))
        self.list.setModel(self.variants)
        self.list.setItemDelegate(VariantsDelegate(self._context.theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._mark)
        self.list.activated.connect(self._mark)
        self.comparison = CompareView(self._context.theme, self._context.language, self._body)
        self._hint = Words(self.tr("Choose another variant to compare it."), ink="faint", size=12)

    @property
    def card(self) -> ProductCard | None:
        return self._card

    def show_product(
        self,
        card: ProductCard | None,
        *,
        language: str = "",
        contact_id: str = "",
        why: str = "",
    ) -> None:
        """A product, beside a contact with a customer who speaks `language`; `why` it is likely
        the one, while nobody said so."""
        language = language or self._context.language
        shown = (self._card, self._language, self._contact_id, self._why)
        if (card, language, contact_id, why) == shown:
            return
        self._why = why
        other = card is None or self._card is None or card.product_id != self._card.product_id
        if other:
            self.verticalScrollBar().setValue(0)
        self._card, self._language, self._contact_id = card, language, contact_id
        self._fill(other=other)

    def _fill(self, *, other: bool) -> None:
        top, bottom, card = emptied(self._top), emptied(self._bottom), self._card
        self._body.setVisible(card is not None)
        if card is None:
            return
        headline = Headline(self._context, card)
        show_picture(self._context, card.image, headline.tile)
        top.addWidget(headline)
        if self._why:
            top.addWidget(Words(self._why, ink="faint", size=12))
        top.addLayout(self._links())
        if card.description:
            top.addWidget(Words(card.description[:400], ink="muted", size=12, select=True))
        self.answers.put(card.product_id, card.answers, self._language)
        self._fill_variants(card, other=other)
        others = tuple(c for c in card.open_contacts if c.contact_id != self._contact_id)
        if others:
            count = card.open_count - (len(card.open_contacts) - len(others))
            bottom.addWidget(Heading(self.tr("Open contacts"), str(count)))
            contacts = OpenContacts(self._context, others)
            contacts.chosen.connect(self.contact_chosen)
            bottom.addWidget(contacts)
        if card.specifications:
            bottom.addWidget(Heading(self.tr("Specifications")))
            bottom.addWidget(Specifications(self._context.theme, card.specifications))

    def _links(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        other = Link(self.tr("Another product…"))
        other.setToolTip(self._context.commands.tooltip("find_product"))
        other.clicked.connect(self.search_wanted)
        row.addWidget(other)
        row.addStretch(1)
        return row

    # ------------------------------------------------------------------ variants

    def _fill_variants(self, card: ProductCard, *, other: bool) -> None:
        marked = () if other else self.variants.marked
        self.variants.put(card.variants, card.variant_id)
        rows = min(MOST_VARIANTS_SHOWN, len(card.variants))
        self.list.setFixedHeight(rows * px(ROW) + 2)
        self.list.setVisible(rows > 0)
        self._variants_heading.setVisible(rows > 0)
        self._variants_heading.remark.say(str(len(card.variants)) if rows else "")
        self.variants.mark(*marked)
        self._compare()

    def _mark(self, index: QModelIndex) -> None:
        """Another variant beside the one of this contact; once more takes it away."""
        variant = index.data(VariantRole)
        if isinstance(variant, VariantRow):
            self.variants.toggle(variant.variant_id)
            self._compare()

    def compare(self) -> None:
        """The hands come to compare: the list of variants takes them."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.setCurrentIndex(self.variants.index(min(1, self.variants.rowCount() - 1)))

    def _compare(self) -> None:
        one, other = self.variants.pair()
        self.comparison.show_two(one, other)
        self._hint.setVisible(other is None and self.variants.rowCount() > 1)
        if other is not None:
            QTimer.singleShot(0, self, self._show_comparison)  # once it has its place

    def _show_comparison(self) -> None:
        if self.comparison.isVisible():
            self.ensureWidgetVisible(self.comparison, 0, 20)

    # ------------------------------------------------------------------ answers

    def find_answer(self) -> None:
        self.answers.begin()
        self.ensureWidgetVisible(self.answers.field, 0, 40)

    def write_answer(self, answer: AnswerRow | None = None) -> None:
        if self._card is None:
            return
        from workstation.ui.panels.answer_form import AnswerForm  # rarely needed

        AnswerForm(self._context, self._card, answer, self.window()).open()

    def _take(self, answer: AnswerRow) -> None:
        self.answer_chosen.emit(answer.answer(self._language))

    def _remove(self, answer: AnswerRow) -> None:
        self._context.writer.act(
            "remove_answer",
            answer_id=answer.answer_id,
            failed=partial(_refused, self._context),
            owner=self,
        )


def _part() -> QVBoxLayout:
    part = QVBoxLayout()
    part.setSpacing(6)
    return part


def _refused(context: DeskContext, error: Any) -> None:
    why = refusal_sentence(error, context.language)
    if why is None:
        raise error
    context.news.notice.emit(why, "bad")
