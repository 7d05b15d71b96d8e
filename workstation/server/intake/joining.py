"""Two contacts that turn out to be one: a message came late that both of them go on with.

Only one that nobody has touched is joined to the other, so that nothing an agent did moves.
"""

from sqlalchemy import exists, select, update
from sqlalchemy.orm import Session

from workstation.models import Attachment, Contact, Message
from workstation.server.intake.place import Place
from workstation.server.intake.readings import catch_up_all
from workstation.server.intake.shop import read_shop
from workstation.server.store.shares import share_contact


def join(session: Session, contact_id: str, into_id: str, now: int) -> None:
    """Let the messages of a contact go on in another."""
    if contact_id == into_id:
        return
    found = {
        contact.id: contact
        for contact in session.scalars(
            select(Contact)
            .where(Contact.id.in_((contact_id, into_id)))
            .order_by(Contact.id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
    }
    one, into = found.get(contact_id), found.get(into_id)
    if one is None or into is None or one.channel != into.channel:
        return
    if into.state == "done" or into.archived_at is not None or not is_untouched(session, one):
        return
    asked = _asked(session, one)
    for model in (Message, Attachment):
        session.execute(
            update(model)
            .where(model.contact_id == one.id)
            .values(contact_id=into.id)
            .execution_options(synchronize_session=False)
        )
    session.flush()
    session.expire_all()
    _gather(session, one, into, asked)
    catch_up_all(session, into)
    one.state, one.closed_at, one.archived_at = "done", now, now
    one.waiting_since = one.due_at = one.snoozed_until = None
    share_contact(session, one)
    session.flush()


def is_untouched(session: Session, contact: Contact) -> bool:
    """Whether no colleague has had anything to do with it."""
    if contact.owner_id is not None or contact.archived_at is not None:
        return False
    touched = exists().where(Message.contact_id == contact.id, Message.author_id.is_not(None))
    return contact.state == "open" and session.scalar(select(touched)) is not True


def _asked(session: Session, one: Contact) -> list[int]:
    """The moments of all that waits for an answer there: what was written to the other may answer
    the first of these, and not the last."""
    if one.waiting_since is None:
        return []
    heard = session.execute(
        select(Message.at, Message.facts).where(
            Message.contact_id == one.id,
            Message.direction == "inbound",
            Message.kind == "text",
            Message.at >= one.waiting_since,
        )
    )
    return sorted({one.waiting_since} | {at for at, facts in heard if not facts.get("automatic")})


def _gather(session: Session, one: Contact, into: Contact, asked: list[int]) -> None:
    """What the inbox shows of both together, where `asked` still waited in the first."""
    if one.opened_at < into.opened_at:
        into.opened_at = one.opened_at
        into.subject = one.subject or into.subject
        into.language = one.language or into.language
    if one.last_at > into.last_at:
        into.last_at, into.last_text, into.last_side = one.last_at, one.last_text, one.last_side
    ends = [at for at in (one.reply_until, into.reply_until) if at is not None]
    into.reply_until = max(ends, default=None)
    place = Place(
        id=into.id,
        channel=into.channel,
        thread=into.thread,
        waiting_since=into.waiting_since,
        asked=asked,
        out_of_turn=True,
    )
    place.settle(session, read_shop(session))
    into.waiting_since, into.due_at = place.waiting_since, place.due_at
    if asked and into.read_at is not None and into.read_at >= asked[0]:
        into.read_at = asked[0] - 1
