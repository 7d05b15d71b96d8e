"""What stands in the top bar for searching: it looks like a field, and opens the palette."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from workstation.ui.context import DeskContext
from workstation.ui.icons import picture
from workstation.ui.theme.fonts import font
from workstation.ui.theme.sizes import px
from workstation.ui.words import translate


class SearchField(QPushButton):
    """A button, so that nothing is typed where nothing is found."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("search")
        self.setProperty("look", "search")
        self.setFixedHeight(px(34))
        self.setMinimumWidth(220)
        self.setMaximumWidth(px(560))
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAccessibleName(translate("search", "Search"))
        self._glass = QLabel(self)
        self._glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._glass.setGeometry(11, px(9), px(16), px(16))
        self._words = QLabel(self)
        self._words.setProperty("look", "faint")
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._key = QLabel(context.commands.key("search"), self)
        self._key.setProperty("look", "key")
        self._key.setFont(font(11))
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(lambda: context.commands.run("search"))
        context.commands.keys_changed.connect(self._name_key)
        context.theme.changed.connect(self._dress)
        self._name_key()
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._key.sizeHint()
        self._key.resize(size)
        self._key.move(self.width() - size.width() - 8, (self.height() - size.height()) // 2)
        left = px(16) + 19
        self._words.setGeometry(left, 0, self.width() - size.width() - left - 15, self.height())
        words = translate(
            "search", "Search contacts, customers, orders, products — or type a command"
        )
        metrics, end = self._words.fontMetrics(), Qt.TextElideMode.ElideRight
        self._words.setText(metrics.elidedText(words, end, self._words.width()))

    def sizeHint(self) -> QSize:
        return QSize(px(560), px(34))

    def _name_key(self) -> None:
        self._key.setText(self._context.commands.key("search"))
        self._key.setVisible(bool(self._key.text()))
        self.setToolTip(self._context.commands.tooltip("search"))
        self.resizeEvent(QResizeEvent(self.size(), self.size()))

    def _dress(self) -> None:
        faint, ratio = self._context.theme.tokens.faint, self.devicePixelRatioF()
        self._glass.setPixmap(picture("search", faint, px(16), ratio))
