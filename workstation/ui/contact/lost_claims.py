"""Tells at once who has a contact that one tried to take and somebody else had first."""

from PySide6.QtCore import QObject

from workstation.replica.rows.news import Mood
from workstation.replica.rows.outbox import OutboxRow
from workstation.ui.contact.band import Band
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.panels.masking import masked_name
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate


class LostClaims(QObject):
    """There is nothing to do about it, so it is said, and leaves the outbox."""

    def __init__(self, context: DeskContext, band: Band) -> None:
        super().__init__(band)
        self._context = context
        self._band = band
        self._contact_id = ""
        context.news.mood_changed.connect(self._look)

    def look_at(self, contact_id: str) -> None:
        """The contact that is open; "" when none is."""
        self._contact_id = contact_id

    def _look(self, mood: Mood) -> None:
        if not mood.refused:
            return

        def work(replica: ReplicaDoor) -> list[OutboxRow]:
            return [
                entry
                for entry in replica.outbox()
                if entry.kind == "claim" and entry.refusal_code == "owned_by_other"
            ]

        self._context.reader.ask("lost claims", work, self._tell, owner=self)

    def _tell(self, lost: list[OutboxRow]) -> None:
        def let_go(replica: ReplicaDoor) -> None:
            for entry in lost:
                replica.discard(entry.action_id)

        self._context.writer.do(let_go)
        for entry in lost:
            name = harmless_line(entry.refusal_facts.get("name", "")) or "?"
            if entry.contact_id == self._contact_id:
                words = translate("contact", "{name} was just before you and has this contact.")
                self._band.say(words.format(name=name), "warn")
            else:
                words = translate("contact", "{name} was just before you and has {customer}.")
                customer = harmless_line(masked_name(entry.name)) or "?"
                self._context.news.notice.emit(words.format(name=name, customer=customer), "warn")
