"""The real sets come through the importer whole: every row of theirs is read, none is rejected."""

from collections import Counter
from pathlib import Path

import pytest

from tests.converters.electronics_retailer import electronics_retailer
from tests.converters.files import Shop
from tests.converters.real_data import NoDataError
from tests.converters.tau_retail import tau_retail
from tests.converters.threads import shop_chats, star_chats, twitter_threads
from workstation.shop.kinds import KINDS, rows_of
from workstation.shop.records import ConversationRecord, ItemRecord, Record, Row
from workstation.shop.source import Source


@pytest.fixture(autouse=True)
def _needs_real_data(request: pytest.FixtureRequest) -> None:
    from tests.converters.real_data import real_data

    try:
        real_data()
    except NoDataError as reason:
        pytest.skip(str(reason))


def _all(kind: str, path: Path | None) -> list[Record]:
    assert path is not None
    found = []
    with Source(path) as source:
        for row in rows_of(KINDS[kind], source):
            assert isinstance(row, Row), row
            found.append(row.record)
    return found


def _groups(shop: Shop) -> Counter[str]:
    items = _all("catalogue", shop.catalogue)
    return Counter(item.group for item in items if isinstance(item, ItemRecord))


def test_the_electronics_retailer(tmp_path: Path) -> None:
    shop = electronics_retailer(tmp_path, orders=2000)
    groups = _groups(shop)
    assert groups.total() == 2517
    assert len(groups) < 1000
    assert len(_all("customers", shop.customers)) > 12_000
    assert len(_all("orders", shop.orders)) == 2000
    assert len(_all("order-lines", shop.order_lines)) > 3000


def test_the_small_shop(tmp_path: Path) -> None:
    shop = tau_retail(tmp_path)
    groups = _groups(shop)
    assert (len(groups), groups.total()) == (50, 591)
    assert len(_all("customers", shop.customers)) == 500
    assert len(_all("orders", shop.orders)) == 1000
    assert len(_all("order-lines", shop.order_lines)) > 2000
    assert len(_all("returns", shop.returns)) > 100


def test_the_conversations(tmp_path: Path) -> None:
    found = {
        "twitter": _all("conversations", twitter_threads(tmp_path)),
        "star": _all("conversations", star_chats(tmp_path)),
        "shop": _all("conversations", shop_chats(tmp_path)),
    }
    assert {name: len(rows) for name, rows in found.items()} == {
        "twitter": 525,
        "star": 1769,
        "shop": 45,
    }
    for rows in found.values():
        assert sum(len(r.turns) for r in rows if isinstance(r, ConversationRecord)) > 300
