"""The next message that is to leave on a contact, with all that its channel may want to know."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from workstation.channels.outgoing import (
    Earlier,
    FilledTemplate,
    Outbound,
)
from workstation.channels.port import (
    Channel,
)
from workstation.models import Agent, Attachment, Contact, Customer, Identity, Message
from workstation.models.text import shown
from workstation.server.intake.arrived import key

EARLIER = 20
"""As many messages are quoted at most."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message that is about to be sent."""

    message_id: str
    contact_id: str
    slot: Channel
    message: Outbound
    files: tuple[tuple[str, str, str], ...]
    """sha256, media type, name"""


def next_of(
    session: Session, channels: Mapping[str, Channel], contact_id: str, now: int
) -> Outgoing | None:
    """The oldest message of this contact that is still to be sent, locked."""
    message = session.scalar(
        select(Message)
        .where(Message.contact_id == contact_id, Message.delivery == "queued")
        .order_by(Message.at, Message.id)
        .limit(1)
        .with_for_update()
    )
    contact = session.get(Contact, contact_id)
    if message is None or contact is None:
        return None
    slot = channels[contact.channel]
    identity = session.get(Identity, contact.identity_id) if contact.identity_id else None
    customer = session.get(Customer, contact.customer_id)
    author = session.get(Agent, message.author_id) if message.author_id else None
    attachments = session.scalars(
        select(Attachment)
        .where(Attachment.message_id == message.id, Attachment.state == "ready")
        .order_by(Attachment.id)
    )
    return Outgoing(
        message_id=message.id,
        contact_id=contact.id,
        slot=slot,
        message=Outbound(
            reference=message.id,
            channel=contact.channel,
            thread=contact.thread,
            address=identity.address if identity else contact.thread,
            text=shown(message.text),
            template=_template(message),
            contact_id=contact.id,
            customer_name=shown(_name(identity, customer)),
            agent_name=shown(author.name) if author else "",
            subject=shown(contact.subject),
            language=contact.language or (customer.language if customer else ""),
            reply_to=_provider_id_of(session, slot, message.reply_to_id),
            customer_wrote_at=_customer_wrote_at(session, contact),
            now=now,
            earlier=_earlier(session, slot, message) if slot.rules.quotes else (),
        ),
        files=tuple((file.sha256, file.media_type, file.name) for file in attachments),
    )


def _template(message: Message) -> FilledTemplate | None:
    facts = message.facts
    if facts.get("shape") != "template":
        return None
    return FilledTemplate(
        name=facts["name"],
        language=facts["language"],
        parameters=tuple(shown(parameter) for parameter in facts.get("parameters", ())),
    )


def _name(identity: Identity | None, customer: Customer | None) -> str:
    """How they call themselves on this channel, else how we know them; not an address."""
    if identity is not None and identity.name:
        return identity.name
    if customer is None or (
        customer.provisional and identity and customer.name == identity.address
    ):
        return ""
    return customer.name


def _provider_id_of(session: Session, slot: Channel, message_id: str | None) -> str:
    if message_id is None:
        return ""
    origin = session.scalar(select(Message.origin).where(Message.id == message_id))
    return provider_id(slot, origin)


def provider_id(slot: Channel, origin: str | None) -> str:
    """What the provider calls the message with this `Message.origin`; empty when that is another
    provider's, or was too long to be kept."""
    if origin is None or (len(origin) == 185 and origin[120] == "#"):
        return ""
    for sent in (True, False):
        prefix = key(slot.name, "", sent=sent)
        if origin.startswith(prefix):
            return origin[len(prefix) :]
    return ""


def _customer_wrote_at(session: Session, contact: Contact) -> int | None:
    """When the customer last wrote on this thread, by the provider's clock."""
    same = aliased(Contact)
    for where in (
        Message.contact_id == contact.id,
        Message.contact_id.in_(
            select(same.id).where(same.channel == contact.channel, same.thread == contact.thread)
        ),
    ):
        newest = session.execute(
            select(Message.written_at, Message.at)
            .where(where, Message.direction == "inbound", Message.kind == "text")
            .order_by(Message.at.desc())
            .limit(1)
        ).one_or_none()
        if newest is not None:
            wrote_at: int = newest.written_at or newest.at
            return wrote_at
    return None


def _earlier(session: Session, slot: Channel, message: Message) -> tuple[Earlier, ...]:
    """What was said before it, newest first."""
    rows = session.execute(
        select(Message, Agent.name, Identity.name)
        .outerjoin(Agent, Agent.id == Message.author_id)
        .join(Contact, Contact.id == Message.contact_id)
        .outerjoin(Identity, Identity.id == Contact.identity_id)
        .where(
            Message.contact_id == message.contact_id,
            Message.kind == "text",
            Message.direction != "internal",
            Message.deleted_at.is_(None),
            Message.id != message.id,
            Message.at <= message.at,
            Message.delivery.not_in(("queued", "failed")),
        )
        .order_by(Message.at.desc(), Message.id.desc())
        .limit(EARLIER)
    )
    return tuple(
        Earlier(
            provider_id=provider_id(slot, one.origin),
            ours=one.direction == "outbound",
            text=shown(one.text),
            at=one.written_at or one.at,
            name=shown((agent if one.direction == "outbound" else customer) or ""),
        )
        for one, agent, customer in rows
    )
