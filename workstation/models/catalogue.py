"""What the shop sells, and what it knows about it."""

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from workstation.models.base import Base, Facts, Id, Instant, Long, Replicated, Short


class ProductType(Replicated, Base):
    """A kind of product; service is organised by it: its team takes the contacts."""

    __tablename__ = "product_type"
    name_en: Mapped[Short]
    name_nl: Mapped[Short]
    team_id: Mapped[Id | None]
    active: Mapped[bool] = mapped_column(default=True)


class Product(Replicated, Base):
    __tablename__ = "product"
    product_type_id: Mapped[Id | None] = mapped_column(index=True)
    code: Mapped[Short] = mapped_column(index=True)
    name: Mapped[Short]
    brand: Mapped[Short] = mapped_column(default="")
    description: Mapped[Long] = mapped_column(default="")
    specifications: Mapped[Facts] = mapped_column(default=dict)
    image: Mapped[Long] = mapped_column(default="")
    link: Mapped[Long] = mapped_column(default="")
    active: Mapped[bool] = mapped_column(default=True)


class Variant(Replicated, Base):
    """What is actually in the box: one colour, one size. `price` in the smallest unit."""

    __tablename__ = "variant"
    product_id: Mapped[Id] = mapped_column(index=True)
    sku: Mapped[Short] = mapped_column(index=True)
    gtin: Mapped[Short] = mapped_column(default="")
    name: Mapped[Short]
    attributes: Mapped[Facts] = mapped_column(default=dict)
    price: Mapped[int] = mapped_column(BigInteger(), default=0)
    currency: Mapped[Short] = mapped_column(default="EUR")
    stock: Mapped[int | None]
    active: Mapped[bool] = mapped_column(default=True)


class Answer(Replicated, Base):
    """A question and its answer about a product type, product or variant."""

    __tablename__ = "answer"
    product_type_id: Mapped[Id | None] = mapped_column(index=True)
    product_id: Mapped[Id | None] = mapped_column(index=True)
    variant_id: Mapped[Id | None]
    question_en: Mapped[Long] = mapped_column(default="")
    question_nl: Mapped[Long] = mapped_column(default="")
    answer_en: Mapped[Long] = mapped_column(default="")
    answer_nl: Mapped[Long] = mapped_column(default="")
    published_at: Mapped[Instant | None]
    active: Mapped[bool] = mapped_column(default=True)


class Advice(Replicated, Base):
    """What a customer should know before buying a variant."""

    __tablename__ = "advice"
    product_id: Mapped[Id] = mapped_column(index=True)
    variant_id: Mapped[Id | None]
    text_en: Mapped[Long] = mapped_column(default="")
    text_nl: Mapped[Long] = mapped_column(default="")
    active: Mapped[bool] = mapped_column(default=True)
