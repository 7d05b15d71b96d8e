"""The sample is the same for the same seed, of exactly the size asked for, and never kept whole."""

import hashlib
import json
import tracemalloc
from collections import Counter
from itertools import islice
from random import Random

import pytest

from tests.sample.shop_rows import NOW
from workstation.models import Contact, Message, Replicated
from workstation.sample import SampleShop, Shape
from workstation.sample.lengths import lengths
from workstation.sample.pictures import pictures
from workstation.sample.staff import team_id

SMALL = Shape.of(0.1)


def digest(shop: SampleShop) -> str:
    found = hashlib.sha256()
    for model, rows in shop.batches():
        found.update(json.dumps([model.__name__, rows], sort_keys=True).encode())
    return found.hexdigest()


def counts(shape: Shape) -> Counter[type[Replicated]]:
    found: Counter[type[Replicated]] = Counter()
    for model, rows in SampleShop(shape=shape, now=NOW).batches():
        found[model] += len(rows)
    return found


def test_the_same_seed_and_moment_make_the_same_shop() -> None:
    first = digest(SampleShop(seed=7, shape=SMALL, now=NOW))
    assert first == digest(SampleShop(seed=7, shape=SMALL, now=NOW))
    assert first != digest(SampleShop(seed=8, shape=SMALL, now=NOW))
    assert first != digest(SampleShop(seed=7, shape=SMALL, now=NOW + 1))


def test_the_pictures_stay_the_same() -> None:
    assert [picture.sha256 for picture in pictures()] == [p.sha256 for p in pictures()]
    assert len({picture.sha256 for picture in pictures()}) == len(list(pictures()))


@pytest.mark.parametrize(
    ("contacts", "messages"), [(40, 200), (333, 1999), (1000, 5000), (1100, 8_800)]
)
def test_a_shape_is_met_exactly(contacts: int, messages: int) -> None:
    found = counts(Shape.exact(contacts=contacts, messages=messages, customers=200))
    assert found[Contact] == contacts
    assert found[Message] == messages


def test_a_team_can_have_it_all_to_itself() -> None:
    shape = Shape.of(0.3, team="washing", team_share=1.0)
    teams: Counter[str] = Counter()
    for model, rows in SampleShop(shape=shape, now=NOW).batches():
        if model is Contact:
            teams.update(row["team_id"] for row in rows)
    assert teams[team_id("washing")] >= 285  # the default agent's desk is of several teams


def test_a_large_shop_is_made_a_piece_at_a_time() -> None:
    """Of the shop of benchmarks, whose rows would take gigabytes, only a piece is held."""
    list(pictures())
    shape = Shape.exact(contacts=200_000, messages=1_000_000, waiting=60)
    shop = SampleShop(shape=shape, now=NOW)
    tracemalloc.start()
    written = sum(len(rows) for _, rows in islice(shop.customers(), 10))
    _, customers_peak = tracemalloc.get_traced_memory()
    assert written > 10_000
    tracemalloc.reset_peak()
    written = sum(len(rows) for _, rows in islice(shop.contacts(), 5))
    _, contacts_peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert written > 5_000
    assert max(customers_peak, contacts_peak) < 120 << 20


def test_lengths_add_up_and_stay_within_bounds() -> None:
    dice = Random(3)
    for contacts, messages in [(1, 3), (1, 14), (10, 30), (10, 140), (100, 617), (7, 50)]:
        found = lengths(dice, contacts=contacts, messages=messages)
        assert (len(found), sum(found)) == (contacts, messages)
        assert min(found) >= 3
        assert max(found) <= 14
    with pytest.raises(ValueError, match="do not fit"):
        lengths(dice, contacts=10, messages=29)


def test_a_shape_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 40"):
        Shape.exact(contacts=3, messages=20)
    with pytest.raises(ValueError, match="messages a contact"):
        Shape.exact(contacts=100, messages=100)
