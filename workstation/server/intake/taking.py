"""Many arrivals in one transaction: kept as they came, and what they say made visible."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import insert as plain_insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from workstation.actions.base import touch
from workstation.models import Attachment, Contact, Message, new_id
from workstation.models.office import Arrival
from workstation.models.text import one_line
from workstation.rules.promises import due_at
from workstation.server.files.accept import record
from workstation.server.intake.arrived import Arrived, Letter, fit
from workstation.server.intake.news import apply_news
from workstation.server.intake.placing import (
    Placing,
    Shop,
    find_contacts,
    hold_threads,
    read_shop,
    thread_of,
)
from workstation.server.jobs.queue import Jobs


class Intake:
    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs

    def take(self, session: Session, arrived: Sequence[Arrived], now: int) -> None:
        """Keep these bodies; do what those say that were not here before."""
        self.effect(session, _keep(session, arrived, now), now)

    def effect(self, session: Session, arrived: Sequence[Arrived], now: int) -> None:
        """What these bodies say."""
        letters = {letter.origin: letter for one in arrived for letter in one.letters}
        if letters:
            self._place(session, letters, now)
        for one in arrived:
            for news in one.news:
                if not apply_news(session, one.channel, news, now):
                    # It overtook the answer to our own request; it comes again when that is in.
                    data = {"channel": one.channel, **asdict(news)}
                    self._jobs.enqueue(session, "delivery_news", data, run_at=now + 250)

    def _place(self, session: Session, letters: dict[str, Letter], now: int) -> None:
        threads = {thread_of(letter.message) for letter in letters.values()}
        hold_threads(session, threads)
        known = set(session.scalars(select(Message.origin).where(Message.origin.in_(letters))))
        fresh = [letter for origin, letter in letters.items() if origin not in known]
        if not fresh:
            return
        shop = read_shop(session)
        contacts = find_contacts(session, threads, since=now - shop.reopen)
        placing = Placing(session, shop, now)
        placing.know(
            letter.message for letter in fresh if thread_of(letter.message) not in contacts
        )
        messages: list[dict[str, Any]] = []
        for letter in fresh:
            thread = thread_of(letter.message)
            contact = contacts.get(thread)
            is_new = contact is None
            if contact is None:
                contact = contacts[thread] = placing.make(letter.message)
            messages += _write(session, contact, letter, now)
            _arrive(contact, letter, shop, is_new=is_new, now=now)
        session.flush()
        session.execute(plain_insert(Message), messages)
        placing.share_new()


def _keep(session: Session, arrived: Sequence[Arrived], now: int) -> list[Arrived]:
    """Store the bodies; those that were not here yet, and were understood."""
    insert: Any = postgresql.insert
    if session.get_bind().dialect.name == "sqlite":
        insert = sqlite.insert
    kept = set(
        session.scalars(
            insert(Arrival)
            .on_conflict_do_nothing(index_elements=["channel", "digest"])
            .returning(Arrival.id),
            [
                {
                    "id": one.id,
                    "channel": one.channel,
                    "digest": one.digest,
                    "body": one.body,
                    "at": now,
                    "state": "failed" if one.error else "parsed",
                    "error": one.error,
                }
                for one in arrived
            ],
        )
    )
    return [one for one in arrived if one.id in kept and not one.error]


def _write(session: Session, contact: Contact, letter: Letter, now: int) -> list[dict[str, Any]]:
    """The rows of the message itself, and of what it does to a contact that was done."""
    message_id = new_id()
    rows = []
    if contact.state == "done":
        rows.append(_row(contact, now, kind="event", facts={"what": "reopened"}))
    facts = {"files_refused": list(letter.refused)} if letter.refused else {}
    rows.append(
        _row(
            contact,
            now,
            id=message_id,
            direction="inbound",
            text=letter.message.text,
            facts=facts,
            written_at=letter.message.at,
            origin=letter.origin,
        )
    )
    for name, accepted in letter.files:
        record(session, accepted, now)
        session.add(
            Attachment(
                id=new_id(),
                contact_id=contact.id,
                message_id=message_id,
                sha256=accepted.sha256,
                size=accepted.size,
                media_type=accepted.looked.media_type,
                name=fit(name),
                width=accepted.looked.width,
                height=accepted.looked.height,
            )
        )
    return rows


def _row(contact: Contact, now: int, **given: Any) -> dict[str, Any]:
    return {
        "id": new_id(),
        "contact_id": contact.id,
        "direction": "internal",
        "kind": "text",
        "text": "",
        "facts": {},
        "at": now,
        "written_at": None,
        "origin": None,
    } | given


def _arrive(contact: Contact, letter: Letter, shop: Shop, *, is_new: bool, now: int) -> None:
    """What a customer's message does to its contact."""
    files = [name for name, _ in letter.files] or letter.refused
    text = letter.message.text or (files[0] if files else "")
    touch(contact, text=text, side="customer", at=now)
    contact.state = "open"
    contact.snoozed_until = None
    contact.closed_at = None
    contact.language = contact.language or letter.message.language[:20]
    contact.subject = contact.subject or one_line(letter.message.subject, 200)
    if contact.waiting_since is None:
        contact.waiting_since = now
        contact.due_at = due_at(
            shop.promises,
            channel=contact.channel,
            kind="first_reply" if is_new else "next_reply",
            since=now,
        )
