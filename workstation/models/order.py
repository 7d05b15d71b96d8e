"""What a customer bought and what came back. All amounts in the currency's smallest unit."""

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from workstation.models.base import Base, Id, Instant, Replicated, Root, Short


class Order(Replicated, Base):
    __tablename__ = "customer_order"
    root = Root.CUSTOMER
    root_column = "customer_id"
    customer_id: Mapped[Id] = mapped_column(index=True)
    number: Mapped[Short] = mapped_column(index=True)
    placed_at: Mapped[Instant]
    delivered_at: Mapped[Instant | None]
    state: Mapped[Short]
    total: Mapped[int] = mapped_column(BigInteger(), default=0)
    currency: Mapped[Short] = mapped_column(default="EUR")


class OrderLine(Replicated, Base):
    """`variant_id` is empty when the article has left the catalogue; `name` still says it."""

    __tablename__ = "order_line"
    root = Root.CUSTOMER
    root_column = "customer_id"
    customer_id: Mapped[Id] = mapped_column(index=True)
    order_id: Mapped[Id] = mapped_column(index=True)
    variant_id: Mapped[Id | None] = mapped_column(index=True)
    sku: Mapped[Short] = mapped_column(default="")
    name: Mapped[Short]
    quantity: Mapped[int] = mapped_column(default=1)
    price: Mapped[int] = mapped_column(BigInteger(), default=0)


class Return(Replicated, Base):
    __tablename__ = "customer_return"
    root = Root.CUSTOMER
    root_column = "customer_id"
    customer_id: Mapped[Id] = mapped_column(index=True)
    order_id: Mapped[Id] = mapped_column(index=True)
    order_line_id: Mapped[Id | None]
    variant_id: Mapped[Id | None] = mapped_column(index=True)
    quantity: Mapped[int] = mapped_column(default=1)
    reason: Mapped[Short] = mapped_column(default="")
    state: Mapped[Short]
    at: Mapped[Instant]
    refund: Mapped[int] = mapped_column(BigInteger(), default=0)
