"""JSON Lines: typed values, nested identities, and lines that are wrong in every way."""

import json
from pathlib import Path

import pytest

from tests.shop.reading import lines_taken, records, rejections
from workstation.shop.json_rows import LINE_LIMIT
from workstation.shop.records import CustomerRecord, IdentityRecord, OrderRecord

GOOD = '{"key": "k", "name": "N"}'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rows.jsonl"


def test_a_customer_with_identities(path: Path) -> None:
    content = json.dumps(
        {
            "key": 17,
            "name": "Ans",
            "language": "NL",
            "phone": "+31 (20) 123-4567",
            "identities": [
                {"channel": "whatsapp", "address": "+31201234567", "name": "ans!"},
                {
                    "channel": "email",
                    "address": "Ans@Example.nl",
                    "verified_at": "2026-03-01T13:05:00Z",
                },
            ],
        }
    )
    (record,) = records("customers", path, "\ufeff" + content)
    assert isinstance(record, CustomerRecord)
    assert record.key == "17"
    assert record.language == "nl"
    assert record.identities == (
        IdentityRecord(channel="phone", address="+31201234567"),
        IdentityRecord(channel="whatsapp", address="+31201234567", name="ans!"),
        IdentityRecord(channel="email", address="ans@example.nl", verified_at=1772370300000),
    )


def test_an_order_with_its_amount_in_the_smallest_unit(path: Path) -> None:
    rows = [
        {"number": 1, "customer": 2, "placed_at": "2026-01-01T00:00:00Z", "state": "shipped"}
        | {"total": total, "currency": currency}
        for total, currency in (("12.5", "EUR"), ("1250", "JPY"), (12, "USD"), ("1.234", "KWD"))
    ]
    content = "\n".join(json.dumps(row | {"number": n}) for n, row in enumerate(rows))
    found = records("orders", path, content)
    assert [order.total for order in found if isinstance(order, OrderRecord)] == [
        1250,
        1250,
        1200,
        1234,
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"key": "1", "name": ', "is not JSON: Expecting value (column 22)"),
        (b'["key"]', "is JSON, but not an object"),
        (b'{"key": "1", "key": "2", "name": "N"}', "has 'key' twice"),
        (b'{"key": NaN, "name": "N"}', "has NaN, which is not JSON"),
        (b'{"key": 1.5, "name": "N"}', "key must be text"),
        (b'{"key": true, "name": "N"}', "key must be text"),
        (b'{"key": {}, "name": "N"}', "key must be text"),
        (b'{"key": ' + b"9" * 5000 + b', "name": "N"}', "has a number that is too long"),
        (b'{"name": "N"}', "key is missing"),
        (b'{"key": "1", "name": "\xe9"}', "is not UTF-8 at byte 23"),
        (b'{"a":' * 100_000, "is nested too deeply"),
        (b'{"key": "1", "name": "N", "identities": {}}', "identities must be a list"),
        (b'{"key": "1", "name": "N", "identities": [1]}', "identities[1] must be an object"),
        (
            b'{"key": "1", "name": "N", "identities": [{"channel": "fax", "address": "1"}]}',
            "identities[1].channel is 'fax', not one of whatsapp",
        ),
        (
            b'{"key": "1", "name": "N", "identities": [{"channel": "phone", "address": "020"}]}',
            "identities[1].address is '020', not an international number",
        ),
        (b'{"key": "1", "name": "' + b"x" * LINE_LIMIT + b'"}', "is longer than 16,777,216 bytes"),
    ],
)
def test_a_bad_line_is_rejected_and_the_rest_read(path: Path, line: bytes, reason: str) -> None:
    content = GOOD.encode() + b"\n" + line + b"\n\n" + b'{"key": "last", "name": "N"}'
    ((number, said),) = rejections("customers", path, content)
    assert number == 2
    assert said.startswith(reason)
    assert lines_taken("customers", path, content) == [1, 4]


def test_lone_surrogates_and_nul_are_kept_in_a_form_that_every_store_takes(path: Path) -> None:
    content = r'{"key": "1", "name": "a\ud800b\u0000c", "note": "\ud83d\ude00"}'
    (record,) = records("customers", path, content)
    assert isinstance(record, CustomerRecord)
    assert record.name == "a\ufdd0D800b\ufdd00000c"
    assert record.note == "😀"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"total": 12.5}, "total must be text"),
        ({"total": "12,50"}, "total is '12,50', not an amount such as 15.00"),
        ({"total": "12.505"}, "total is 12.505, more digits than EUR has"),
        ({"total": "1e5"}, "total is '1e5', not an amount"),
        ({"currency": "euro"}, "currency is 'euro', not a currency such as EUR"),
        ({"state": "lost"}, "state is 'lost', not one of pending"),
        ({"delivered_at": "2025-12-31T00:00:00Z"}, "delivered_at lies before placed_at"),
    ],
)
def test_orders_that_cannot_be_right(path: Path, change: dict[str, object], reason: str) -> None:
    row = {
        "number": "1",
        "customer": "2",
        "placed_at": "2026-01-01T00:00:00Z",
        "state": "shipped",
    }
    ((_, said),) = rejections("orders", path, json.dumps(row | change))
    assert said.startswith(reason)
