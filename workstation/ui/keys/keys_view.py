"""The cheat sheet: every command and its key, searchable; a key can be given to another command."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QVBoxLayout, QWidget

from workstation.ui.context import DeskContext
from workstation.ui.keys.key_strip import KeyStrip
from workstation.ui.keys.keys_delegate import KeysDelegate
from workstation.ui.keys.keys_model import LINE_ROLE, KeyLine, KeysModel
from workstation.ui.theme.window_size import open_size
from workstation.ui.words import translate


class KeysView(QDialog):
    """Type to find, arrows to choose, Enter to give another key."""

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self.setWindowTitle(translate("keys", "Keys"))
        open_size(self, 620, 680)
        self._named = ""
        self.model = KeysModel(context, self)
        self.field = QLineEdit(self)
        self.field.setProperty("look", "sunken")
        self.field.setPlaceholderText(translate("keys", "Find a command, or type a key: Ctrl+K"))
        self.field.setAccessibleName(translate("keys", "Find a command"))
        self.list = QListView(self)
        self.list.setObjectName("keys list")
        self.list.setModel(self.model)
        self.list.setItemDelegate(KeysDelegate(context.theme, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(translate("keys", "Commands and their keys"))
        self.strip = KeyStrip(context, self)
        above = QVBoxLayout()
        above.setContentsMargins(20, 16, 20, 8)
        above.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self.list, 1)
        column.addWidget(self.strip)
        self.field.textEdited.connect(self.model.look_for)
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.doubleClicked.connect(lambda _: self.strip.listen())
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.model.modelReset.connect(self._settle)
        self.strip.left.connect(self.field.setFocus)
        self._settle()

    def open(self) -> None:
        self.strip.about(self._named)
        self.field.selectAll()
        self.field.setFocus()
        super().open()

    def reject(self) -> None:
        """Escape leaves what is asked first, then the sheet."""
        if self.strip.state == "idle":
            super().reject()
        else:
            self.strip.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter go to the list, wherever the caret is."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.strip.listen()
            return True
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and watched is self.field:
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        return False

    def _step(self, by: int) -> None:
        can = [row for row, line in enumerate(self.model.lines) if line.kind == "command"]
        row = self.list.currentIndex().row()
        if can:
            at = can.index(row) if row in can else -1
            self.list.setCurrentIndex(self.model.index(can[(at + by) % len(can)]))

    def _settle(self) -> None:
        """Keep to the command that was chosen, else the first."""
        row = self.model.row_of(self._named) if self._named else None
        if row is None:
            lines = self.model.lines
            row = next((at for at, line in enumerate(lines) if line.kind == "command"), None)
        if row is None:
            self.strip.about("")
        else:
            self.list.setCurrentIndex(self.model.index(row))

    def _chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        line: KeyLine | None = current.data(LINE_ROLE) if current.isValid() else None
        self._named = line.name if line is not None else ""
        self.strip.about(self._named)
