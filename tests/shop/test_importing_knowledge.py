"""Answers and ratings in an office: what arrives, that twice is once, and what is refused."""

import hashlib
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.shop.importing import Desk, counts
from tests.shop.test_importing_the_shop import CATALOGUE, CUSTOMERS
from workstation.models import Answer, Product, Rating, Team, Variant, new_id
from workstation.models.office import Blob
from workstation.server.files.readable import readable
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


@cache
def picture() -> bytes:
    content = BytesIO()
    Image.radial_gradient("L").convert("RGB").resize((40, 30)).save(content, "PNG")
    return content.getvalue()


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


FEED = "id,title,price,image_link\n"


def test_a_picture_beside_the_feed_is_kept(desk: Desk) -> None:
    (desk.folder / "pictures").mkdir()
    (desk.folder / "pictures" / "mug.png").write_bytes(picture())
    desk.take("catalogue", FEED + "M-1,Mug,7.50 EUR,pictures/mug.png\n")
    sha256 = hashlib.sha256(picture()).hexdigest()
    assert desk.one(Product, code="M-1").image == f"sha256:{sha256}"
    assert desk.one(Blob).sha256 == sha256
    with desk.database.read() as session:
        assert readable(session, new_id(), sha256) is not None


@pytest.mark.parametrize(
    ("image", "kept", "why"),
    [
        ("https://shop.example.com/mug.png", "https://shop.example.com/mug.png", ""),
        ("../outside.png", "", "outside the folder"),
        ("not-there.png", "", "image_link"),
        ("mug.exe", "", "not that of a picture"),
    ],
)
def test_other_pictures_cost_no_item(desk: Desk, image: str, kept: str, why: str) -> None:
    done = desk.take("catalogue", FEED + f"M-1,Mug,7.50 EUR,{image}\n")
    assert done.new == 1
    assert desk.one(Product, code="M-1").image == kept
    assert done.rejected == (1 if why else 0)
    assert why in desk.rejected("catalogue")
