"""Whatever a shop writes down in one form is read back the same in every form, and whatever bytes
somebody sends, a reader ends with rows, rejections or a refusal: never with a crash."""

import csv
import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings, strategies as st

from tests.converters.files import write_feed_rss, write_feed_tsv
from tests.shop.reading import read, records
from workstation.models.text import storable
from workstation.shop.items import OPTIONAL
from workstation.shop.kinds import KINDS
from workstation.shop.records import CustomerRecord, FileRefused, ItemRecord, Rejection, Row
from workstation.shop.seen import Seen

# What a text file in UTF-8 can hold; a line end of its own inside CSV is written by the writer.
_LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\r")
_TEXT = st.text(_LETTERS, max_size=40).map(str.strip)
_NAME = st.text(_LETTERS, min_size=1, max_size=40).map(str.strip).filter(bool)
# XML 1.0 knows no control characters.
_PLAIN = (
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
        min_size=1,
        max_size=30,
    )
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)


def _scratch(folder: str) -> Path:
    return Path(folder) / "file"


@given(
    rows=st.lists(st.tuples(_NAME, _TEXT), min_size=1, max_size=8),
    delimiter=st.sampled_from(",;\t"),
    ends=st.sampled_from(["\n", "\r\n"]),
    mark=st.sampled_from(["", "\ufeff"]),
)
def test_customers_come_back_from_csv_and_from_json(
    rows: list[tuple[str, str]], delimiter: str, ends: str, mark: str
) -> None:
    expected = [
        CustomerRecord(key=str(number), name=storable(name), note=storable(note))
        for number, (name, note) in enumerate(rows)
    ]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=ends)
    writer.writerow(["key", "name", "note"])
    writer.writerows((number, *row) for number, row in enumerate(rows))
    lines = [
        json.dumps({"key": number, "name": name, "note": note})
        for number, (name, note) in enumerate(rows)
    ]
    with TemporaryDirectory() as folder:
        assert records("customers", _scratch(folder), mark + out.getvalue()) == expected
        assert records("customers", _scratch(folder), mark + ends.join(lines)) == expected


@given(
    items=st.lists(
        st.tuples(
            st.dictionaries(
                st.sampled_from(["color", "size", "brand", "mpn", "item_group_title"]), _PLAIN
            ),
            _PLAIN,
            st.lists(st.tuples(st.sampled_from(["Variant", "Light"]), _PLAIN, _PLAIN), max_size=3),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_a_feed_says_the_same_as_tsv_and_as_rss(
    items: list[tuple[dict[str, str], str, list[tuple[str, str, str]]]],
) -> None:
    given_items = [
        ({"id": str(number), "title": title, "price": "1.00 EUR", **values}, details)
        for number, (values, title, details) in enumerate(items)
    ]
    with TemporaryDirectory() as folder:
        tsv = write_feed_tsv(
            Path(folder) / "tsv", ["id", "title", "price", *_used(OPTIONAL)], given_items
        )
        rss = write_feed_rss(Path(folder) / "rss", given_items)
        from_tsv = records("catalogue", tsv, tsv.read_bytes())
        from_rss = records("catalogue", rss, rss.read_bytes())
    assert from_tsv == from_rss
    for record, (_, title, details) in zip(from_rss, items, strict=True):
        assert isinstance(record, ItemRecord)
        assert record.title == title
        assert {name for section, name, _ in details if section == "Variant"} <= set(
            record.attributes
        )


def _used(columns: tuple[str, ...]) -> list[str]:
    return [column for column in columns if column != "product_detail"]


_STARTS = [
    b"",
    b"key,name\n",
    b"id\ttitle\tprice\n",
    b"{",
    b"<rss><channel><item>",
    b"\xef\xbb\xbf",
]


@pytest.mark.parametrize("kind", KINDS)
@given(start=st.sampled_from(_STARTS), noise=st.binary(max_size=300))
@settings(max_examples=40)
def test_any_bytes_end_in_rows_rejections_or_a_refusal(
    kind: str, start: bytes, noise: bytes
) -> None:
    with TemporaryDirectory() as folder:
        try:
            rows = read(kind, _scratch(folder), start + noise)
        except FileRefused:
            return
    assert all(isinstance(row, Row | Rejection) for row in rows)
    lines = [row.line for row in rows]
    assert lines == sorted(lines)


@given(keys=st.lists(st.text(max_size=3), max_size=300))
def test_seen_notices_every_second_time(keys: list[str]) -> None:
    seen = Seen()
    known: set[str] = set()
    for key in keys:
        assert seen.add(key) == (key not in known)
        known.add(key)
    assert len(seen) == len(known)


def test_seen_grows() -> None:
    seen = Seen()
    assert all(seen.add(str(number)) for number in range(5000))
    assert not any(seen.add(str(number)) for number in range(5000))
