"""Messages that came in, each once, on the contact where it belongs."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.channels.port import (
    Channel,
)
from workstation.models import Contact, Message, new_id
from workstation.models.office import Awaited
from workstation.rules.moments import SECOND, after, taken_at
from workstation.server.intake import awaited
from workstation.server.intake.arrived import Letter, either
from workstation.server.intake.ceiling import tell
from workstation.server.intake.echoes import await_our_own
from workstation.server.intake.joining import is_untouched
from workstation.server.intake.people import address_of
from workstation.server.intake.placing import (
    Place,
    Placing,
    Shop,
    Thread,
    find_contacts,
    save,
    thread_of,
)
from workstation.server.intake.readings import catch_up, catch_up_all
from workstation.server.intake.renames import rename_made
from workstation.server.intake.settling import apply
from workstation.server.intake.threads import Threads
from workstation.server.intake.writing import Writing
from workstation.server.jobs.fetch_profile import wonder
from workstation.server.jobs.match import is_worth_it, wish
from workstation.server.jobs.queue import Jobs
from workstation.server.store import many
from workstation.server.store.among import among
from workstation.server.store.shares import share_contact

REMEMBERED = 5
"""How many of the messages that it goes on with a message waits for, the nearest first."""


@dataclass
class Letters:
    """The fresh messages of one batch. `threads` knows which of those they name are here."""

    session: Session
    jobs: Jobs
    channels: Mapping[str, Channel]
    shop: Shop
    threads: Threads
    now: int
    began: bool = False
    """Whether a contact began."""
    _ids: dict[str, str] = field(default_factory=dict)
    """By origin, what was written now."""
    _heard: dict[str, Place] = field(default_factory=dict)
    """The contacts that changed."""
    _led: dict[str, tuple[Place, Letter, bool]] = field(default_factory=dict)
    """Contacts that have a new first message; and whether that is certain to belong there."""

    def take(self, letters: Collection[Letter]) -> None:
        fresh = sorted(
            (letter for letter in letters if letter.origin not in self.threads.here), key=self._at
        )
        fresh = await_our_own(self.session, self.jobs, fresh, self.now)
        if not fresh:
            return
        kept = awaited.waiting(self.session, [letter.origin for letter in fresh])
        self.threads.look_for_contacts({letter.message.contact_id for letter in fresh} - {""})
        self.threads.look_for_messages(_went_on(kept))
        where = {letter.origin: self.threads.of(letter) for letter in fresh}
        went_on = {letter.origin: self._went_on(kept.get(letter.origin, ())) for letter in fresh}
        contacts = find_contacts(
            self.session,
            {thread for thread, _ in where.values()} | {t for t in went_on.values() if t},
            since=self.now - self.shop.reopen,
        )
        placing = Placing(self.session, self.shop, self.now)
        placing.know([x.message for x in fresh if where[x.origin][0] not in contacts])
        vouched = [x.message for x in fresh if x.message.verified or x.message.also]
        if vouched:
            placing.people.vouch(vouched)
        writing = Writing(self.session, self.jobs, self.now)
        wrote: dict[tuple[str, str], int] = {}
        for letter in fresh:
            thread, certain = where[letter.origin]
            place = contacts.get(thread)
            if place is None and (before := went_on[letter.origin]) is not None:
                place = contacts.get(before)
            if place is None:
                place = placing.make(letter.message, thread)
            if place.is_new or address_of(letter.message) in placing.people.made:
                wrote.setdefault(address_of(letter.message), self._at(letter))
            contacts[thread] = place
            self._hear(letter, place, writing, certain=certain)
        self._join(fresh, where, writing)
        writing.write()
        for place in self._heard.values():
            place.settle(self.session, self.shop)
        save(self.session, self._heard.values())
        placing.write_new()
        self._lead(placing)
        self._settle(fresh, kept)
        self.began = bool(placing.made)
        if placing.over:
            self._tell_over(placing)
        rename_made(self.session, wrote, self.now)
        self._ask(fresh, placing)

    def _at(self, letter: Letter) -> int:
        return taken_at(letter.message.at, self.now)

    def _went_on(self, kept: Collection[Awaited]) -> Thread | None:
        """The thread of a message that went on with this one before it was here."""
        for one in kept:
            if one.kind == awaited.CONTINUED:
                return self.threads.of_message(one.data["message_id"])
        return None

    def _hear(self, letter: Letter, place: Place, writing: Writing, *, certain: bool) -> None:
        message, at = letter.message, self._at(letter)
        if place.last_at % SECOND and at % SECOND == 0 and not message.echo:
            # Ours is known to the millisecond and was here first, as is what came after it.
            at = after(at, place.last_at)
        if not place.is_new and at < place.opened_at and place.id not in self._led:
            self._led[place.id] = (place, letter, certain)
        if place.state == "done" and not message.automatic and not message.echo:
            late = place.closed_at is not None and at <= place.closed_at
            writing.reopened(place, self.now if late else at)
        self._ids[letter.origin] = writing.message(letter, place, at=at)
        names = [file.name for file, _ in letter.files] + [file.name for file in message.remote]
        names += letter.refused
        place.hear(
            message,
            at=at,
            # What a mail only repeats says nothing in a list.
            text=message.text[: message.facts.get("folded")] or next(filter(None, names), ""),
            window=self.channels[message.channel].rules.reply_window,
        )
        self._heard[place.id] = place

    def _join(
        self, fresh: Sequence[Letter], where: Mapping[str, tuple[Thread, bool]], writing: Writing
    ) -> None:
        """Link what answers or goes on with something; what is not here yet, once it comes."""
        for letter in fresh:
            message_id = self._ids[letter.origin]
            if letter.message.reply_to:
                names = either(letter.channel, letter.message.reply_to)
                targets = [found for name in names if (found := self._known(name)) is not None]
                if targets:
                    writing.answers(message_id, *targets[0])
                else:
                    data = {"message_id": message_id}
                    awaited.wait(self.session, names, awaited.REPLIED, data, self.now)
            if letter.message.continues and not where[letter.origin][1]:
                origins = [
                    origin
                    for identifier in letter.message.continues[:REMEMBERED]
                    for origin in either(letter.channel, identifier)
                    if origin != letter.origin and origin not in self._ids
                ]
                data = {"message_id": message_id}
                awaited.wait(self.session, origins, awaited.CONTINUED, data, self.now)

    def _known(self, origin: str) -> tuple[str, int] | None:
        """The id of the message that has this origin, and its moment if it was here before."""
        here = self.threads.here.get(origin)
        if here is not None:
            return here.message_id, here.at
        return (self._ids[origin], 0) if origin in self._ids else None

    def _lead(self, placing: Placing) -> None:
        """A message that is older than all that was here is the first of its contact after all:
        what it is about, and whose it is, follows it while nobody has touched it."""
        if not self._led:
            return
        placing.know([letter.message for _, letter, _ in self._led.values()])
        for place, letter, certain in self._led.values():
            contact = self.session.get_one(Contact, place.id, with_for_update=True)
            message = letter.message
            if not certain and contact.channel == message.channel:
                contact.thread = thread_of(message)[1]
                catch_up_all(self.session, contact)
            if not is_untouched(self.session, contact):
                continue
            about = placing.about(message)
            contact.team_id = str(about.pop("team_id"))
            contact.product_type_id = about["product_type_id"]
            contact.product_id = about["product_id"]
            contact.variant_id = about["variant_id"]
            identity = placing.people.known[address_of(message)]
            contact.identity_id, contact.customer_id = identity
            share_contact(self.session, contact)
        self.session.flush()

    def _settle(self, fresh: Sequence[Letter], kept: Mapping[str, list[Awaited]]) -> None:
        """Do what waited for these."""
        ids = {self._ids[origin]: waited for origin, waited in kept.items()}
        ids |= {self._ids[x.origin]: kept.get(x.origin, []) for x in fresh if x.message.echo}
        if not ids:
            return
        for message in self.session.scalars(
            select(Message).where(among(self.session, Message.id, list(ids))).with_for_update()
        ):
            apply(self.session, message, ids[message.id], self.now)
            catch_up(self.session, message)
        self.session.flush()  # news of the same batch looks at what is written

    def _tell_over(self, placing: Placing) -> None:
        """Whoever is over a ceiling hears it."""
        told = [
            {"id": new_id(), **tell(self.jobs, self.session, dial, row, self.now)}
            for row, dial in placing.over
        ]
        many.insert(self.session, Message, [{"kind": "text", **row} for row in told])

    def _ask(self, fresh: Sequence[Letter], placing: Placing) -> None:
        """Have it looked who those are that wrote from a new address, or said who they are."""
        people = placing.people
        wishes = []
        for letter in fresh:
            message = letter.message
            new = people.made.pop(address_of(message), None)
            told = message.customer_id or message.order_number or message.also
            if new is None and not told:
                continue
            if new is not None:
                slot = self.channels[message.channel]
                wonder(self.session, self.jobs, slot, letter.channel, message, new)
            people.know([message])
            key, data = wish(
                people.known[address_of(message)][0],
                text=message.text,
                customer=message.customer_id,
                order=message.order_number,
                also=message.also,
            )
            if is_worth_it(message.channel, data):
                wishes.append((key, data))
        self.jobs.enqueue_all(self.session, "match", wishes)


def _went_on(kept: Mapping[str, list[Awaited]]) -> set[str]:
    """The messages that went on with one before it was here."""
    return {
        one.data["message_id"]
        for waited in kept.values()
        for one in waited
        if one.kind == awaited.CONTINUED
    }
