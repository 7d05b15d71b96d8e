"""How far a thread was read: a provider that names no message says up to which moment.

What it says stays, for messages of ours that are written down later than they were sent.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.channels.incoming import (
    ReadUpTo,
)
from workstation.models import Contact, Message
from workstation.rules.delivery import may_become
from workstation.server.intake import awaited
from workstation.server.intake.arrived import fit

SLACK = 5_000
"""Milliseconds by which a provider's clock may be behind ours."""


def of_thread(channel: str, thread: str) -> str:
    """Under what it waits."""
    return fit(f"{channel}:read:{thread}")


def apply_readings(session: Session, reads: Iterable[ReadUpTo], now: int) -> None:
    for read in reads:
        name = of_thread(read.channel, fit(read.thread))
        awaited.wait(session, [name], "ReadUpTo", asdict(read), now)
        for message in session.scalars(
            select(Message)
            .join(Contact, Contact.id == Message.contact_id)
            .where(
                Contact.channel == read.channel,
                Contact.thread == fit(read.thread),
                Message.delivery.in_(("sent", "delivered")),
                Message.origin.is_not(None),
            )
            .order_by(Message.id)
            .with_for_update(of=Message)
        ):
            _read(message, read)
        session.flush()


def catch_up(session: Session, message: Message) -> None:
    """Do to a message that has just been sent, or came in, what was said of its thread before."""
    if message.delivery in ("sent", "delivered"):
        contact = session.get_one(Contact, message.contact_id)
        _catch_up(session, [message], contact.channel, contact.thread)


def catch_up_all(session: Session, contact: Contact) -> None:
    """The same for all of a contact, which has got another thread, or more messages."""
    messages = session.scalars(
        select(Message).where(
            Message.contact_id == contact.id,
            Message.delivery.in_(("sent", "delivered")),
            Message.origin.is_not(None),
        )
    ).all()
    _catch_up(session, messages, contact.channel, contact.thread)


def _catch_up(session: Session, messages: Sequence[Message], channel: str, thread: str) -> None:
    name = of_thread(channel, thread)
    for one in awaited.waiting(session, [name]).get(name, ()):
        for message in messages:
            _read(message, ReadUpTo(**one.data))


def _read(message: Message, read: ReadUpTo) -> None:
    # When it was sent is known until we hear that it was delivered.
    sent_at = message.delivery_at if message.delivery == "sent" else message.at
    if (sent_at or message.at) - SLACK <= read.at and may_become(message.delivery, read.state):
        message.delivery = read.state
        message.delivery_at = read.at
