"""The field in the top bar, and under it what is found while typing."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from workstation.ui.command_actions import shown_key
from workstation.ui.context import DeskContext
from workstation.ui.icons import picture
from workstation.ui.search.search_delegate import GROUP, LINE, SearchDelegate
from workstation.ui.search.search_model import LINE_ROLE, Line, SearchModel
from workstation.ui.theme.fonts import font
from workstation.ui.words import translate

TALLEST = 460


class SearchField(QLineEdit):
    """Arrows choose among what was found, Enter opens it, Escape goes back."""

    chosen = Signal(object)
    """`Line`"""
    left = Signal()
    """The person went back without choosing."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("search")
        self.setProperty("look", "sunken")
        self.setFixedHeight(34)
        self.setMinimumWidth(220)
        self.setMaximumWidth(560)
        self.setClearButtonEnabled(False)
        self.setPlaceholderText(
            translate("search", "Search contacts and customers, or type a command")
        )
        self.setAccessibleName(translate("search", "Search"))
        self.setTextMargins(24, 0, 56, 0)
        self._glass = QLabel(self)
        self._glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._glass.setGeometry(11, 9, 16, 16)
        self._key = QLabel(shown_key("Ctrl+K"), self)
        self._key.setProperty("look", "key")
        self._key.setFont(font(11))
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setToolTip(context.commands.tooltip("search"))
        self.model = SearchModel(context)
        self.model.setParent(self)
        self.results = _Results(context, self.model, self)
        self.results.chosen.connect(self._choose)
        self.textEdited.connect(self._typed)
        self.model.settled.connect(self._settled)
        context.theme.changed.connect(self._dress)
        self._dress()

    def begin(self) -> None:
        """Take the caret and select what was there."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        if self.text():
            self._typed(self.text())

    def _typed(self, text: str) -> None:
        if text.strip():
            self.model.look_for(text)
        else:
            self.model.look_for("")
            self.results.hide()

    def _settled(self) -> None:
        if self.hasFocus() and self.text().strip():
            self.results.show_under(self)

    def _choose(self, line: Line) -> None:
        self.results.hide()
        self.clear()
        self.clearFocus()
        self.chosen.emit(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.results.hide()
            self.clear()
            self.left.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.results.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.results.choose_current()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._key.sizeHint()
        self._key.resize(size)
        self._key.move(self.width() - size.width() - 8, (self.height() - size.height()) // 2)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and not self.results.underMouse():
            self.results.hide()
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(560, 34)

    def _dress(self) -> None:
        faint, ratio = self._context.theme.tokens.faint, self.devicePixelRatioF()
        self._glass.setPixmap(picture("search", faint, 16, ratio))


class _Results(QFrame):
    """Lies over the window, so that nothing moves and no focus changes while typing."""

    chosen = Signal(object)

    def __init__(self, context: DeskContext, model: SearchModel, field: QWidget) -> None:
        super().__init__(field)
        self._model = model
        self.setObjectName("search results")
        self.setProperty("look", "raised")
        self._list = QListView(self)
        self._list.setProperty("look", "raised list")
        self._list.setModel(model)
        self._list.setItemDelegate(SearchDelegate(context.theme, self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMouseTracking(True)
        self._list.setAccessibleName(translate("search", "Found"))
        self._list.entered.connect(self._list.setCurrentIndex)
        self._list.clicked.connect(lambda index: self._choose(index.data(LINE_ROLE)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 6, 1, 6)
        layout.addWidget(self._list)
        self.hide()

    def show_under(self, field: QWidget) -> None:
        window = field.window()
        if self.parent() is not window:
            self.setParent(window)
            window.installEventFilter(self)
        height = 14 + sum(GROUP if line.kind == "group" else LINE for line in self._model.lines)
        corner = field.mapTo(window, QPoint(0, field.height() + 4))
        room = window.height() - corner.y() - 16
        width = max(field.width(), 480)
        left = min(corner.x(), window.width() - width - 8)
        self.setGeometry(max(8, left), corner.y(), width, min(height, TALLEST, room))
        if not self._list.currentIndex().isValid():
            self.step(1)
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """To the next line that can be chosen."""
        count = self._model.rowCount()
        at = self._list.currentIndex().row() if self._list.currentIndex().isValid() else -1
        for _ in range(count):
            at = (at + by) % count
            if self._model.lines[at].kind not in ("group", "nothing"):
                index = self._model.index(at)
                self._list.setCurrentIndex(index)
                self._list.scrollTo(index)
                return

    def choose_current(self) -> None:
        index = self._list.currentIndex()
        if self.isVisible() and index.isValid():
            self._choose(index.data(LINE_ROLE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.hide()
        return False

    def _choose(self, line: Line) -> None:
        if line.kind not in ("group", "nothing"):
            self.chosen.emit(line)
