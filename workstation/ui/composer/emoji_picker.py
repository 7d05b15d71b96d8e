"""A small popup with emoji: a field to search in, those used last, and all others below."""

from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from workstation.ui.composer.emoji import Emoji, found, known, used_last
from workstation.ui.composer.emoji_delegate import CELL, EmojiDelegate
from workstation.ui.composer.emoji_model import EmojiModel, EmojiRole
from workstation.ui.theme.fonts import font
from workstation.ui.theme.popup_card import PopupCard
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme

COLUMNS: Final = 9
ROWS: Final = 6


class EmojiPicker(PopupCard):
    """Opens above a widget and deletes itself; the choice comes as `chosen`, once."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, language: str, recent: list[str], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("emoji_picker")
        self.setAccessibleName(self.tr("Emoji"))
        self._language = language
        self._recent = recent
        self.model = EmojiModel(language, self)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Search: thanks, parcel, party"))
        self.field.setAccessibleName(self.tr("Search emoji"))
        self.list = QListView(self)
        self.list.setProperty("look", "raised ground")
        self.list.setAccessibleName(self.tr("Emoji"))
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setUniformItemSizes(True)
        self.list.setModel(self.model)
        self.list.setItemDelegate(EmojiDelegate(theme, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.clicked.connect(self._pick)
        self.list.setFixedSize(COLUMNS * px(CELL) + 14, ROWS * px(CELL))
        self.name = QLabel(self)
        self.name.setFont(font(12))
        self.name.setProperty("look", "muted")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        layout.addWidget(self.name)
        self.list.selectionModel().currentChanged.connect(self._say)
        self.field.textChanged.connect(self._look)
        self.field.installEventFilter(self)
        self._look("")

    def open_at(self, anchor: QWidget, text: QWidget) -> None:
        """Under the sign that opens it, above the text that it goes into."""
        self.adjustSize()
        room = anchor.screen().availableGeometry()
        at = anchor.mapToGlobal(QPoint(0, 0))
        at.setY(text.mapToGlobal(QPoint(0, -self.height() - 6)).y())
        if at.y() < room.top():
            at = anchor.mapToGlobal(QPoint(0, anchor.height() + 6))
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        self.move(at)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _look(self, typed: str) -> None:
        if typed.strip():
            shown = found(typed, self._recent)
        else:
            last = used_last(self._recent)
            shown = last + [one for one in known() if one not in last]
        self.model.put(shown)
        if shown:
            self.list.setCurrentIndex(self.model.index(0))
        else:
            self.name.setText(self.tr("No emoji is called that"))

    def _say(self, current: QModelIndex) -> None:
        one = current.data(EmojiRole)
        if isinstance(one, Emoji):
            self.name.setText(f"{one.name(self._language)}  ·  {one.group(self._language)}")

    def _pick(self, index: QModelIndex) -> None:
        one = index.data(EmojiRole)
        if isinstance(one, Emoji):
            self.close()
            self.chosen.emit(one.sign)

    def _step(self, by: int) -> None:
        row = self.list.currentIndex().row() + by
        if 0 <= row < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(row))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        steps: dict[int, int] = {
            Qt.Key.Key_Down: COLUMNS,
            Qt.Key.Key_Up: -COLUMNS,
            Qt.Key.Key_PageDown: COLUMNS * ROWS,
            Qt.Key.Key_PageUp: -COLUMNS * ROWS,
        }
        if not self.field.text():
            steps |= {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        elif self.field.cursorPosition() == len(self.field.text()):
            steps |= {Qt.Key.Key_Right: 1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self.list.currentIndex())
            return True
        if event.key() in steps:
            self._step(steps[event.key()])
            return True
        return super().eventFilter(watched, event)
