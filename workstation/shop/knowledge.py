"""Answers to questions about products, and what customers said of the service."""

from typing import cast

from workstation.models import CHANNELS, Channel
from workstation.shop.fields import LONG, Fields, Wrong
from workstation.shop.items import product_type
from workstation.shop.records import AnswerRecord, RatingRecord

ANSWER_REQUIRED = ("key",)
ANSWER_OPTIONAL = (
    "sku",
    "group",
    "product_type",
    "question_nl",
    "answer_nl",
    "question_en",
    "answer_en",
    "published_at",
)
RATING_REQUIRED = ("key", "customer", "channel", "score", "at")
RATING_OPTIONAL = ("conversation", "comment")
HIGHEST = 10


def answer(fields: Fields) -> AnswerRecord:
    record = AnswerRecord(
        key=fields.need("key"),
        sku=fields.text("sku"),
        group=fields.text("group"),
        product_type=product_type(fields),
        question_nl=fields.text("question_nl", limit=LONG),
        answer_nl=fields.text("answer_nl", limit=LONG),
        question_en=fields.text("question_en", limit=LONG),
        answer_en=fields.text("answer_en", limit=LONG),
        published_at=fields.instant("published_at"),
    )
    if not (record.sku or record.group or record.product_type):
        raise Wrong("sku, group and product_type are all missing: one must say what it is about")
    for language in ("nl", "en"):
        question = fields.has(f"question_{language}")
        if question != fields.has(f"answer_{language}"):
            raise Wrong(f"question_{language} and answer_{language} go together")
    if not (record.question_nl or record.question_en):
        raise Wrong("question_nl and question_en are both missing")
    return record


def rating(fields: Fields) -> RatingRecord:
    score = fields.count("score", default=-1)
    if not 0 <= score <= HIGHEST:
        raise Wrong(f"score is {fields.text('score')!r}, not a whole number from 0 to {HIGHEST}")
    return RatingRecord(
        key=fields.need("key"),
        customer=fields.need("customer"),
        channel=cast(Channel, fields.choice("channel", CHANNELS)),
        conversation=fields.text("conversation"),
        score=score,
        comment=fields.text("comment", limit=LONG),
        at=fields.need_instant("at"),
    )
