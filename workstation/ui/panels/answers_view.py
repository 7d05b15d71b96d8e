"""The answers to look through and to take: a field to search in above the cards."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from workstation.replica.rows.knowledge import AnswerRow
from workstation.ui.context import DeskContext
from workstation.ui.panels.answers_delegate import AnswersDelegate
from workstation.ui.panels.answers_model import DIGITS, AnswersModel
from workstation.ui.panels.link import Link
from workstation.ui.panels.section import Heading, Words
from workstation.ui.theme.menu import Menu
from workstation.ui.transcript.message_menu import copy_text

FIRST = 4
"""Answers that stand in the panel before somebody asks for more."""
MOST = 30
TYPING = 120
"""Milliseconds after a letter until the answers are looked up."""


class AnswersView(QWidget):
    """A digit takes an answer while nothing is typed, Enter the one that is chosen."""

    taken = Signal(object)
    """An AnswerRow, to go into the reply."""
    write_wanted = Signal(object)
    """An AnswerRow to improve, or None for a new one."""
    remove_wanted = Signal(object)
    left = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._product_id = ""
        self._language = "en"
        self._own: tuple[AnswerRow, ...] = ()
        self._all = False
        self.heading = Heading(self.tr("Answers"))
        self.field = QLineEdit(self)
        self.field.setProperty("look", "sunken")
        self.field.setPlaceholderText(self.tr("Search the answers"))
        self.field.setAccessibleName(self.tr("Search the answers"))
        self.field.setToolTip(context.commands.tooltip("find_answer"))
        self.field.setClearButtonEnabled(True)
        self.model = AnswersModel(self)
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("Answers"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(AnswersDelegate(context.theme, self.list))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = Words(ink="faint", size=12)
        self.more = Link("", parent=self)
        self.write = Link(self.tr("Write an answer"), parent=self)
        self.write.setToolTip(context.commands.tooltip("write_answer"))
        links = QHBoxLayout()
        links.setContentsMargins(0, 0, 0, 0)
        links.addWidget(self.write)
        links.addStretch(1)
        links.addWidget(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in (self.heading, self.field, self.list, self._nothing):
            layout.addWidget(part)
        layout.addLayout(links)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(TYPING)
        self._soon.timeout.connect(self._look)
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.viewport().installEventFilter(self)
        self.list.clicked.connect(self._take_index)
        self.list.activated.connect(self._take_index)
        self.more.clicked.connect(self._show_all)
        self.write.clicked.connect(lambda: self.write_wanted.emit(None))
        context.theme.changed.connect(self.list.viewport().update)

    def put(self, product_id: str, answers: tuple[AnswerRow, ...], language: str) -> None:
        """The answers of a product; the customer speaks `language`."""
        if product_id != self._product_id:
            self._all = False
            self.field.clear()
        self._product_id, self._own = product_id, answers
        self._language = language
        if self.field.text().strip():
            self._look()
        else:
            self._show(answers)

    def begin(self) -> None:
        """The hands come to look for an answer."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._choose(0)

    # ------------------------------------------------------------------ looking

    def _typed(self, text: str) -> None:
        if text.strip():
            self._soon.start()
        else:
            self._soon.stop()
            self._show(self._own)

    def _look(self) -> None:
        text, product_id = self.field.text(), self._product_id

        def found(answers: tuple[AnswerRow, ...]) -> None:
            if text == self.field.text():
                self._show(answers)

        self._context.reader.ask(
            "answers",
            lambda replica: replica.find_answers(text, product_id or None, MOST),
            found,
            owner=self,
        )

    def _show(self, answers: tuple[AnswerRow, ...]) -> None:
        searched = bool(self.field.text().strip())
        shown = answers[:MOST] if self._all or searched else answers[:FIRST]
        self.model.put(shown, self._language)
        self._fit()
        self.list.setVisible(bool(shown))
        self.heading.remark.say(str(len(answers)) if answers else "")
        rest = min(len(answers), MOST) - len(shown)
        self.more.setVisible(rest > 0)
        self.more.say(self.tr("%n more", "", rest))
        self._nothing.setVisible(not shown)
        self._nothing.say(
            self.tr("No answer has these words.") if searched else self.tr("No answers yet.")
        )
        self._choose(0)

    def _show_all(self) -> None:
        self._all = True
        self._show(self._own)

    def _choose(self, row: int) -> None:
        index = self.model.index(row)
        if index.isValid():
            self.list.setCurrentIndex(index)

    # ------------------------------------------------------------------ taking

    def _take_index(self, index: QModelIndex) -> None:
        self.take(index.row())

    def take(self, row: int) -> None:
        """Put an answer into the reply."""
        answer = self.model.at(row)
        if answer is not None:
            self.field.clear()
            self.taken.emit(answer)

    def _fit(self) -> None:
        """As high as its cards: they are lower where they are wider."""
        cards = sum(self.list.sizeHintForRow(row) for row in range(self.model.rowCount()))
        if self.list.height() != cards + 2:
            self.list.setFixedHeight(cards + 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list.viewport() and event.type() == QEvent.Type.Resize:
            self._fit()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key, row = event.key(), self.list.currentIndex().row()
        digit = key - Qt.Key.Key_0
        typing = watched is self.field and bool(self.field.text())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if 1 <= digit <= DIGITS and not typing and not held:
            self.take(digit - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self.take(row)
        elif watched is self.field and key == Qt.Key.Key_Down:
            self._choose(min(row + 1, self.model.rowCount() - 1))
        elif watched is self.field and key == Qt.Key.Key_Up:
            self._choose(max(row - 1, 0))
        elif key == Qt.Key.Key_Escape:
            if typing:
                self.field.clear()
            else:
                self.left.emit()
        else:
            return super().eventFilter(watched, event)
        return True

    # ------------------------------------------------------------------ with the mouse

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = self.list.viewport().mapFromGlobal(event.globalPos())
        answer = self.model.at(self.list.indexAt(at).row())
        if answer is None:
            answer = self.model.at(self.list.currentIndex().row())
        if answer is None:
            return
        one, language = answer, self._language
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Use in the reply"), lambda: self.taken.emit(one))
        menu.addAction(self.tr("Copy"), lambda: copy_text(one.answer(language)))
        menu.addSeparator()
        menu.addAction(self.tr("Change…"), lambda: self.write_wanted.emit(one))
        menu.addAction(self.tr("Take away"), lambda: self.remove_wanted.emit(one))
        menu.popup(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
