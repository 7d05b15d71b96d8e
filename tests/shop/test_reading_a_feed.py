"""The same catalogue as TSV, RSS and Atom; and XML that somebody made to do harm."""

import dataclasses
from pathlib import Path

import pytest

from tests.shop.reading import lines_taken, records, rejections
from workstation.shop import feed_rows
from workstation.shop.items import name_of_group, split_details
from workstation.shop.records import FileRefused, ItemRecord, Rejection

LAMP = ItemRecord(
    sku="L-1-red",
    group="L-1",
    title='Lamp "Noor" & friends - Red',
    group_title="",
    brand="Licht",
    description="A lamp.\nIt shines.",
    link="https://shop.example.com/l1?c=red&s=1",
    image="https://shop.example.com/l1.jpg",
    product_type=("Home", "Lamps"),
    gtin="4006381333931",
    price=1950,
    currency="EUR",
    stock=0,
    attributes={"color": "Red", "Cord": "2 m: straight, flat"},
    specifications={"mpn": "N1", "Power": "9 W", "Box: Power": "none"},
)

TSV = (
    "id\ttitle\titem group id\tprice\tavailability\tgtin\tproduct_type\tcolor\tbrand\tmpn\t"
    "description\tlink\timage_link\tproduct_detail\n"
    'L-1-red\t"Lamp ""Noor"" & friends - Red"\tL-1\t19.50 EUR\tout of stock\t4006381333931\t'
    'Home > Lamps\tRed\tLicht\tN1\t"A lamp.\nIt shines."\t'
    "https://shop.example.com/l1?c=red&s=1\thttps://shop.example.com/l1.jpg\t"
    r"Light:Power:9 W,Box:Power:none,Variant:Cord:2 m\: straight\, flat"
    "\n"
)

_G = """
  <g:id>L-1-red</g:id>
  <g:item_group_id>L-1</g:item_group_id>
  <g:price>19.50 EUR</g:price>
  <g:availability>out_of_stock</g:availability>
  <g:gtin>4006381333931</g:gtin>
  <g:product_type><![CDATA[Home > Lamps]]></g:product_type>
  <g:product_type>Other &gt; Path</g:product_type>
  <g:color>Red</g:color>
  <g:brand>Licht</g:brand>
  <g:mpn>N1</g:mpn>
  <g:image_link>https://shop.example.com/l1.jpg</g:image_link>
  <g:shipping><g:country>NL</g:country><g:price>4.95 EUR</g:price></g:shipping>
  <g:product_detail>
    <g:section_name>Light</g:section_name>
    <g:attribute_name>Power</g:attribute_name><g:attribute_value>9 W</g:attribute_value>
  </g:product_detail>
  <g:product_detail>
    <g:section_name>Box</g:section_name>
    <g:attribute_name>Power</g:attribute_name><g:attribute_value>none</g:attribute_value>
  </g:product_detail>
  <g:product_detail>
    <g:section_name>Variant</g:section_name>
    <g:attribute_name>Cord</g:attribute_name>
    <g:attribute_value>2 m: straight, flat</g:attribute_value>
  </g:product_detail>
"""

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:g="http://base.google.com/ns/1.0" version="2.0"><channel>
<title>The shop</title><link>https://shop.example.com</link>
<item>
  <title>Lamp "Noor" &amp; friends - Red</title>
  <link>https://shop.example.com/l1?c=red&amp;s=1</link>
  <description>A lamp.
It shines.</description>{_G}</item>
</channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="http://base.google.com/ns/1.0">
<title>The shop</title><link href="https://shop.example.com"/>
<entry>
  <g:title>Lamp "Noor" &amp; friends - Red</g:title><title>Another title</title>
  <link rel="alternate" href="https://shop.example.com/l1?c=red&amp;s=1"/>
  <summary>Short</summary>
  <g:description>A lamp.
It shines.</g:description>{_G}</entry>
</feed>"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "feed"


@pytest.mark.parametrize("content", [TSV, RSS, ATOM], ids=["tsv", "rss", "atom"])
def test_one_item_in_every_form(path: Path, content: str) -> None:
    assert records("catalogue", path, content) == [LAMP]


def test_a_bad_item_is_rejected_with_its_line_and_the_rest_read(path: Path) -> None:
    good = "<item><g:id>{}</g:id><title>T</title><g:price>1.00 EUR</g:price></item>\n"
    bad = "<item><g:id>b</g:id><title>T</title></item>\n"
    huge = f"<item><g:id>h</g:id><title>{'x' * (feed_rows.VALUE_LIMIT + 1)}</title></item>\n"
    many = f"<item><g:id>m</g:id>{'<g:a>1</g:a>' * (feed_rows.VALUES_LIMIT + 1)}</item>\n"
    content = (
        '<rss xmlns:g="http://base.google.com/ns/1.0"><channel>\n'
        + good.format(1)
        + bad
        + huge
        + many
        + good.format(1)
        + good.format(2)
        + "</channel></rss>"
    )
    assert rejections("catalogue", path, content) == [
        (3, "price is missing"),
        (4, "has a value of more than 1,048,576 characters"),
        (5, "has more than 2,000 values"),
        (6, "1 is in this file already"),
    ]
    assert lines_taken("catalogue", path, content) == [2, 7]


