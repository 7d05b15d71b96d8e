"""What customers said of our service, and what colleagues wrote down about them."""

from sqlalchemy.orm import Mapped, mapped_column

from workstation.models.base import Base, Channel, Id, Instant, Long, Replicated, Root


class Rating(Replicated, Base):
    """How likely a customer says they are to recommend us, 0 to 10, as asked for NPS."""

    __tablename__ = "rating"
    root = Root.CUSTOMER
    root_column = "customer_id"
    customer_id: Mapped[Id] = mapped_column(index=True)
    contact_id: Mapped[Id | None]
    channel: Mapped[Channel]
    score: Mapped[int]
    comment: Mapped[Long] = mapped_column(default="")
    at: Mapped[Instant]


class CustomerNote(Replicated, Base):
    """Something every colleague should know about a customer. Taken away, it is not `active`."""

    __tablename__ = "customer_note"
    root = Root.CUSTOMER
    root_column = "customer_id"
    customer_id: Mapped[Id] = mapped_column(index=True)
    agent_id: Mapped[Id]
    text: Mapped[Long]
    at: Mapped[Instant]
    active: Mapped[bool] = mapped_column(default=True)
