"""Which thread each message belongs to: its own, or that of the message that it goes on with."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.models import Contact, Message
from workstation.models.ids import is_id
from workstation.server.intake.arrived import Letter, either
from workstation.server.intake.placing import Thread, thread_of
from workstation.server.store.among import among


@dataclass(frozen=True, slots=True)
class Known:
    """A message that is here."""

    message_id: str
    contact_id: str
    thread: Thread
    written_at: int | None = None
    at: int = 0


@dataclass
class Threads:
    """`here` holds what is known of the messages that these name, by origin."""

    session: Session
    here: dict[str, Known] = field(default_factory=dict)
    _of_contacts: dict[str, Thread] = field(default_factory=dict)
    _of_messages: dict[str, Thread] = field(default_factory=dict)
    _own: dict[str, Thread] = field(default_factory=dict)

    def look(self, origins: Collection[str]) -> None:
        """Find those messages that are here."""
        if not origins:
            return
        found = self.session.execute(
            select(
                Message.origin,
                Message.id,
                Message.contact_id,
                Contact.channel,
                Contact.thread,
                Message.written_at,
                Message.at,
            )
            .join(Contact, Contact.id == Message.contact_id)
            .where(among(self.session, Message.origin, origins))
        )
        for origin, message_id, contact_id, channel, thread, written_at, at in found:
            where = (channel, thread)
            self.here[str(origin)] = Known(message_id, contact_id, where, written_at, at)

    def look_for_contacts(self, contact_ids: Collection[str]) -> None:
        known = [contact_id for contact_id in contact_ids if is_id(contact_id)]
        if known:
            found = self.session.execute(
                select(Contact.id, Contact.channel, Contact.thread).where(
                    among(self.session, Contact.id, known)
                )
            )
            for contact_id, channel, thread in found:
                self._of_contacts[contact_id] = (channel, thread)

    def look_for_messages(self, message_ids: Collection[str]) -> None:
        if message_ids:
            found = self.session.execute(
                select(Message.id, Contact.channel, Contact.thread)
                .join(Contact, Contact.id == Message.contact_id)
                .where(among(self.session, Message.id, message_ids))
            )
            for message_id, channel, thread in found:
                self._of_messages[message_id] = (channel, thread)

    def of_message(self, message_id: str) -> Thread | None:
        return self._of_messages.get(message_id)

    def of(self, letter: Letter) -> tuple[Thread, bool]:
        """The thread, and whether the message is known to go on with something on it."""
        message = letter.message
        thread, certain = self._of_contacts.get(message.contact_id), True
        if thread is None:
            thread = self._continued(letter)
        if thread is None or thread[0] != message.channel:
            thread, certain = thread_of(message), False
        self._own[letter.origin] = thread
        return thread, certain

    def _continued(self, letter: Letter) -> Thread | None:
        for identifier in letter.message.continues:
            for origin in either(letter.channel, identifier):
                if origin == letter.origin:
                    continue
                if origin in self._own:  # in this very batch
                    return self._own[origin]
                if origin in self.here:
                    return self.here[origin].thread
        return None


def named(letters: Iterable[Letter]) -> set[str]:
    """The origins of all messages that these answer or go on with."""
    found: set[str] = set()
    for letter in letters:
        for identifier in letter.message.continues:
            found.update(either(letter.channel, identifier))
        if letter.message.reply_to:
            found.update(either(letter.channel, letter.message.reply_to))
    return found
