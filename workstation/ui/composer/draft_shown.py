"""The draft in the field: whose it is, how it came there, and what it is when it must be kept."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QTextCursor

from workstation.replica.rows.outbox import SEEN, Draft
from workstation.ui.composer.attaching import Attaching
from workstation.ui.composer.composer_page import ComposerPage
from workstation.ui.composer.draft_joining import (
    all_files,
    put_below,
    read_draft,
    together,
    with_typed,
)
from workstation.ui.composer.draft_keeper import DraftKeeper
from workstation.ui.composer.taking import Taken
from workstation.ui.contact.refusal_words import reason_sentence
from workstation.ui.context import DeskContext

Mode = Literal["reply", "note"]


class DraftShown(QObject):
    """Belongs to a composer's page. Nothing typed is lost: what is typed before the draft was read
    follows it, what comes back is put above what is typed now."""

    settled = Signal()
    """Another text, mode or contact: every part must agree with it."""
    typed = Signal()
    """A person changed the text: no draft that was read."""

    def __init__(
        self,
        context: DeskContext,
        page: ComposerPage,
        attaching: Attaching,
        may_reply: Callable[[], bool],
    ) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._attaching = attaching
        self._may_reply = may_reply
        self._contact_id: str | None = None
        self._mode: Mode = "reply"
        self._forced = False
        self._loading = False
        self._loaded = False
        self._visit = 0
        self._early = ""
        """What was typed and written down before the draft was read."""
        self._reason = ""
        self._handed = ""
        self._seen = ""
        """The text as it was when it last changed: marking words in it is no change."""
        self._keeper = DraftKeeper(context.writer, self.current, self)
        page.text.textChanged.connect(self._typed)
        page.text.left.connect(self.settle)
        page.band.dismissed.connect(self._dismissed)

    @property
    def contact_id(self) -> str | None:
        return self._contact_id

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def loaded(self) -> bool:
        """Whether the stored draft was read: before that nothing is sent or kept."""
        return self._loaded

    def open(self, contact_id: str | None) -> None:
        """Keep what is here and turn to another contact."""
        self.settle()
        self._loaded = False
        self._early = ""
        self._visit += 1
        visit = self._visit
        self._contact_id, self._attaching.contact_id = contact_id, None
        self._forced = False
        self.fill(Draft(contact_id or "", ""))
        if contact_id is None:
            return
        # Through the writer, which has written everything that was handed to it before.
        self._context.writer.do(
            lambda replica: read_draft(replica, contact_id),
            done=lambda found: self._show(visit, *found),
            failed=lambda error: self._not_read(visit, error),
            owner=self,
        )

    def look_again(self) -> None:
        """Perhaps something came back: look whether the stored draft has a reason."""
        contact_id = self._contact_id
        if contact_id is None:
            return
        self._context.writer.do(
            lambda replica: read_draft(replica, contact_id),
            done=lambda found: self._returned(contact_id, *found),
            owner=self,
        )

    def bring_back(self, contact_id: str) -> None:
        """A message of this contact is a draft again: show it, above what is typed now."""
        if contact_id == self._contact_id and self._loaded:
            self._context.writer.do(
                lambda replica: read_draft(replica, contact_id),
                done=lambda found: self._brought_back(contact_id, *found),
                owner=self,
            )

    def current(self) -> Draft | None:
        """The draft as it is now; None while no contact's is shown."""
        if self._contact_id is None or not self._loaded:
            return None
        self._handed = self._page.text.toPlainText()
        return Draft(
            contact_id=self._contact_id,
            text=self._handed,
            mode=self._mode,
            files=tuple(taken.facts for taken in self._page.files.files),
            reason=self._reason,
        )

    def fill(self, draft: Draft, files: list[Taken] | None = None) -> None:
        """Put a draft into the field."""
        text = self._page.text
        self._loading = True
        if text.toPlainText() != draft.text:
            text.setPlainText(draft.text)
            text.moveCursor(QTextCursor.MoveOperation.End)
        self._seen = text.toPlainText()
        self._handed = draft.text
        self._page.files.replace(files or [])
        self._forced = not draft.text and not self._may_reply()
        self._mode = "note" if self._forced else draft.mode
        self._reason = draft.reason
        told = not draft.reason or draft.reason.startswith(SEEN)
        self._page.band.say("" if told else reason_sentence(draft.reason, self._context.language))
        self._loading = False
        self.settled.emit()

    def turn(self, mode: Mode) -> None:
        """Write a reply, or a note."""
        self._forced = False
        if mode != self._mode:
            self._mode = mode
            self.touched()
            self.settled.emit()

    def follow_permission(self) -> None:
        """An empty field turns to what may be written."""
        if self._page.text.toPlainText():
            return
        if not self._may_reply() and self._mode == "reply":
            self._mode, self._forced = "note", True
        elif self._may_reply() and self._forced:
            self._mode, self._forced = "reply", False

    def touched(self) -> None:
        """It is different: keep it soon."""
        self._keeper.touched()

    def settle(self) -> None:
        """Write down now what was typed; before the draft was read that is put below it."""
        self._keeper.settle()
        contact_id, typed = self._contact_id, self._page.text.toPlainText()
        more = typed.removeprefix(self._early)
        if not self._loaded and contact_id is not None and more.strip():
            self._early = typed
            self._context.writer.do(lambda replica: put_below(replica, contact_id, more))

    def forget(self) -> None:
        """What waited to be kept is no longer wanted: it was sent."""
        self._keeper.forget()

    def _show(self, visit: int, draft: Draft | None, files: list[Taken]) -> None:
        if visit != self._visit:  # the agent went on, perhaps came back: a later answer counts
            return
        self._begin()
        typed = self._page.text.toPlainText()
        self.fill(with_typed(draft or Draft(self._contact_id or "", "", self._mode), typed), files)
        if typed:
            self.touched()

    def _begin(self) -> None:
        """From now on what is typed is kept, and files are taken."""
        self._loaded = True
        self._attaching.contact_id = self._contact_id

    def _not_read(self, visit: int, error: Exception) -> None:
        """The memory failed: what is typed from now on is a draft of its own."""
        if visit == self._visit:
            self._begin()
        raise error

    def _returned(self, contact_id: str, draft: Draft | None, files: list[Taken]) -> None:
        """A refused message comes back. What was typed since stays, below it."""
        if contact_id != self._contact_id or draft is None or not self._loaded:
            return
        if draft.reason in ("", self._reason, SEEN + self._reason):
            return
        typed = self._page.text.toPlainText()
        text = together(draft.text, before=self._handed, now=typed)
        self.fill(replace(draft, text=text), all_files(files, self._page.files.files))
        self.touched()

    def _brought_back(self, contact_id: str, draft: Draft | None, files: list[Taken]) -> None:
        if contact_id != self._contact_id or draft is None or not self._loaded:
            return
        typed = self._page.text.toPlainText()
        text = together(draft.text, before=self._handed, now=typed)
        self.fill(replace(draft, text=text), all_files(files, self._page.files.files))
        self.touched()
        self._page.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> None:
        text = self._page.text.toPlainText()
        if not self._loading and text != self._seen:
            self._seen = text
            self.touched()
            self.settled.emit()
            self.typed.emit()

    def _dismissed(self) -> None:
        if self._reason and not self._reason.startswith(SEEN):
            self._reason = SEEN + self._reason
            self.touched()
        self._page.text.setFocus(Qt.FocusReason.OtherFocusReason)
