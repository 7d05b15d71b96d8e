"""Where one left off in a contact: it opens there, and remembers how far one got."""

from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication

from workstation.ui.context import DeskContext
from workstation.ui.transcript.beginning import begin_at
from workstation.ui.transcript.line import NEW
from workstation.ui.transcript.transcript_model import TranscriptModel
from workstation.ui.transcript.transcript_view import TranscriptView
from workstation.ui.words import translate

LOOKED: Final = 1_000
"""Milliseconds a message is on the screen before it counts as looked at."""


class Looking(QObject):
    """What was said after one last looked stands below a line. The line stays until one opens
    another contact or answers; what comes while one looks gets none."""

    def __init__(
        self, context: DeskContext, view: TranscriptView, messages: TranscriptModel
    ) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._messages = messages
        self._upto = 0
        self._contact_id: str | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOKED)
        self._timer.timeout.connect(self._looked)
        messages.me = context.me.agent_id
        messages.modelReset.connect(self._began)
        messages.rowsInserted.connect(self._came)
        messages.dataChanged.connect(self._came)  # an album grows in its place
        view.verticalScrollBar().valueChanged.connect(lambda _: self._timer.start())
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._timer_again)
        context.news.reference_changed.connect(self._known)
        context.commands.handle("new_messages", self.to_new)

    def to_new(self) -> None:
        """To the line above what is new, or say that nothing is."""
        if self._messages.row_of(NEW) is None:
            words = translate("transcript", "Nothing is new since you looked.")
            self._context.news.notice.emit(words, "quiet")
            self._view.to_newest()
        else:
            begin_at(self._view, NEW)
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _known(self, _: object) -> None:
        self._messages.me = self._context.me.agent_id

    def _began(self) -> None:
        self._contact_id, self._upto = self._messages.contact_id, 0
        self._timer.start()
        row = self._messages.row_of(NEW)
        if row is None:
            return
        begin_at(self._view, NEW)
        count = sum(1 for line in self._messages.lines[row:] if line.kind in ("in", "out", "note"))
        words = translate("transcript", "{count} new since you looked").format(count=count)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, words))

    def _came(self) -> None:
        if self._view.isVisible() and self._view.window().isActiveWindow():
            self._timer.start()
        elif self._messages.new_after is None and self._upto:
            # Not now: the rows are just being put in.
            contact_id, upto = self._contact_id, self._upto
            QTimer.singleShot(0, self, lambda: self._came_unseen(contact_id, upto))

    def _came_unseen(self, contact_id: str | None, upto: int) -> None:
        if contact_id == self._messages.contact_id and self._messages.new_after is None:
            self._messages.say_new(upto)

    def _timer_again(self, _: Qt.ApplicationState) -> None:
        self._timer.start()

    def _looked(self) -> None:
        """Everything down to the foot of the screen was seen."""
        view, contact_id = self._view, self._messages.contact_id
        if contact_id is None or not view.isVisible() or not view.window().isActiveWindow():
            return
        lines = view.stack.lines
        if not lines:
            return
        foot = view.verticalScrollBar().value() + view.viewport().height()
        line = lines[view.stack.row_at(foot - 1)]
        at = line.at if line.message is None else line.message.at
        if at <= self._upto:
            return
        self._upto = at
        self._context.writer.do(lambda replica: replica.look(contact_id, at))
