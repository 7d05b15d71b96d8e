"""What the product is: its variants, what it can do, and the answers the shop has for it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QListView,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workstation.replica.rows import ProductCard
from workstation.ui.contact.moments import money
from workstation.ui.context import DeskContext
from workstation.ui.icons import picture
from workstation.ui.panels.section import Card, Heading, Words, emptied
from workstation.ui.panels.variants_delegate import ROW, VariantsDelegate
from workstation.ui.panels.variants_model import VariantsModel, stock_words
from workstation.ui.theme.pill import Pill
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.harmless import harmless_line

MOST_VARIANTS_SHOWN = 6


class ProductPanel(QScrollArea):
    answer_chosen = Signal(str)
    """The text of an answer, to put into the reply."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._card: ProductCard | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Product"))
        self._body = QWidget(self)
        self._body.setProperty("look", "surface")
        self.setWidget(self._body)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(16, 14, 16, 20)
        column.setSpacing(6)
        self._top = QVBoxLayout()
        self._top.setSpacing(6)
        self.variants = VariantsModel(context.language, self)
        self._variants_heading = Heading(self.tr("Variants"))
        self.list = QListView(self._body)
        self.list.setAccessibleName(self.tr("Variants"))
        self.list.setModel(self.variants)
        self.list.setItemDelegate(VariantsDelegate(context.theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bottom = QVBoxLayout()
        self._bottom.setSpacing(6)
        column.addLayout(self._top)
        column.addWidget(self._variants_heading)
        column.addWidget(self.list)
        column.addLayout(self._bottom)
        column.addStretch(1)
        context.theme.changed.connect(self.list.viewport().update)
        self._body.hide()

    @property
    def card(self) -> ProductCard | None:
        return self._card

    def show_product(self, card: ProductCard | None) -> None:
        if card == self._card:
            return
        if card is None or self._card is None or card.product_id != self._card.product_id:
            self.verticalScrollBar().setValue(0)
        self._card = card
        self._fill()

    def _fill(self) -> None:
        top, bottom, card = emptied(self._top), emptied(self._bottom), self._card
        self._body.setVisible(card is not None)
        if card is None:
            return
        top.addWidget(self._headline(card))
        if card.description:
            top.addWidget(Words(card.description[:400], ink="muted", size=12, select=True))
        self.variants.put(card.variants, card.variant_id)
        rows = min(MOST_VARIANTS_SHOWN, len(card.variants))
        self.list.setFixedHeight(rows * ROW + 2)
        self.list.setVisible(rows > 0)
        self._variants_heading.setVisible(rows > 0)
        self._answers(bottom, card)
        self._specifications(bottom, card)

    def _headline(self, card: ProductCard) -> QWidget:
        dutch = self._context.language == "nl"
        kind = card.type_nl if dutch else card.type_en
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(_Tile(self._context.theme), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Words(harmless_line(card.name), size=14, strong=True, select=True))
        variant = next((v for v in card.variants if v.variant_id == card.variant_id), None)
        if variant is None and len(card.variants) == 1:
            variant = card.variants[0]
        about = [harmless_line(card.brand), harmless_line(kind)]
        if variant is not None:
            about.append(money(variant.price, variant.currency, self._context.language))
        column.addWidget(Words(" · ".join(p for p in about if p), ink="muted", size=12))
        pills = QHBoxLayout()
        pills.setContentsMargins(0, 3, 0, 0)
        pills.setSpacing(6)
        if variant is not None and variant.stock is not None:
            pills.addWidget(Pill(self._context.theme, *stock_words(variant.stock)))
        pills.addStretch(1)
        column.addLayout(pills)
        row.addLayout(column, 1)
        return box

    def _answers(self, column: QVBoxLayout, card: ProductCard) -> None:
        if not card.answers:
            return
        dutch = self._context.language == "nl"
        column.addWidget(Heading(self.tr("Answers")))
        for question_en, question_nl, answer_en, answer_nl in card.answers[:30]:
            question = (question_nl or question_en) if dutch else (question_en or question_nl)
            answer = (answer_nl or answer_en) if dutch else (answer_en or answer_nl)
            box = Card(self._context.theme)
            box.column.addWidget(Words(question, strong=True))
            box.column.addWidget(Words(answer, ink="muted", size=12, select=True))
            use = QPushButton(self.tr("Use in the reply"))
            use.setProperty("look", "link")
            use.setAccessibleName(self.tr("Use in the reply: {question}").format(question=question))
            use.clicked.connect(lambda _=False, text=answer: self.answer_chosen.emit(text))
            box.column.addWidget(use, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(box)

    def _specifications(self, column: QVBoxLayout, card: ProductCard) -> None:
        if not card.specifications:
            return
        column.addWidget(Heading(self.tr("Specifications")))
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for row, (name, value) in enumerate(list(card.specifications.items())[:60]):
            label = harmless_line(str(name)).replace("_", " ")
            for side, words in (
                (0, Words(label[:1].upper() + label[1:], ink="muted", size=12)),
                (1, Words(_value(value), size=12, select=True)),
            ):
                words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
                grid.addWidget(words, row, side, Qt.AlignmentFlag.AlignTop)
        column.addWidget(box)


def _value(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(str(one) for one in value)
    if isinstance(value, bool):
        return "✓" if value else "–"
    return str(value)


class _Tile(QWidget):
    """Where a picture of the product would be: its sign on a quiet ground."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(72, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = QLinearGradient(0, 0, 72, 56)
        shade.setColorAt(0, self._theme.color("sunken"))
        shade.setColorAt(1, self._theme.color("line"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        sign = picture("product", self._theme.tokens.muted, 24, self.devicePixelRatioF())
        painter.drawPixmap(24, 16, sign)
