"""Links are found where a person would see one, and only schemes that are safe to open."""

import pytest

from workstation.ui.transcript.links import find_links


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("see https://example.com/help.", ["https://example.com/help"]),
        ("(https://example.com/a_(b))", ["https://example.com/a_(b)"]),
        ("www.example.nl, please", ["https://www.example.nl"]),
        ("mail a.bakker@example.nl!", ["mailto:a.bakker@example.nl"]),
        ("javascript:alert(1) file:///etc/passwd ftp://example.com", []),
        ("no link here, 12:30 or a@b", []),
    ],
)
def test_links(text: str, targets: list[str]) -> None:
    assert [link.target for link in find_links(text)] == targets


def test_a_link_stands_where_it_was_written() -> None:
    text = "ga naar https://example.com nu"
    (link,) = find_links(text)
    assert text[link.start : link.end] == "https://example.com"


def test_a_flood_of_links_stops_somewhere() -> None:
    assert len(find_links("https://example.com/x " * 5_000)) == 200
