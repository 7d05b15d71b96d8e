"""The popup itself: a field to type in above the list of what was found."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from workstation.ui.choosing.choice_delegate import ROW, ChoiceDelegate
from workstation.ui.choosing.choice_model import Choice, ChoiceModel, ChoiceRole, Search
from workstation.ui.theme.popup_card import PopupCard
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme

MOST_ROWS = 10
WIDE = 380
Where = Literal["below", "above", "inside"]


class ChoicePopup(PopupCard):
    """Opens under a widget and deletes itself. `chosen` comes once, for one choice; with `many`
    the popup stays and `ticked` comes at every change."""

    chosen = Signal(object)
    ticked = Signal(object)
    finished = Signal()
    """With `many`: somebody said with Ctrl+Enter, or `finish_key`, that this is all."""

    def __init__(
        self,
        theme: Theme,
        search: Search,
        *,
        prompt: str,
        nothing: str,
        many: frozenset[str] | None = None,
        finish_key: str = "",
        stays: bool = False,
        typed: bool = False,
        wide: int = WIDE,
        parent: QWidget,
    ) -> None:
        """`typed`: nothing is found before something is typed. `stays`: whoever hears what was
        chosen closes it, or asks the next thing in it."""
        super().__init__(theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("choice_popup")
        self.setAccessibleName(prompt)
        self._search = search
        self._asked = 0
        self._finish_key = QKeySequence(finish_key)
        self._stays = stays
        self._typed = typed
        self.model = ChoiceModel(many=many is not None, parent=self)
        self.model.ticked = set(many or ())
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(prompt)
        self.field.setAccessibleName(prompt)
        self.list = QListView(self)
        self.list.setProperty("look", "raised ground")
        self.list.setAccessibleName(prompt)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ChoiceDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.clicked.connect(self._pick)
        self._nothing = QLabel(nothing, self)
        self._nothing.setProperty("look", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._nothing.setMinimumHeight(2 * px(ROW))
        self._nothing.hide()
        self._keys = QLabel(self)
        self._keys.setProperty("look", "faint")
        self._keys.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        layout.addWidget(self._nothing)
        layout.addWidget(self._keys)
        self.field.textChanged.connect(self._look)
        self.field.installEventFilter(self)
        self.setFixedWidth(px(wide))

    def open_at(self, anchor: QWidget, where: Where = "below") -> None:
        """Open at a widget, or in the middle of its top; always inside its screen."""
        self._at = (anchor, where)
        self._look("")
        self._place()
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def ask(
        self,
        search: Search,
        anchor: QWidget,
        *,
        prompt: str,
        nothing: str,
        many: frozenset[str] | None = None,
    ) -> None:
        """The next thing, in the same place: a popup that opens as another closes would go too."""
        self._search = search
        self._asked += 1
        self.model.many = many is not None
        self.model.ticked = set(many or ())
        self._nothing.setText(nothing)
        self._keys.hide()
        for part in (self, self.field, self.list):
            part.setAccessibleName(prompt)
        self.field.setPlaceholderText(prompt)
        self.field.clear()
        self._at = (anchor, self._at[1])
        self._look("")
        self._place()

    def _place(self) -> None:
        anchor, where = self._at
        rows = max(1, min(MOST_ROWS, self.model.rowCount()))
        self.list.setFixedHeight(rows * px(ROW) + 2)
        self.adjustSize()
        places = {
            "below": QPoint(0, anchor.height() + 4),
            "above": QPoint(0, -self.height() - 4),
            "inside": QPoint((anchor.width() - self.width()) // 2, 12),
        }
        if where != "inside" and anchor.isRightToLeft():
            places[where].setX(anchor.width() - self.width())
        at = anchor.mapToGlobal(places[where])
        room = anchor.screen().availableGeometry()
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        at.setY(max(room.top(), min(at.y(), room.bottom() - self.height())))
        self.move(at)

    def look_again(self) -> None:
        """What can be found became different; nothing happens once this is closed."""
        if isValid(self):
            self._look(self.field.text())

    def say_keys(self, text: str) -> None:
        """A key that ends this, said under the list."""
        self._keys.setText(text)
        self._keys.show()

    def _look(self, text: str) -> None:
        self._asked += 1
        asked = self._asked

        def answer(found: list[Choice]) -> None:
            if isValid(self) and asked == self._asked:  # it may be closed by now
                self._show_found(found)

        self._search(text, answer)

    def _show_found(self, found: list[Choice]) -> None:
        self.model.put(found)
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found and not (self._typed and not self.field.text()))
        row = self.model.first_row()
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
        if self.isVisible():
            self._place()

    def _pick(self, index: QModelIndex) -> None:
        choice = index.data(ChoiceRole)
        if not isinstance(choice, Choice) or choice.heading:
            return
        if self.model.many:
            self.model.tick(index.row())
            self.ticked.emit(frozenset(self.model.ticked))
            return
        if not self._stays:
            self.close()
        self.chosen.emit(choice)

    def _step(self, by: int) -> None:
        row = self.list.currentIndex().row() + by
        while 0 <= row < self.model.rowCount():
            if not self.model.choices[row].heading:
                self.list.setCurrentIndex(self.model.index(row))
                return
            row += by

    def _leap(self, by: int) -> None:
        for _ in range(MOST_ROWS):
            self._step(by)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Down: lambda: self._step(1),
            Qt.Key.Key_Up: lambda: self._step(-1),
            Qt.Key.Key_PageDown: lambda: self._leap(1),
            Qt.Key.Key_PageUp: lambda: self._leap(-1),
            Qt.Key.Key_Return: lambda: self._pick(self.list.currentIndex()),
            Qt.Key.Key_Enter: lambda: self._pick(self.list.currentIndex()),
        }
        if self._finishes(event):
            self.close()
            self.finished.emit()
            return True
        if self._take_digit(event):
            return True
        done = keys.get(event.key())
        if self.model.many and event.key() == Qt.Key.Key_Space and not self.field.text():
            done = keys[Qt.Key.Key_Return]
        if done is None:
            return super().eventFilter(watched, event)
        done()
        return True

    def _finishes(self, event: QKeyEvent) -> bool:
        """Ctrl+Enter, or the key that was given, while many can be chosen."""
        if not self.model.many:
            return False
        pressed = QKeySequence(event.keyCombination())
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return (entered and held) or (
            not self._finish_key.isEmpty() and pressed == self._finish_key
        )

    def _take_digit(self, event: QKeyEvent) -> bool:
        """A digit takes the choice that shows it, unless something is being typed."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.field.text() or held or not event.text().isdigit():
            return False
        for row, choice in enumerate(self.model.choices):
            if choice.digit == event.text():
                self._pick(self.model.index(row))
                return True
        return False
