"""What was found, in a list that lies over the window."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCursor, QMouseEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from workstation.ui.context import DeskContext
from workstation.ui.search.search_delegate import GROUP, LINE, SearchDelegate
from workstation.ui.search.search_model import LINE_ROLE, Line, SearchModel
from workstation.ui.words import translate

TALLEST = 460


class Results(QFrame):
    """Lies over the window, so that nothing moves and no focus changes while typing."""

    chosen = Signal(object)

    def __init__(self, context: DeskContext, field: QWidget) -> None:
        super().__init__(field)
        self.model = SearchModel(context)
        self.model.setParent(self)
        self.setObjectName("search results")
        self.setProperty("look", "raised")
        self._list = QListView(self)
        self._list.setProperty("look", "raised list")
        self._list.setModel(self.model)
        self._list.setItemDelegate(SearchDelegate(context.theme, self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMouseTracking(True)
        self._list.setAccessibleName(translate("search", "Found"))
        self._list.viewport().installEventFilter(self)
        self._mouse = QPoint()
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
        height = 14 + sum(GROUP if line.kind == "group" else LINE for line in self.model.lines)
        corner = field.mapTo(window, QPoint(0, field.height() + 4))
        room = window.height() - corner.y() - 16
        width = max(field.width(), 480)
        left = min(corner.x(), window.width() - width - 8)
        self.setGeometry(max(8, left), corner.y(), width, min(height, TALLEST, room))
        self._mouse = QCursor.pos()
        if not self._list.currentIndex().isValid():
            self.step(1)
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """To the next line that can be chosen."""
        count = self.model.rowCount()
        at = self._list.currentIndex().row() if self._list.currentIndex().isValid() else -1
        for _ in range(count):
            at = (at + by) % count
            if self.model.lines[at].kind not in ("group", "nothing"):
                index = self.model.index(at)
                self._list.setCurrentIndex(index)
                self._list.scrollTo(index)
                return

    def choose_current(self) -> None:
        index = self._list.currentIndex()
        if self.isVisible() and index.isValid():
            self._choose(index.data(LINE_ROLE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._list.viewport():
            if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
                self._follow(event)
        elif event.type() == QEvent.Type.Resize:
            self.hide()
        return False

    def _follow(self, event: QMouseEvent) -> None:
        """Choose what the mouse points at once it moves: a mouse that happens to lie where the
        list opens has chosen nothing."""
        where = event.globalPosition().toPoint()
        if where == self._mouse:
            return
        self._mouse = where
        index = self._list.indexAt(event.position().toPoint())
        if index.isValid() and self.model.flags(index) & Qt.ItemFlag.ItemIsSelectable:
            self._list.setCurrentIndex(index)

    def _choose(self, line: Line) -> None:
        if line.kind not in ("group", "nothing"):
            self.chosen.emit(line)
