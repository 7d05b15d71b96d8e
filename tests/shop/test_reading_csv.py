"""CSV as shops really export it: what is read, what is rejected, and that the rest goes on."""

from pathlib import Path

import pytest

from tests.shop.reading import lines_taken, records, rejections
from workstation.shop.csv_rows import ROW_LIMIT
from workstation.shop.records import CustomerRecord, FileRefused, IdentityRecord

HEADER = "key,name,email,since\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "customers.csv"


@pytest.mark.parametrize(
    "content",
    [
        "key,name,email,since\n17,Ans,a@example.nl,2026-03-01T14:05:00+01:00\n",
        "key;name;email;since\n17;Ans;a@example.nl;2026-03-01T14:05:00+01:00\n",
        "key\tname\temail\tsince\n17\tAns\ta@example.nl\t2026-03-01T13:05:00Z\n",
        "\ufeffkey,name,email,since\r\n17,Ans,a@example.nl,2026-03-01T13:05:00.000Z\r\n",
        '"Key","Name","E-Mail",email,"SINCE"\n17,Ans,x,A@Example.NL,20260301T130500Z\n',
        "name,unknown,since,email,key\nAns,?,2026-03-01T13:05:00Z,a@example.nl,17\n\n\n",
        "key,name,email,since\n 17 , Ans ,a@example.nl, 2026-03-01T13:05:00Z \n",
        "key,name,email,since\n17,Ans,a@example.nl,2026-03-01T13:05:00Z,,\n",
        "key,name,email,since\n17,Ans,a@example.nl,2026-03-01T13:05:00Z",
    ],
)
def test_the_same_customer_in_every_dialect(path: Path, content: str) -> None:
    assert records("customers", path, content) == [
        CustomerRecord(
            key="17",
            name="Ans",
            since=1772370300000,
            identities=(IdentityRecord(channel="email", address="a@example.nl"),),
        )
    ]


def test_a_field_may_hold_lines_quotes_and_delimiters(path: Path) -> None:
    content = 'key,name,note\n1,"de ""Wit"", J.","first\nsecond; third"\n2,B,\n'
    first, second = records("customers", path, content)
    assert isinstance(first, CustomerRecord)
    assert (first.name, first.note) == ('de "Wit", J.', "first\nsecond; third")
    assert lines_taken("customers", path, content) == [2, 4]
    assert isinstance(second, CustomerRecord)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1,A", "has 2 fields where the header has 4"),
        ("1,A,,,x", "has 5 fields where the header has 4"),
        (",A,,", "key is missing"),
        ("1, ,,", "name is missing"),
        ("1,A,nobody,", "email is 'nobody', not a mail address"),
        (f"1,{'n' * 201},,", "name is longer than 200 characters"),
        ('1,"A"b,,', "has a quote inside a quoted field; write it twice"),
        ('1,"A,,', "has a quote that is not closed"),
        ("1,A,,2026-03-01", "since is '2026-03-01', not a time with its zone"),
        ("1,A,,2026-03-01T14:05:00", "since is '2026-03-01T14:05:00', not a time with its zone"),
        ("1,A,,yesterday", "since is 'yesterday', not a time with its zone"),
        ("1,A,,2026-02-30T00:00:00Z", "since is '2026-02-30T00:00:00Z', not a time"),
        ("1,A\r,,", "is not CSV"),
    ],
)
def test_a_bad_row_is_rejected_and_the_rest_read(path: Path, row: str, reason: str) -> None:
    content = f"{HEADER}8,Before,,\n{row}\n9,After,,\n"
    ((line, said),) = rejections("customers", path, content)
    assert line == 3
    assert said.startswith(reason)
    assert lines_taken("customers", path, content) == [2, 4]


def test_a_quote_that_is_not_closed_costs_one_row_though_a_later_one_closes_it(
    path: Path,
) -> None:
    content = f'{HEADER}1,"A,,\n2,B,,\n3,C,,\n4,"D",,\n5,E,,\n'
    assert [line for line, _ in rejections("customers", path, content)] == [2]
    assert lines_taken("customers", path, content) == [3, 4, 5, 6]


def test_a_huge_field_is_rejected_without_taking_others_with_it(path: Path) -> None:
    content = f"{HEADER}1,{'x' * (ROW_LIMIT * 3)},,\n2,B,,\n"
    ((line, reason),) = rejections("customers", path, content)
    assert line == 2
    assert "runs over" in reason
    assert lines_taken("customers", path, content) == [3]


def test_an_open_quote_before_much_text_is_found_out_early(path: Path) -> None:
    rows = "".join(f"{number},N,,\n" for number in range(1, 3001))
    content = f'{HEADER}0,"open,,\n{rows}'
    ((line, _),) = rejections("customers", path, content)
    assert line == 2
    assert len(lines_taken("customers", path, content)) == 3000


def test_bytes_that_are_no_utf8_cost_their_row_only(path: Path) -> None:
    content = HEADER.encode() + b"1,Ans,,\n2,Andr\xe9,,\n3,Zo\xc3\xab,,\n"
    assert rejections("customers", path, content) == [(3, "name is not UTF-8")]
    assert lines_taken("customers", path, content) == [2, 4]


def test_nul_is_kept_in_a_form_that_every_store_takes(path: Path) -> None:
    (record,) = records("customers", path, f"{HEADER}1,A\x00B,,\n")
    assert isinstance(record, CustomerRecord)
    assert record.name == "A\ufdd00000B"


def test_a_key_that_comes_twice_counts_once(path: Path) -> None:
    content = f"{HEADER}1,A,,\n2,B,,\n1,C,,\n"
    assert rejections("customers", path, content) == [(4, "1 is in this file already")]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\xff\xfek\x00e\x00y\x00", "is UTF-16. Save it as text in UTF-8"),
        (b"k\x00e\x00y\x00,\x00n\x00a\x00m\x00e\x00\n\x00", "is not UTF-8 text"),
        (b"PK\x03\x04 and so on", "is a zip archive or a spreadsheet"),
        (b"\x1f\x8b and so on", "is gzip"),
        (b"key,name,n\xe9\n1,A,B\n", "its header is not UTF-8"),
        (b"key,name\r1,A\r", "its lines end in CR alone"),
        (b"1,A\n2,B\n", "names none of the columns"),
        (b"key,email\n1,a@example.nl\n", "has no column name. It has key, email"),
        (b"key,name,Name\n1,A,B\n", "has the column name twice"),
        (b"key,name," + b"x" * (2 << 20), "too long to be a header"),
        (b"<rss></rss>", "is XML; customers are read from CSV or JSONL"),
    ],
)
def test_a_file_that_cannot_be_read_at_all_says_why(path: Path, content: bytes, said: str) -> None:
    with pytest.raises(FileRefused, match=said):
        records("customers", path, content)


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    from workstation.shop.source import Source

    with pytest.raises(FileRefused, match=r"nothing\.csv: No such file"):
        Source(tmp_path / "nothing.csv")
