"""What was searched for is marked by the beginnings of words, whatever case and accents."""

import pytest

from workstation.ui.transcript.found_words import FoundWords


def marked(words: str, text: str) -> list[str]:
    encoded = text.encode("utf-16-le")
    return [
        encoded[2 * start : 2 * (start + length)].decode("utf-16-le")
        for start, length in FoundWords(words).spans(text)
    ]


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("cab", "The cable, CABLES and a scab", ["cab", "CAB"]),
        ("creme", "Crème brûlée", ["Crème"]),
        ("crème", "creme", ["creme"]),
        ("tv cable", "A cable for the TV", ["cable", "TV"]),
        ("tel telephone", "Telephone, tel", ["Telephone", "tel"]),
        ("photo", "🙂🙂 photo", ["photo"]),
        ("a.b", "a b a.b", ["a", "b", "a", "b"]),
        ("", "nothing", []),
        ("(*", "nothing (* at all", []),
        ("straße", "STRASSE straße", ["straße"]),
    ],
)
def test_words_are_found_where_they_begin(words: str, text: str, found: list[str]) -> None:
    assert marked(words, text) == found


def test_nothing_searched_is_nothing_to_mark() -> None:
    assert not FoundWords("  ")
    assert FoundWords("x")
