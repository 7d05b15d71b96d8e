"""The head of the product panel: its picture, its name, what it costs and how many there are."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QLinearGradient, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workstation.replica.rows.product import ProductCard
from workstation.ui.contact.moments import money
from workstation.ui.context import DeskContext
from workstation.ui.icons import picture
from workstation.ui.panels.fact import Fact
from workstation.ui.panels.section import Words
from workstation.ui.panels.variants_model import stock_words
from workstation.ui.theme.pill import Pill
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate

WIDE, HIGH = 88, 68
"""Of the picture, at the usual size of text."""


class Headline(QWidget):
    def __init__(
        self, context: DeskContext, card: ProductCard, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme, language = context.theme, context.language
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.tile = Tile(theme)
        row.addWidget(self.tile, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(
            Fact(
                theme,
                harmless_line(card.name),
                name=translate("panels", "Product"),
                size=14,
                strong=True,
            )
        )
        variant = next((v for v in card.variants if v.variant_id == card.variant_id), None)
        if variant is None and len(card.variants) == 1:
            variant = card.variants[0]
        kind = card.type_nl if language == "nl" else card.type_en
        about = [harmless_line(card.brand), harmless_line(kind)]
        if variant is not None:
            about.append(money(variant.price, variant.currency, language))
        column.addWidget(Words(" · ".join(p for p in about if p), ink="muted", size=12))
        pills = QHBoxLayout()
        pills.setContentsMargins(0, 3, 0, 0)
        pills.setSpacing(6)
        if variant is not None and variant.stock is not None:
            pills.addWidget(Pill(theme, *stock_words(variant.stock)))
        pills.addStretch(1)
        column.addLayout(pills)
        row.addLayout(column, 1)


class Tile(QWidget):
    """The product's picture, once it is here; until then its sign on a quiet ground."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("panels", "Picture of the product"))
        theme.changed.connect(self.update)

    def drawn_size(self) -> QSize:
        """How large a picture is worth having, in device pixels."""
        return self.sizeHint() * self.devicePixelRatioF() * 2

    def show_picture(self, image: QImage | None) -> None:
        if image is not None and not image.isNull():
            self._image = image
            self.update()

    @property
    def pictured(self) -> bool:
        return self._image is not None

    def sizeHint(self) -> QSize:
        return QSize(px(WIDE), px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), 8, 8)
        painter.setClipPath(shape)
        shade = QLinearGradient(0, 0, self.width(), self.height())
        shade.setColorAt(0, self._theme.color("sunken"))
        shade.setColorAt(1, self._theme.color("line"))
        painter.fillPath(shape, shade)
        if self._image is None:
            side = px(24)
            sign = picture("product", self._theme.tokens.muted, side, self.devicePixelRatioF())
            painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, sign)
            return
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter.drawImage(QRectF(left, top, size.width(), size.height()), self._image)
