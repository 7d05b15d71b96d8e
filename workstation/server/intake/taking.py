"""Many arrivals in one transaction: kept as they came, and what they say made visible."""

import time
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import insert as plain_insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from workstation.models import Attachment, Message, new_id
from workstation.models.office import Arrival
from workstation.server.files.accept import record
from workstation.server.intake.arrived import Arrived, Letter, fit
from workstation.server.intake.news import apply_news
from workstation.server.intake.placing import (
    Place,
    Placing,
    Shop,
    find_contacts,
    hold_threads,
    read_shop,
    save,
    thread_of,
)
from workstation.server.jobs.queue import Jobs
from workstation.server.store.among import among

if TYPE_CHECKING:
    from sqlalchemy import Table


class Intake:
    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._shop: tuple[float, Shop | None] = (0.0, None)

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
        repeated = among(session, Message.origin, letters)
        known = set(session.scalars(select(Message.origin).where(repeated)))
        fresh = [letter for origin, letter in letters.items() if origin not in known]
        if not fresh:
            return
        shop = self._shop_now(session)
        contacts = find_contacts(session, threads, since=now - shop.reopen)
        placing = Placing(session, shop, now)
        placing.know(
            letter.message for letter in fresh if thread_of(letter.message) not in contacts
        )
        messages: list[dict[str, Any]] = []
        heard: dict[str, Place] = {}
        for letter in fresh:
            thread = thread_of(letter.message)
            place = contacts.get(thread)
            if place is None:
                place = contacts[thread] = placing.make(letter.message)
            messages += _write(session, place, letter, now)
            files = [name for name, _ in letter.files] or letter.refused
            text = letter.message.text or (files[0] if files else "")
            place.hear(letter.message, text, shop, now)
            heard[place.id] = place
        save(session, heard.values())
        placing.write_new()
        session.connection().execute(plain_insert(_MESSAGES), messages)
        session.flush()

    def _shop_now(self, session: Session) -> Shop:
        """What the shop has agreed on, at most a second ago."""
        at, shop = self._shop
        now = time.monotonic()
        if shop is None or not shop.teams or now - at > 1:
            shop = read_shop(session)
            self._shop = (now, shop)
        return shop


_MESSAGES = cast("Table", Message.__table__)
_ARRIVALS = cast("Table", Arrival.__table__)


def _keep(session: Session, arrived: Sequence[Arrived], now: int) -> list[Arrived]:
    """Store the bodies; those that were not here yet, and were understood."""
    insert: Any = postgresql.insert
    if session.get_bind().dialect.name == "sqlite":
        insert = sqlite.insert
    kept = set(
        session.connection().scalars(
            insert(_ARRIVALS)
            .on_conflict_do_nothing(index_elements=["channel", "digest"])
            .returning(_ARRIVALS.c.id),
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


def _write(session: Session, place: Place, letter: Letter, now: int) -> list[dict[str, Any]]:
    """The rows of the message itself, and of what it does to a contact that was done."""
    message_id = new_id()
    rows = []
    if place.state == "done":
        rows.append(_row(place, now, kind="event", facts={"what": "reopened"}))
    facts = {"files_refused": list(letter.refused)} if letter.refused else {}
    rows.append(
        _row(
            place,
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
                contact_id=place.id,
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


def _row(place: Place, now: int, **given: Any) -> dict[str, Any]:
    return {
        "id": new_id(),
        "contact_id": place.id,
        "direction": "internal",
        "kind": "text",
        "text": "",
        "facts": {},
        "at": now,
        "written_at": None,
        "origin": None,
    } | given
