"""What a person does with a message: answers it, quotes it, passes it on, takes it along."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from workstation.replica.rows.contact import AttachmentRow, ContactHead, MessageRow
from workstation.rules.answering import ANSWERS_ONE, quoted
from workstation.ui.composer.composer_view import ComposerView
from workstation.ui.contact.message_wishes import MessageWishes
from workstation.ui.context import DeskContext
from workstation.ui.transcript.line import Line
from workstation.ui.transcript.shapes.files import sorted_files
from workstation.ui.transcript.transcript_model import TranscriptModel
from workstation.ui.transcript.transcript_view import TranscriptView
from workstation.ui.transcript.transcript_words import TranscriptWords
from workstation.ui.words import translate

if TYPE_CHECKING:
    from workstation.ui.contact.forwarding import Forwarding


class OnMessages(QObject):
    """The commands of the group "message". They mean the message that is chosen, else the
    customer's newest."""

    def __init__(
        self,
        context: DeskContext,
        view: TranscriptView,
        messages: TranscriptModel,
        words: TranscriptWords,
        composer: ComposerView,
        wishes: MessageWishes,
    ) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._messages = messages
        self._words = words
        self._composer = composer
        self._wishes = wishes
        self._head: ContactHead | None = None
        self._forwarding: Forwarding | None = None
        self._known: set[str] = set()
        """Contacts that were opened since the desk started."""
        for name, deed in (
            ("answer_message", self.answer),
            ("quote_message", self.quote),
            ("forward_message", self.forward),
            ("copy_with_names", self.copy),
            ("look_at_pictures", self.look_at_pictures),
            ("answered_message", self.go_to_answered),
        ):
            context.commands.handle(name, deed)

        messages.modelReset.connect(self._go_on)
        composer.answering.changed.connect(self._keep)

    def _go_on(self) -> None:
        """What was being answered here before the desk started again."""
        contact_id, message = self._messages.contact_id, self._messages.answering
        if contact_id is None or contact_id in self._known:
            return
        self._known.add(contact_id)
        strip = self._composer.answering
        if message is not None and strip.message is None:
            strip.answer(message, self._words.who(message), self._words.begins(message))

    def _keep(self, contact_id: str, message_id: str) -> None:
        self._context.writer.do(lambda replica: replica.answer(contact_id, message_id))

    def look_at(self, head: ContactHead | None) -> None:
        """The contact on the screen."""
        self._head = head

    def answer(self) -> None:
        """The next text answers this message; where customers do not see which, it is quoted."""
        line, message = self._meant()
        if line is None or message is None or self._head is None:
            return
        if line.kind == "note":
            self._composer.write("note")
        else:
            self._composer.write("reply")
            if self._head.channel not in ANSWERS_ONE:
                self._quote(line, message)
                return
        who, first = self._words.who(message), self._words.begins(message)
        self._composer.answering.answer(message, who, first)

    def quote(self) -> None:
        """Put the text of this message, or what of it is selected, into what is being written."""
        line, message = self._meant()
        if line is not None and message is not None:
            if line.kind == "note":  # what colleagues said among themselves stays among them
                self._composer.write("note")
            self._quote(line, message)

    def forward(self) -> None:
        """Pass this message on to a colleague or a team."""
        _, message = self._meant()
        if message is None or self._head is None:
            return
        from workstation.ui.contact.forwarding import Forwarding  # rarely wanted

        if self._forwarding is None:
            self._forwarding = Forwarding(self._context, self._words, self._view)
        self._forwarding.begin(self._head, message, self._view.taking.selected_text())

    def copy(self) -> None:
        if not self._view.taking.chosen():
            self._choose(self._meant()[0])
        self._view.taking.copy_cited()

    def look_at_pictures(self) -> None:
        """The first picture of this message, else the newest there is."""
        shot = self._picture()
        if shot is None:
            words = translate("transcript", "There is no picture in this contact.")
            self._context.news.notice.emit(words, "quiet")
        else:
            self._wishes.open_picture(shot)

    def go_to_answered(self) -> None:
        line, _ = self._meant()
        if line is not None and line.answers is not None:
            if not self._view.show_message(line.answers.message_id):
                self._wishes.go_to(line.answers.message_id)
            self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            words = translate("transcript", "This message answers none in particular.")
            self._context.news.notice.emit(words, "quiet")

    def _quote(self, line: Line, message: MessageRow) -> None:
        said = self._view.taking.selected_text() or self._words.copied(line)
        if not said:
            said = self._words.begins(message)
        self._composer.insert_quote(quoted(said))

    def _meant(self) -> tuple[Line | None, MessageRow | None]:
        lines = self._messages.lines
        # Who writes in the field means what the customer said last, wherever they looked before.
        here = self._view.window().focusWidget() is self._view
        row = self._view.currentIndex().row() if here else -1
        if 0 <= row < len(lines) and lines[row].kind in ("in", "out", "note"):
            return lines[row], self._view.taking.meant(row)
        newest = next((line for line in reversed(lines) if line.kind == "in"), None)
        return newest, newest.message if newest is not None else None

    def _choose(self, line: Line | None) -> None:
        row = self._messages.row_of(line.key) if line is not None else None
        if row is not None:
            self._view.setCurrentIndex(self._messages.index(row))

    def _picture(self) -> AttachmentRow | None:
        row = self._view.currentIndex().row()
        lines = self._messages.lines
        first = [lines[row]] if 0 <= row < len(lines) else []
        for line in [*first, *reversed(lines)]:
            message = line.message
            if message is None or message.deleted_at is not None or not message.attachments:
                continue
            for file in sorted_files(message.attachments).pictures:
                if file.state == "ready" and file.role != "sticker":
                    return file
        return None
