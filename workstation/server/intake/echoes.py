"""What we wrote outside of Workstation, told apart from what we sent ourselves.

A provider echoes what leaves our account, whoever sent it. An echo may overtake the answer to our
own request, which alone says what our message is called there; so while one of ours is under way on
a thread, an echo on it that nobody can tell from ours is taken up again a little later.
"""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.models import Contact, Message
from workstation.models.office import Job
from workstation.models.text import shown
from workstation.rules.moments import taken_at
from workstation.server.intake import awaited
from workstation.server.intake.arrived import Letter
from workstation.server.intake.placing import thread_of
from workstation.server.intake.settling import settle
from workstation.server.jobs.queue import Jobs

LATER = 2_000
"""Milliseconds after which an echo is looked at again."""
LONGEST = {"queued": 300_000, "uncertain": 15_000}
"""Milliseconds that it waits for one of ours, by what is known of that."""


def await_our_own(session: Session, jobs: Jobs, fresh: Sequence[Letter], now: int) -> list[Letter]:
    """Without the echoes that are, or may be, of messages of ours."""
    left = []
    for letter in fresh:
        if not letter.message.echo:
            left.append(letter)
            continue
        under_way = _under_way(session, letter, now)
        ours = [m for m in under_way if shown(m.text).strip() == shown(letter.message.text).strip()]
        if ours and _claim(session, ours[0].id, letter, now):
            continue
        if not under_way:
            # Looked for after what is under way: who ends that writes down its pieces with it.
            if not _is_piece(session, letter.origin):
                left.append(letter)
            continue
        jobs.enqueue(
            session,
            "take_again",
            {"arrival_id": letter.kept.id},
            key=f"take_again:{letter.kept.id}",
            run_at=now + LATER,
        )
    return left


def _is_piece(session: Session, origin: str) -> bool:
    """Whether it is a piece of a message of ours that had to go as several."""
    kept = awaited.waiting(session, [origin]).get(origin, ())
    return any(one.kind == awaited.PIECE for one in kept)


def _under_way(session: Session, letter: Letter, now: int) -> list[Message]:
    """Our messages on this thread of which nobody knows yet what the provider calls them."""
    channel, thread = thread_of(letter.message)
    found = session.scalars(
        select(Message)
        .join(Contact, Contact.id == Message.contact_id)
        .where(
            Contact.channel == channel,
            Contact.thread == thread,
            Message.direction == "outbound",
            Message.origin.is_(None),
            Message.delivery.in_(LONGEST),
        )
        .order_by(Message.at, Message.id)
    ).all()
    started = {
        job.data.get("started")
        for job in session.scalars(
            select(Job).where(Job.key.in_({f"deliver:{message.contact_id}" for message in found}))
        )
    }
    return [
        message
        for message in found
        if (message.delivery == "uncertain" or message.id in started)
        and now - letter.kept.at < LONGEST[message.delivery]
    ]


def _claim(session: Session, message_id: str, letter: Letter, now: int) -> bool:
    """Take the echo for the word that this message has left; False while somebody else is writing
    down what became of it."""
    message = session.scalar(
        select(Message)
        .where(Message.id == message_id, Message.origin.is_(None))
        .with_for_update(skip_locked=True)
    )
    if message is None:
        return False
    message.delivery = "sent"
    message.delivery_at = taken_at(letter.message.at, now)
    message.failure = ""
    settle(session, letter.origin, message, now)
    return True
