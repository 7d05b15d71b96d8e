"""The list that opens above the caret. The field keeps the keyboard; the mouse may choose too."""

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QListView, QVBoxLayout, QWidget

from workstation.ui.composer.suggesting.suggestion import Suggestion
from workstation.ui.composer.suggesting.suggestion_delegate import (
    SuggestionDelegate,
    height_of,
)
from workstation.ui.composer.suggesting.suggestion_model import SuggestionModel, SuggestionRole
from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme

HIGHEST = 288
WIDE = 400
MARGIN = 6
ABOVE = 12
"""From the caret: the edge of the field, and some air."""


class SuggestionsPopup(QFrame):
    """A child of the window that its anchor is in, so that it needs no window of its own."""

    chosen = Signal(object)
    """A Suggestion."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("suggestions")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.model = SuggestionModel(self)
        self._title = QLabel(self)
        self._title.setFont(font(11, STRONG))
        self._title.setProperty("look", "section")
        self._title.setContentsMargins(10, 2, 10, 0)
        self._keys = QLabel(self.tr("↑ ↓ choose · Enter inserts · Esc closes"), self)
        self._keys.setFont(font(11))
        self._keys.setProperty("look", "faint")
        self._keys.setContentsMargins(10, 0, 10, 2)
        self.list = QListView(self)
        self.list.setProperty("look", "raised ground")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setModel(self.model)
        self.list.setItemDelegate(SuggestionDelegate(theme, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.clicked.connect(self._clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(3)
        layout.addWidget(self._title)
        layout.addWidget(self.list)
        layout.addWidget(self._keys)
        theme.changed.connect(self.update)
        self.hide()

    @property
    def current(self) -> Suggestion | None:
        found = self.list.currentIndex().data(SuggestionRole)
        return found if isinstance(found, Suggestion) else None

    def show_found(self, title: str, found: list[Suggestion], caret: QRect) -> None:
        """Open, or stay, with these; `caret` is in coordinates of the screen."""
        kept = self.current
        self.model.put(found)
        keys = [one.key for one in found]
        row = keys.index(kept.key) if kept is not None and kept.key in keys else 0
        self.list.setCurrentIndex(self.model.index(row))
        self._title.setText(title)
        self.list.setAccessibleName(title)
        self.setAccessibleName(title)
        wanted = sum(height_of(one) for one in found[:12]) + 4
        self.list.setFixedHeight(min(wanted, px(HIGHEST)))
        self._place(caret)
        if not self.isVisible():
            self.show()
            self._say_aloud()
        self.raise_()

    def step(self, by: int) -> None:
        """To the next or an earlier one, round at the ends."""
        count = self.model.rowCount()
        if count:
            row = (self.list.currentIndex().row() + by) % count
            self.list.setCurrentIndex(self.model.index(row))
            self._say_aloud()

    def _place(self, caret: QRect) -> None:
        """Above the caret where there is room, inside the window."""
        window = self.parentWidget()
        if window is None:
            return
        self.setFixedWidth(min(px(WIDE), window.width() - 16))
        self.adjustSize()
        at = window.mapFromGlobal(caret.topLeft())
        top = at.y() - self.height() - ABOVE
        if top < 8:
            top = min(at.y() + caret.height() + 6, window.height() - self.height() - 8)
        left = max(8, min(at.x() - 16, window.width() - self.width() - 8))
        self.move(QPoint(left, max(8, top)))

    def _clicked(self, index: QModelIndex) -> None:
        found = index.data(SuggestionRole)
        if isinstance(found, Suggestion):
            self.chosen.emit(found)

    def _say_aloud(self) -> None:
        """A screen reader follows what is chosen though the keyboard stays in the field."""
        one = self.current
        if one is not None:
            self.setAccessibleDescription(f"{one.name}, {one.detail}" if one.detail else one.name)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.color("line"))
        painter.setBrush(self._theme.color("raised"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)
