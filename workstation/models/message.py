"""What is said on a contact, by the customer, by us, or among colleagues; and what is attached."""

from typing import Literal

from sqlalchemy import BigInteger, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from workstation.models.base import Base, Facts, Id, Instant, Long, Replicated, Root, Short

Direction = Literal["inbound", "outbound", "internal"]
MessageKind = Literal["text", "note", "event", "call"]
AttachmentState = Literal["ready", "fetching", "failed"]
DeliveryState = Literal["", "queued", "sent", "delivered", "read", "uncertain", "failed"]


class Message(Replicated, Base):
    """A message. `at` is when the server took it (the order of the transcript); `written_at` is
    the writer's own clock. `delivery` is empty unless outbound. An event carries what happened in
    `facts`, so that a desk can say it in the agent's language; a call has a `Call` with its id.

    What a customer sent may be more than text; `facts["shape"]` then says what it is:

    | shape | facts |
    | --- | --- |
    | location | latitude, longitude, name, address |
    | contacts | people: [{name, numbers: [..], addresses: [..]}] |
    | order | items: [{code, quantity, price (smallest unit), currency}], note |
    | choice | label, of ("button", "list", "template", "call_permission"), detail |
    | form | answers: {question: answer} |
    | story | of ("reply", "mention"), link |
    | product | code, name: what they ask about |
    | unsupported | what: the provider's name of it |
    | template | name, language, parameters (outbound) |

    Any message may have: "referral" {headline, body, link, source}, "forwarded" (true, or "often"),
    "reactions" {address: {emoji, at}}, "quoted" {text, name} (what it answers, where that is not
    here), "files_refused" [names], "addresses" [that the writer gave], "automatic" (true), "page"
    {link, title}, "folded" (the character from which the text only repeats earlier mail),
    "mentions" [agents' ids, in a note], "orders" [ids of orders linked in the text], "subject",
    "to", "cc", "via" (who wrote it where, for what we wrote outside of Workstation). A call has
    "steps" [{step, at, agent, how}], as its provider told them.
    """

    __tablename__ = "message"
    __table_args__ = (
        Index("ix_message_contact", "contact_id", "at"),
        UniqueConstraint("origin"),
    )
    root = Root.CONTACT
    root_column = "contact_id"
    contact_id: Mapped[Id]
    direction: Mapped[Direction]
    kind: Mapped[MessageKind]
    author_id: Mapped[Id | None]
    text: Mapped[Long] = mapped_column(default="")
    facts: Mapped[Facts] = mapped_column(default=dict)
    reply_to_id: Mapped[Id | None]
    at: Mapped[Instant]
    written_at: Mapped[Instant | None]
    delivery: Mapped[DeliveryState] = mapped_column(default="")
    delivery_at: Mapped[Instant | None]
    send_at: Mapped[Instant | None]
    """When it is its turn to be sent, while the channel has it wait."""
    edited_at: Mapped[Instant | None]
    deleted_at: Mapped[Instant | None]
    failure: Mapped[Short] = mapped_column(default="")
    origin: Mapped[Short | None]
    """The provider's id of the message, prefixed with its channel: unique, so that what is
    delivered twice is one message."""


class Attachment(Replicated, Base):
    """A file of a message: its content lives under its SHA-256, which is empty while the provider
    still has it ("fetching") or did not give it ("failed", with the reason). `role` and
    `content_id` are those of `channels/port.py`."""

    __tablename__ = "attachment"
    root = Root.CONTACT
    root_column = "contact_id"
    contact_id: Mapped[Id] = mapped_column(index=True)
    message_id: Mapped[Id] = mapped_column(index=True)
    sha256: Mapped[Short] = mapped_column(index=True)
    size: Mapped[int] = mapped_column(BigInteger())
    media_type: Mapped[Short]
    name: Mapped[Short] = mapped_column(default="")
    width: Mapped[int | None]
    height: Mapped[int | None]
    state: Mapped[AttachmentState] = mapped_column(default="ready", server_default="ready")
    failure: Mapped[Short] = mapped_column(default="", server_default=text("''"))
    role: Mapped[Short] = mapped_column(default="", server_default=text("''"))
    content_id: Mapped[Short] = mapped_column(default="", server_default=text("''"))
