"""A customer's address became another one at the provider."""

from dataclasses import asdict

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from workstation.channels.incoming import (
    AddressNews,
)
from workstation.models import Contact, Identity, Message, new_id
from workstation.models.office import Awaited
from workstation.rules.moments import taken_at
from workstation.server.intake import awaited
from workstation.server.intake.arrived import fit
from workstation.server.intake.people import People


def apply_rename(session: Session, news: AddressNews, now: int) -> None:
    """The identity goes on under its new address, and so do its threads. An address that somebody
    has already is left with them. Who is not here yet is renamed when they come."""
    before, after = fit(news.before), fit(news.after)
    origin = fit(f"{news.channel}:renamed:{before}:{after}:{news.at}")
    if session.scalar(select(Message.id).where(Message.origin == origin)) is not None:
        return
    identity = _identity(session, news.channel, before)
    if identity is None:
        name = awaited.of_address(news.channel, before)
        awaited.wait(session, [name], awaited.RENAMED, asdict(news), now)
        return
    apart = before != after and _identity(session, news.channel, after) is not None
    if not apart:
        identity.address = after
        _move_threads(session, news.channel, before, after)
    contact = session.scalar(
        select(Contact)
        .where(Contact.identity_id == identity.id)
        .order_by(Contact.opened_at.desc(), Contact.id.desc())
        .limit(1)
    )
    if contact is not None:
        facts = {"what": "address_changed", "before": before, "after": after, "apart": apart}
        session.add(
            Message(
                id=new_id(),
                contact_id=contact.id,
                direction="internal",
                kind="event",
                text=news.text,
                facts=facts,
                at=taken_at(news.at, now),
                origin=origin,
            )
        )
    session.flush()


def rename_made(session: Session, people: People, now: int) -> None:
    """What was said of addresses before somebody wrote from them."""
    names = {awaited.of_address(*address): address for address in people.made}
    for name, kept in awaited.waiting(session, list(names)).items():
        for one in kept:
            apply_rename(session, AddressNews(**one.data), now)
        session.execute(delete(Awaited).where(Awaited.origin == name))


def _identity(session: Session, channel: str, address: str) -> Identity | None:
    return session.scalar(
        select(Identity)
        .where(Identity.channel == channel, Identity.address == address)
        .with_for_update()
    )


def _move_threads(session: Session, channel: str, before: str, after: str) -> None:
    """Where the provider names the conversation by the address: unless that one goes on already."""
    there = select(
        exists().where(Contact.channel == channel, Contact.thread == after, Contact.state != "done")
    )
    if session.scalar(there):
        return
    for contact in session.scalars(
        select(Contact)
        .where(Contact.channel == channel, Contact.thread == before)
        .with_for_update()
    ):
        contact.thread = after
