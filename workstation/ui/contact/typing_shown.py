"""Says below the messages who is typing at the contact that is open."""

from PySide6.QtCore import QObject

from workstation.replica.rows.contact import ContactHead
from workstation.ui.context import DeskContext
from workstation.ui.panels.masking import masked_name
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.transcript.transcript_model import TranscriptModel
from workstation.ui.transcript.transcript_view import TranscriptView
from workstation.ui.words import translate
from workstation.wire.signals import CUSTOMER


class TypingShown(QObject):
    def __init__(self, context: DeskContext, view: TranscriptView, model: TranscriptModel) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._model = model
        self._head: ContactHead | None = None
        context.typing.changed.connect(self._changed)
        model.rowsInserted.connect(self._arrived)

    def look_at(self, head: ContactHead | None) -> None:
        """Another contact is open, or none."""
        self._head = head
        self._say()

    def _changed(self, contact_id: str) -> None:
        if self._head is not None and contact_id == self._head.contact_id:
            self._say()

    def _arrived(self) -> None:
        """What the customer typed is here: they are done."""
        newest = self._model.messages[-1] if self._model.messages else None
        if self._head is not None and newest is not None and newest.direction == "inbound":
            self._context.typing.forget(self._head.contact_id, CUSTOMER)

    def _say(self) -> None:
        if self._head is None:
            self._view.say_typing("")
            return
        names = [self._name(who) for who in self._context.typing.who(self._head.contact_id)]
        known = [name for name in names if name]
        if len(known) == 1:
            words = translate("contact", "{name} is typing…").format(name=known[0])
        elif known:
            words = translate("contact", "{names} are typing…").format(names=", ".join(known[:3]))
        else:
            words = ""
        self._view.say_typing(words)

    def _name(self, who: str) -> str:
        if who == CUSTOMER and self._head is not None:
            return harmless_line(masked_name(self._head.name)) or translate(
                "transcript", "Customer"
            )
        return self._context.agent_name(who)
