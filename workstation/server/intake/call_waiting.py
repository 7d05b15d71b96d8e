"""What a call means for its contact: whether the customer waits for us, since when, and who has
it."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.models import Call, Contact
from workstation.rules.promises import due_at
from workstation.server.intake.shop import Shop


def wait(session: Session, shop: Shop, contact: Contact, call: Call, now: int) -> None:
    """The customer waits since the call began, unless we talked to them after that."""
    since = min(call.started_at, now)
    others = session.scalars(
        select(Call).where(
            Call.contact_id == contact.id,
            Call.id != call.id,
            Call.answered_at.is_not(None),
            Call.outcome != "voicemail",
        )
    ).all()
    if any((other.answered_at or 0) >= since for other in others):
        return
    if contact.waiting_since is not None and contact.waiting_since <= since:
        return
    contact.waiting_since = since
    contact.due_at = due_at(
        shop.promises,
        channel=contact.channel,
        kind="next_reply" if others else "first_reply",
        since=since,
    )


def stop_waiting(contact: Contact, call: Call, started_before: int) -> None:
    """We talked to the customer: what they waited for before that is answered. So is what they
    seemed to wait for since a later step of this call, heard before its beginning."""
    since = contact.waiting_since
    talked_at = max(call.started_at, call.answered_at or call.ended_at or 0)
    if since is not None and (since <= talked_at or since == started_before):
        contact.waiting_since = contact.due_at = None


def own(contact: Contact, talked: Sequence[str]) -> None:
    """Whoever talked to the customer last has the contact: from nobody, or from whom they had it on
    the line before. A colleague who has it keeps it."""
    if talked and (contact.owner_id is None or contact.owner_id in talked):
        contact.owner_id = talked[-1]
