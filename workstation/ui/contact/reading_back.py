"""Older messages of the contact that is open, as somebody scrolls up or looks for one."""

from typing import Final

from PySide6.QtCore import QObject

from workstation.replica.rows.contact import MessageRow, Transcript
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.transcript.transcript_model import TranscriptModel
from workstation.ui.transcript.transcript_view import TranscriptView

PAGE: Final = 60
"""Messages read at once."""


class ReadingBack(QObject):
    def __init__(
        self, context: DeskContext, messages: TranscriptModel, transcript: TranscriptView
    ) -> None:
        super().__init__(transcript)
        self._context = context
        self._messages = messages
        self._transcript = transcript
        self._reading = False
        transcript.earlier_wanted.connect(self._read_earlier)

    def go_to(self, message_id: str) -> None:
        """Show a message, reading back as far as it needs."""
        contact_id, messages = self._messages.contact_id, self._messages.messages
        if self._transcript.show_message(message_id) or contact_id is None or not messages:
            self._transcript.setFocus()
            return

        def work(replica: ReplicaDoor) -> Transcript:
            return reaching(replica, contact_id, messages[0].message_id, message_id)

        def then(older: Transcript) -> None:
            self._messages.prepend(older)
            self._transcript.show_message(message_id)
            self._transcript.setFocus()

        self._context.reader.ask("reach message", work, then, owner=self)

    def _read_earlier(self) -> None:
        contact_id, messages = self._messages.contact_id, self._messages.messages
        if self._reading or contact_id is None or not messages:
            return
        self._reading = True
        first = messages[0].message_id

        def then(older: Transcript) -> None:
            self._reading = False
            self._messages.prepend(older)

        def failed(error: Exception) -> None:
            self._reading = False
            raise error

        self._context.reader.ask(
            f"earlier {contact_id}",
            lambda replica: replica.transcript(contact_id, limit=PAGE, before=first),
            then,
            failed=failed,
            owner=self,
        )


def reaching(replica: ReplicaDoor, contact_id: str, first: str, wanted: str) -> Transcript:
    """Older messages, from before `first` back to the one that is wanted and a few around it."""
    older: tuple[MessageRow, ...] = ()
    earlier = True
    while earlier:
        page = replica.transcript(contact_id, limit=500, before=first)
        older = page.messages + older
        earlier = page.earlier
        if not page.messages or any(m.message_id == wanted for m in page.messages):
            break
        first = page.messages[0].message_id
    return Transcript(contact_id, older, earlier)
