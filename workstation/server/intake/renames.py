"""A customer's address became another one at the provider.

The identity goes on under its new address, and so do its threads. Who wrote from the new address
before we knew is the same person: the provider says so. What is said of an address is kept, so
that it ends the same in whatever order messages and news come.
"""

from collections.abc import Mapping
from dataclasses import asdict

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from workstation.channels.incoming import (
    AddressNews,
)
from workstation.models import Contact, Customer, Identity, Message, new_id
from workstation.rules.moments import taken_at
from workstation.server.intake import awaited
from workstation.server.intake.arrived import fit
from workstation.server.intake.joining import is_untouched, join
from workstation.server.intake.one_person import become_one
from workstation.server.store.persons import heads

GRACE = 3_600_000
"""Milliseconds by which clocks may differ. A number passes from one person to another, and nobody
writes to a shop from it on both sides of that within an hour."""


def apply_rename(session: Session, news: AddressNews, now: int) -> None:
    """Do it, once, as far as it can be done: who is not here yet is renamed when they come. An
    address that somebody else had before is left with them."""
    before = fit(news.before)
    awaited.wait(
        session, [awaited.of_address(news.channel, before)], awaited.RENAMED, asdict(news), now
    )
    if _event(session, news) is None:
        _apply(session, news, now)


def rename_made(session: Session, wrote: Mapping[tuple[str, str], int], now: int) -> None:
    """What was said of addresses before somebody wrote from them; `wrote` says when each did. What
    was sent long after an address changed is of somebody who has it by now."""
    names = {awaited.of_address(*address): at for address, at in wrote.items()}
    for name, kept in awaited.waiting(session, list(names)).items():
        for one in kept:
            news = AddressNews(**one.data)
            if names[name] <= news.at + GRACE:
                _apply(session, news, now)


def _apply(session: Session, news: AddressNews, now: int) -> None:
    channel, before, after = news.channel, fit(news.before), fit(news.after)
    identity = _identity(session, channel, before)
    if identity is None:
        return
    event = _event(session, news)
    if before == after:
        if event is None:
            _say(session, news, [identity.id], now, apart=False)
        return
    first = _first_heard(session, identity)
    if first is not None and first > news.at + GRACE:
        return  # somebody else has the number by now
    other = _identity(session, channel, after)
    apart = False
    if other is None:
        identity.address = after
        other = identity
    elif event is None:
        apart = not _are_one(session, identity, other, news.at - GRACE, now)
    elif event.facts.get("apart"):
        apart = True
    else:
        _join(session, identity, other, now)  # what they wrote before came late
    session.flush()
    if not apart:
        _go_on(session, channel, before, identity, other, now)
    if event is None:
        _say(session, news, [identity.id, other.id], now, apart=apart)
    session.flush()
    if not apart:
        _changed_again(session, news, now)


def _changed_again(session: Session, news: AddressNews, now: int) -> None:
    """What was said of the new address meanwhile."""
    name = awaited.of_address(news.channel, fit(news.after))
    for one in awaited.waiting(session, [name]).get(name, ()):
        following = AddressNews(**one.data)
        if following.at > news.at:
            _apply(session, following, now)


def _are_one(session: Session, identity: Identity, other: Identity, since: int, now: int) -> bool:
    """Whether whoever has the new address already is the one who got it; then they are joined."""
    if identity.customer_id == other.customer_id:
        return True
    first = _first_heard(session, other)
    if first is not None and first < since:
        return False
    top = heads(session, [identity.customer_id, other.customer_id])
    if len(set(top.values())) > 1:
        stranger = session.get_one(Customer, top[other.customer_id])
        if not stranger.provisional:
            return False
    return _join(session, identity, other, now)


def _join(session: Session, identity: Identity, other: Identity, now: int) -> bool:
    """Whether they are one person, from now on at the latest. Who was known first stays."""
    tops = set(heads(session, [identity.customer_id, other.customer_id]).values())
    if len(tops) == 1:
        return True
    people = [session.get_one(Customer, one) for one in tops]
    known, stranger = sorted(people, key=lambda one: (one.provisional, one.id))
    return become_one(session, stranger.id, known.id, "provider", now, said=False)


def _go_on(
    session: Session,
    channel: str,
    before: str,
    identity: Identity,
    other: Identity,
    now: int,
) -> None:
    """Contacts go on under the new address; two that are open become one where that harms nobody.
    Where the provider names the conversation by the address, so does the thread."""
    contacts = session.scalars(
        select(Contact)
        .where(
            Contact.channel == channel,
            Contact.identity_id.in_({identity.id, other.id}),
            Contact.archived_at.is_(None),
        )
        .order_by(Contact.opened_at, Contact.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()
    threads = {before, other.address}
    running = [one for one in contacts if one.state != "done" and one.thread in threads]
    if running:
        into = next((one for one in running if not is_untouched(session, one)), running[0])
        for one in running:
            join(session, one.id, into.id, now)
    session.execute(
        update(Contact)
        .where(Contact.id.in_([one.id for one in contacts]))
        .values(identity_id=other.id)
        .execution_options(synchronize_session=False)
    )
    session.expire_all()
    goes_on = [one for one in contacts if one.state != "done"]
    if any(one.thread == other.address for one in goes_on):
        return
    for contact in contacts:
        if contact.thread == before:
            contact.thread = other.address


def _say(
    session: Session, news: AddressNews, identities: list[str], now: int, *, apart: bool
) -> None:
    """An event on the newest contact, once."""
    contact = session.scalar(
        select(Contact)
        .where(Contact.identity_id.in_(identities), Contact.archived_at.is_(None))
        .order_by(Contact.opened_at.desc(), Contact.id.desc())
        .limit(1)
    )
    if contact is None:
        return
    session.add(
        Message(
            id=new_id(),
            contact_id=contact.id,
            direction="internal",
            kind="event",
            text=news.text,
            facts={
                "what": "address_changed",
                "before": fit(news.before),
                "after": fit(news.after),
                "apart": apart,
            },
            at=taken_at(news.at, now),
            origin=_origin(news),
        )
    )
    session.flush()


def _event(session: Session, news: AddressNews) -> Message | None:
    """That it was done, and how."""
    return session.scalar(select(Message).where(Message.origin == _origin(news)))


def _origin(news: AddressNews) -> str:
    return fit(f"{news.channel}:renamed:{fit(news.before)}:{fit(news.after)}:{news.at}")


def _identity(session: Session, channel: str, address: str) -> Identity | None:
    return session.scalar(
        select(Identity)
        .where(Identity.channel == channel, Identity.address == address)
        .with_for_update()
    )


def _first_heard(session: Session, identity: Identity) -> int | None:
    """When the first message of theirs was sent."""
    return session.scalar(
        select(func.min(Message.at))
        .join(Contact, Contact.id == Message.contact_id)
        .where(Contact.identity_id == identity.id, Message.direction == "inbound")
    )