def test_xml_that_breaks_off_keeps_what_came_before(path: Path) -> None:
    content = RSS.replace("</item>", "</item><item><g:id>x</g:id>", 1)
    content = content[: content.index("</channel>")] + "</wrong>"
    ((line, reason),) = rejections("catalogue", path, content)
    assert line > 30
    assert "is not well-formed XML (mismatched tag)" in reason
    assert len(lines_taken("catalogue", path, content)) == 1


BOMB = """<?xml version="1.0"?>
<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<rss><channel><item><title>&b;</title></item></channel></rss>"""
OUTSIDE = """<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<rss><channel><item><title>&x;</title></item></channel></rss>"""
REMOTE = """<!DOCTYPE rss SYSTEM "https://example.com/feed.dtd">
<rss><channel></channel></rss>"""


@pytest.mark.parametrize("content", [BOMB, OUTSIDE, REMOTE])
def test_declarations_are_refused(path: Path, content: str) -> None:
    with pytest.raises(FileRefused, match="declares a document type or entities"):
        records("catalogue", path, content)


def test_endless_nesting_and_endless_tags_are_refused(path: Path) -> None:
    with pytest.raises(FileRefused, match="nested more than 20 deep"):
        records("catalogue", path, "<a>" * 1000)
    with pytest.raises(FileRefused, match="tag or comment of more than"):
        records("catalogue", path, "<rss><!--" + "x" * (feed_rows.SILENCE_LIMIT + (1 << 18)))


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("price", "15.00", "price is '15.00', not an amount and its currency such as 15.00 EUR"),
        ("price", "EUR 15.00", "price is 'EUR 15.00'"),
        ("price", "15,00 EUR", "price is '15,00 EUR'"),
        ("price", "1.2.3 EUR", "price is '1.2.3', not an amount"),
        ("price", "15.001 EUR", "price is 15.001, more digits than EUR has"),
        ("availability", "maybe", "availability is 'maybe', not one of in_stock"),
        ("gtin", "123", "gtin is '123', not 8, 12, 13 or 14 digits"),
        ("quantity", "-1", "quantity is '-1', not a whole number"),
        ("product_detail", "only:two", "product_detail has 'only:two', not section:name:value"),
        ("product_detail", "a::b", "product_detail has 'a::b', not section:name:value"),
    ],
)
def test_items_that_cannot_be_right(path: Path, column: str, value: str, reason: str) -> None:
    values = {"id": "1", "title": "T", "price": "1.00 EUR"} | {column: value}
    content = "\t".join(values) + "\n" + "\t".join(values.values()) + "\n"
    rows = rejections("catalogue", path, content)
    assert [said[: len(reason)] for _, said in rows] == [reason]


@pytest.mark.parametrize(
    ("written", "stock", "noted"),
    [
        ({"availability": "in_stock"}, None, {}),
        ({"availability": "In stock", "quantity": "7"}, 7, {}),
        ({"availability": "out_of_stock"}, 0, {}),
        ({"availability": "preorder"}, None, {"availability": "preorder"}),
        ({}, None, {}),
    ],
)
def test_what_a_feed_says_of_stock(
    path: Path, written: dict[str, str], stock: int | None, noted: dict[str, str]
) -> None:
    values = {"id": "1", "title": "T", "price": "1.00 EUR"} | written
    content = ",".join(values) + "\n" + ",".join(values.values()) + "\n"
    (record,) = records("catalogue", path, content)
    assert isinstance(record, ItemRecord)
    assert (record.stock, record.attributes) == (stock, noted)


@pytest.mark.parametrize(
    ("title", "attributes", "name"),
    [
        ("Player E51 Silver", {"color": "Silver"}, "Player E51"),
        ("Player E51 - silver (M)", {"color": "Silver", "size": "M"}, "Player E51"),
        ("Player E51, Silver, 16 GB", {"color": "Silver", "size": "16 GB"}, "Player E51"),
        ("Player E51", {"color": "Silver"}, "Player E51"),
        ("Silver", {"color": "Silver"}, "Silver"),
        ("Quicksilver", {"color": "silver"}, "Quicksilver"),
        ("Player silver edition", {"color": "silver"}, "Player silver edition"),
    ],
)
def test_a_group_is_called_by_what_its_variants_share(
    title: str, attributes: dict[str, str], name: str
) -> None:
    assert name_of_group(dataclasses.replace(LAMP, title=title, attributes=attributes)) == name


def test_a_group_that_has_a_title_is_called_by_it() -> None:
    assert name_of_group(dataclasses.replace(LAMP, group_title="The lamp")) == "The lamp"


def test_marks_behind_a_backslash_do_not_split() -> None:
    assert split_details(r"a\,b,c\\,d\e,") == [["a,b"], ["c\\"], [r"d\e"], [""]]
    assert split_details("a:b:c:d, e") == [["a", "b", "c:d"], ["e"]]
    assert split_details(r"a:b:\\\\,c:\:\\:d") == [["a", "b", r"\\"], ["c", ":\\", "d"]]


def test_a_rejection_shows_the_item(path: Path) -> None:
    from tests.shop.reading import read

    (row,) = read("catalogue", path, "<rss><item><id>7</id><title>T</title></item></rss>")
    assert isinstance(row, Rejection)
    assert row.row == "id=7 title=T"
