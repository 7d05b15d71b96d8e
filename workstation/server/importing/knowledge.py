"""Answers and ratings: each points at what must be there, a product or a customer."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from workstation.models import Answer, Contact, Customer, Product, ProductType, Rating, Variant
from workstation.server.importing.settle import NotThere, Outcome, existing, settle
from workstation.shop.keys import Keys
from workstation.shop.records import AnswerRecord, RatingRecord


def write_answers(session: Session, keys: Keys, answers: Sequence[AnswerRecord]) -> list[Outcome]:
    """What was taken away on a desk comes back with the file: the file is the shop's own word."""
    variants = existing(session, Variant, [keys.variant(a.sku) for a in answers if a.sku])
    wanted = [keys.product(a.group) for a in answers if a.group]
    wanted += [variant["product_id"] for variant in variants.values()]
    products = existing(session, Product, wanted)
    types = existing(
        session, ProductType, [keys.product_type(a.product_type) for a in answers if a.product_type]
    )

    def place(answer: AnswerRecord) -> dict[str, Any]:
        if answer.sku:
            variant = variants.get(keys.variant(answer.sku))
            if variant is None:
                raise NotThere(f"{answer.sku} is not in the catalogue: import the catalogue first")
            product = products[variant["product_id"]]
            return {
                "variant_id": variant["id"],
                "product_id": product["id"],
                "product_type_id": product["product_type_id"],
            }
        if answer.group:
            found = products.get(keys.product(answer.group))
            if found is None:
                raise NotThere(f"product {answer.group} is not known: import the catalogue first")
            return {
                "variant_id": None,
                "product_id": found["id"],
                "product_type_id": found["product_type_id"],
            }
        kind = types.get(keys.product_type(answer.product_type))
        if kind is None:
            raise NotThere(f"product type {' > '.join(answer.product_type)} is not known")
        return {"variant_id": None, "product_id": None, "product_type_id": kind["id"]}

    def row(answer: AnswerRecord) -> dict[str, Any]:
        return {
            "id": keys.answer(answer.key),
            **place(answer),
            "question_nl": answer.question_nl,
            "answer_nl": answer.answer_nl,
            "question_en": answer.question_en,
            "answer_en": answer.answer_en,
            "published_at": answer.published_at,
            "active": True,
        }

    tried: list[dict[str, Any] | NotThere] = []
    for answer in answers:
        try:
            tried.append(row(answer))
        except NotThere as problem:
            tried.append(problem)
    fates = settle(session, Answer, [one for one in tried if isinstance(one, dict)])
    return [one if isinstance(one, NotThere) else fates[one["id"]] for one in tried]


def write_ratings(session: Session, keys: Keys, ratings: Sequence[RatingRecord]) -> list[Outcome]:
    customers = existing(session, Customer, [keys.customer(r.customer) for r in ratings])
    contacts = existing(
        session, Contact, [keys.contact(r.conversation) for r in ratings if r.conversation]
    )
    tried: list[dict[str, Any] | NotThere] = []
    for rating in ratings:
        customer_id = keys.customer(rating.customer)
        contact_id = keys.contact(rating.conversation) if rating.conversation else None
        if customer_id not in customers:
            tried.append(
                NotThere(f"customer {rating.customer} is not known: import customers first")
            )
        elif contact_id is not None and contact_id not in contacts:
            tried.append(
                NotThere(
                    f"conversation {rating.conversation} is not known: import conversations first"
                )
            )
        else:
            tried.append(
                {
                    "id": keys.rating(rating.key),
                    "customer_id": customer_id,
                    "contact_id": contact_id,
                    "channel": rating.channel,
                    "score": rating.score,
                    "comment": rating.comment,
                    "at": rating.at,
                }
            )
    fates = settle(session, Rating, [one for one in tried if isinstance(one, dict)])
    return [one if isinstance(one, NotThere) else fates[one["id"]] for one in tried]
