"""Answers and ratings in an office: what arrives, that twice is once, and what is refused."""

from pathlib import Path

import pytest

from tests.shop.importing import Desk, counts
from tests.shop.test_importing_the_shop import CATALOGUE, CUSTOMERS
from workstation.models import Answer, Product, Rating, Team, Variant, new_id
from workstation.server.store.database import Database

ANSWERS = (
    "key,sku,group,product_type,question_nl,answer_nl,question_en,answer_en,published_at\n"
    "A1,L-red,,,Dimbaar?,Ja.,Can it be dimmed?,Yes.,2026-03-01T10:00:00Z\n"
    "A2,,L,,Hoe hoog?,40 cm.,,,\n"
    "A3,,,Home > Lamps,,,Which bulb?,E27.,\n"
)
RATINGS = (
    "key,customer,channel,score,at,comment\n"
    "N1,17,phone,9,2026-03-09T18:00:00Z,Kind.\n"
    "N2,18,email,0,2026-03-09T18:00:00Z,\n"
)


@pytest.fixture
def desk(database: Database, tmp_path: Path) -> Desk:
    with database.write() as session:
        session.add(Team(id=new_id(), name_en="Service", name_nl="Service"))
    made = Desk(database, tmp_path)
    made.take("catalogue", CATALOGUE)
    made.take("customers", CUSTOMERS)
    return made


def test_answers_arrive_where_they_belong(desk: Desk) -> None:
    assert counts(desk.take("answers", ANSWERS))[:1] == (3,)
    red, lamp = desk.one(Variant, sku="L-red"), desk.one(Product, code="L")
    first = desk.one(Answer, question_nl="Dimbaar?")
    assert (first.variant_id, first.product_id) == (red.id, lamp.id)
    assert first.published_at is not None
    second = desk.one(Answer, question_nl="Hoe hoog?")
    assert (second.variant_id, second.product_id, second.answer_en) == (None, lamp.id, "")
    third = desk.one(Answer, question_en="Which bulb?")
    assert (third.product_id, third.product_type_id) == (None, lamp.product_type_id)


def test_ratings_arrive(desk: Desk) -> None:
    desk.take("ratings", RATINGS)
    assert desk.one(Rating, channel="phone").score == 9
    assert desk.one(Rating, channel="email").score == 0


@pytest.mark.parametrize(("kind", "content"), [("answers", ANSWERS), ("ratings", RATINGS)])
def test_twice_is_once(desk: Desk, kind: str, content: str) -> None:
    desk.take(kind, content)
    before = desk.everything()
    again = desk.take(kind, content, fresh=True)
    assert (again.new, again.changed) == (0, 0)
    assert desk.everything() == before


@pytest.mark.parametrize(
    ("kind", "row", "why"),
    [
        ("answers", {"key": "A", "question_nl": "?", "answer_nl": "!"}, "all missing"),
        ("answers", {"key": "A", "group": "L", "question_nl": "Hoe?"}, "go together"),
        ("answers", {"key": "A", "group": "L"}, "both missing"),
        ("answers", {"key": "A", "sku": "X", "question_en": "?", "answer_en": "!"},
         "not in the catalogue"),
        ("answers", {"key": "A", "group": "X", "question_en": "?", "answer_en": "!"},
         "not known"),
        ("ratings", {"key": "N", "customer": "17", "channel": "phone", "score": 11,
                     "at": "2026-03-09T18:00:00Z"}, "from 0 to 10"),
        ("ratings", {"key": "N", "customer": "99", "channel": "phone", "score": 7,
                     "at": "2026-03-09T18:00:00Z"}, "not known"),
        ("ratings", {"key": "N", "customer": "17", "channel": "phone", "score": 7,
                     "conversation": "c-1", "at": "2026-03-09T18:00:00Z"}, "not known"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(desk: Desk, kind: str, row: dict[str, object], why: str) -> None:
    done = desk.take(kind, [row])
    assert done.rejected == 1
    assert why in desk.rejected(kind)
