"""The window that opens from "n waiting to send"."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workstation.replica.rows.outbox import OutboxRow
from workstation.ui.context import DeskContext
from workstation.ui.doors import SessionDoor
from workstation.ui.empty_state import EmptyState
from workstation.ui.outbox.outbox_delegate import OutboxDelegate
from workstation.ui.outbox.outbox_model import ENTRY_ROLE, OutboxModel
from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.theme.window_size import open_size
from workstation.ui.top_bar.connection import mood_words
from workstation.ui.words import translate


class OutboxView(QDialog):
    """Each entry can be looked at, sent again when it was refused, or thrown away."""

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("outbox")
        self.setWindowTitle(translate("outbox", "Waiting to send"))
        open_size(self, 640, 520)
        self.model = OutboxModel(context)
        self.model.setParent(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(OutboxDelegate(context, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.windowTitle())
        self._empty = EmptyState(context.theme, self)
        self._empty.say(
            "done",
            translate("outbox", "All sent"),
            translate(
                "outbox", "What you do while offline waits here until there is a connection."
            ),
        )
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self._state = QLabel(self)
        self._state.setProperty("look", "muted")
        self.try_now = QPushButton(translate("outbox", "Try again now"), self)
        self.again = QPushButton(translate("outbox", "Send again"), self)
        self.throw = QPushButton(translate("outbox", "Throw away…"), self)
        self.back = QPushButton(translate("outbox", "Take back as a draft"), self)
        self.show_contact = QPushButton(translate("outbox", "Show contact"), self)
        self._foot = QWidget(self)
        self._build()
        self.try_now.clicked.connect(self._try_now)
        self.again.clicked.connect(self._retry)
        self.throw.clicked.connect(self._ask_throw)
        self.back.clicked.connect(self._take_back)
        self.show_contact.clicked.connect(self._show_contact)
        self.list.doubleClicked.connect(self._show_contact)
        self.list.selectionModel().currentChanged.connect(self._settle)
        self.model.settled.connect(self._settle)
        self.model.modelReset.connect(self._settle)
        context.news.changed.connect(self._heard)
        context.news.mood_changed.connect(self._heard)
        self.question: QMessageBox | None = None
        """The question whether to throw away, while it is open."""
        self._settle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.look()

    def _build(self) -> None:
        title = QLabel(self.windowTitle(), self)
        title.setFont(font(15, STRONG))
        head = QHBoxLayout()
        head.setContentsMargins(16, 16, 16, 12)
        head.addWidget(title)
        head.addSpacing(12)
        head.addWidget(self._state, 1)
        head.addWidget(self.try_now)
        rule = QWidget(self)
        rule.setFixedHeight(1)
        rule.setProperty("look", "rule")
        rule.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        other = QWidget(self._foot)
        other.setFixedHeight(1)
        other.setProperty("look", "rule")
        other.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(self.throw)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.show_contact)
        foot.addWidget(self.again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(rule)
        layout.addWidget(self._stack, 1)
        below = QVBoxLayout(self._foot)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(other)
        below.addLayout(foot)
        layout.addWidget(self._foot)
        for button in (self.try_now, self.again, self.throw, self.back, self.show_contact):
            button.setAutoDefault(False)

    def _current(self) -> OutboxRow | None:
        index = self.list.currentIndex()
        return index.data(ENTRY_ROLE) if index.isValid() else None

    def _heard(self, *_: object) -> None:
        self._state.setText(mood_words(self._context.mood))
        if self.isVisible():
            self.model.look()

    def _settle(self, *_: QModelIndex) -> None:
        entry = self._current()
        if entry is None and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))
            entry = self._current()
        refused = entry is not None and entry.state == "refused"
        self.again.setEnabled(refused)
        self.throw.setEnabled(entry is not None and entry.state in ("waiting", "refused"))
        self.back.setEnabled(entry is not None and (self._leaves(entry) or _can_return(entry)))
        self.show_contact.setEnabled(entry is not None and entry.contact_id is not None)
        self._state.setText(mood_words(self._context.mood))
        empty = self.model.loaded and not self.model.rowCount()
        self._stack.setCurrentWidget(self._empty if empty else self.list)
        self._foot.setVisible(not empty)  # there is nothing to do it with

    def _try_now(self) -> None:
        def work(session: SessionDoor) -> None:
            session.sync_now()

        self._context.fetcher.ask("sync now", work)

    def _retry(self) -> None:
        entry = self._current()
        if entry is not None:
            action_id = entry.action_id
            self._context.writer.do(
                lambda replica: replica.retry(action_id), done=self.model.look, owner=self
            )

    def _leaves(self, entry: OutboxRow) -> bool:
        """Whether its files are on their way."""
        upload = self.model.upload
        return upload is not None and upload.action_id == entry.action_id

    def _take_back(self) -> None:
        """What has not left is written on again; its files, if they are on their way, are
        stopped."""
        entry, upload = self._current(), self.model.upload
        if entry is None:
            return
        self.close()
        if upload is not None and self._leaves(entry):
            upload.stop()
            return
        action_id, contact_id = entry.action_id, entry.contact_id or ""

        def done(taken: bool) -> None:
            if taken:
                self._context.news.came_back.emit(contact_id)
            else:
                words = translate("outbox", "It had already been sent.")
                self._context.news.notice.emit(words, "warn")

        self._context.writer.do(lambda replica: replica.take_back(action_id), done=done, owner=self)

    def _ask_throw(self) -> None:
        entry = self._current()
        if entry is None:
            return
        question = QMessageBox(self)
        question.setIcon(QMessageBox.Icon.NoIcon)
        question.setWindowTitle(translate("outbox", "Throw away?"))
        question.setText(translate("outbox", "Throw this away? The customer will not get it."))
        if entry.kind != "reply":
            question.setText(translate("outbox", "Throw this away? It will not be done."))
        question.setInformativeText(entry.text[:300])
        yes = question.addButton(
            translate("outbox", "Throw away"), QMessageBox.ButtonRole.DestructiveRole
        )
        question.addButton(translate("outbox", "Keep"), QMessageBox.ButtonRole.RejectRole)
        action_id = entry.action_id
        yes.clicked.connect(lambda: self._throw(action_id))
        self.question = question
        question.open()

    def _throw(self, action_id: str) -> None:
        self._context.writer.do(
            lambda replica: replica.discard(action_id), done=self.model.look, owner=self
        )

    def _show_contact(self, *_: object) -> None:
        entry = self._current()
        if entry is not None and entry.contact_id is not None:
            self.close()
            self._context.news.open_contact.emit(entry.contact_id, "")


def _can_return(entry: OutboxRow) -> bool:
    """Whether it is a text that waits and of which the office knows nothing."""
    return entry.returns_to_composer and entry.state == "waiting" and not entry.posted
