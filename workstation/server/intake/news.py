"""News about what was sent: found by the provider's id, or by ours where they repeat it."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.channels.port import DeliveryNews
from workstation.models import Message
from workstation.models.text import one_line
from workstation.rules.delivery import may_become
from workstation.server.intake.arrived import key


def apply_news(session: Session, channel: str, news: DeliveryNews, now: int) -> bool:
    """Move the message forward, never back. Whether there is such a message."""
    origin = key(channel, news.provider_id, sent=True)
    message = session.scalar(select(Message).where(Message.origin == origin).with_for_update())
    if message is None and news.reference is not None and _is_id(news.reference):
        message = session.get(Message, news.reference, with_for_update=True)
        if message is not None and message.direction != "outbound":
            return False
        if message is not None and message.origin is None:
            message.origin = origin
    if message is None:
        return False
    if may_become(message.delivery, news.state):
        message.delivery = news.state
        message.delivery_at = now
        message.failure = one_line(news.reason, 200) if news.state == "failed" else ""
    session.flush()
    return True


def _is_id(given: str) -> bool:
    try:
        return str(uuid.UUID(given)) == given
    except ValueError:
        return False
