"""What colleagues wrote down about a customer, on yellow paper, and a line to write another."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from workstation.replica.rows.knowledge import NoteRow
from workstation.ui.contact.key_button import IconButton
from workstation.ui.contact.moments import short_day
from workstation.ui.context import DeskContext
from workstation.ui.emptied import emptied
from workstation.ui.paintable import from_left
from workstation.ui.panels.fact import Fact
from workstation.ui.panels.link import Link
from workstation.ui.panels.section import Words
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.harmless import harmless_line

LONGEST = 4_000
SHOWN = 4


class NotesPart(QWidget):
    written = Signal(str)
    removed = Signal(str)
    """A note's id."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._customer_id = ""
        self._notes: tuple[NoteRow, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.field = _Line(self)
        self.field.setMaxLength(LONGEST)
        self.field.setPlaceholderText(self.tr("What should every colleague know?"))
        self.field.setAccessibleName(self.tr("Note about the customer"))
        self.field.hide()
        self.add = Link(self.tr("Write a note about them"), parent=self)
        self.add.setToolTip(context.commands.tooltip("customer_note"))
        layout.addLayout(self._list)
        layout.addWidget(self.field)
        layout.addWidget(self.add)
        self.add.clicked.connect(self.begin)
        self.field.returnPressed.connect(self._write)
        self.field.escaped.connect(self._leave)

    def begin(self) -> None:
        """The hands come to write one."""
        self.add.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put(self, customer_id: str, notes: tuple[NoteRow, ...]) -> None:
        if customer_id != self._customer_id:
            self._leave()
        self._customer_id, self._notes = customer_id, notes
        emptied(self._list)
        me = self._context.me
        for note in notes[:SHOWN]:
            mine = note.agent_id == me.agent_id or me.role in ("lead", "admin")
            paper = _Paper(self._context, note, removable=mine)
            paper.removed.connect(lambda key=note.note_id: self.removed.emit(key))
            self._list.addWidget(paper)

    def _write(self) -> None:
        text = self.field.text().strip()
        self._leave()
        if text:
            self.written.emit(text)

    def _leave(self) -> None:
        self.field.clear()
        self.field.hide()
        self.add.show()


class _Line(QLineEdit):
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)


class _Paper(QWidget):
    removed = Signal()

    def __init__(self, context: DeskContext, note: NoteRow, *, removable: bool) -> None:
        super().__init__()
        self._theme: Theme = context.theme
        day = short_day(note.at, context.clock(), context.language)
        who = from_left(harmless_line(note.agent_name))
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(Fact(context.theme, note.text, name=self.tr("Note"), size=12))
        column.addWidget(Words(" · ".join(p for p in (who, day) if p), ink="faint", size=11))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 4, 6)
        row.setSpacing(2)
        row.addLayout(column, 1)
        if removable:
            title = self.tr("Take this note away")
            away = IconButton(context.theme, "close", title, parent=self, small=True)
            away.clicked.connect(self.removed)
            row.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        context.theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("note_line"), 1))
        painter.setBrush(self._theme.color("note"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
