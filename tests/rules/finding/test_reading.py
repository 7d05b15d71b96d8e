"""Reading a search: whatever somebody types, words and operators come out, and nothing breaks."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from workstation.rules.finding.operators import NAMES, OPERATORS
from workstation.rules.finding.reading import LONGEST, read

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "words", "terms"),
    [
        ("flickers", "flickers", []),
        ("flickers ", "flickers ", []),
        ("channel:whatsapp", "", [("channel", "whatsapp")]),
        (
            'channel:whatsapp from:"A. Bakker" flickers',
            "flickers",
            [("channel", "whatsapp"), ("from", "A. Bakker")],
        ),
        ("kanaal:telefoon van:bakker", "", [("channel", "telefoon"), ("from", "bakker")]),
        ("voor:2026-11-01 scherm", "scherm", [("before", "2026-11-01")]),
        ('from:"A. Bak', "", [("from", "A. Bak")]),
        ("FROM:bakker", "", [("from", "bakker")]),
        ('"does not start"', "does not start ", []),
        ("https://example.com/x", "https://example.com/x", []),
        ("HDMI:2 flickers", "HDMI:2 flickers", []),
        ("is:open is:unread", "", [("is", "open"), ("is", "unread")]),
    ],
)
def test_words_and_operators(text: str, words: str, terms: list[tuple[str, str]]) -> None:
    asked = read(text, TODAY)
    assert asked.words == words
    assert [(term.kind, term.value) for term in asked.terms] == terms


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("channel:fax ", ("channel", "fax", "")),
        ("is:sleeping", ("state", "sleeping", "")),
        ("before:christmas", ("day", "christmas", "")),
        ("before:2026-13-01 ", ("day", "2026-13-01", "")),
        ("chanel:whatsapp", ("operator", "chanel", "channel")),
        ("kanal:whatsapp", ("operator", "kanal", "kanaal")),
        ("from: bakker", ("empty", "from", "")),
    ],
)
def test_what_is_wrong_is_told(text: str, trouble: tuple[str, str, str]) -> None:
    found = read(text, TODAY).troubles
    assert [(one.code, one.said, one.instead) for one in found] == [trouble]


@pytest.mark.parametrize(
    "text", ["channel:", "from:", 'from:"', "before:2026-1", "before:tod", "is:o", "is:un"]
)
def test_nothing_is_wrong_while_it_is_still_typed(text: str) -> None:
    assert read(text, TODAY).troubles == ()


def test_states_and_channels_are_understood_in_both_languages() -> None:
    asked = read("is:afgerond is:te-laat kanaal:e-mail channel:chat", TODAY)
    assert asked.states == {"done", "late"}
    assert asked.channels == {"email", "chat"}


def test_of_two_days_the_narrower_counts() -> None:
    asked = read("before:2026-11-01 before:2026-10-01 after:2026-01 na:2026-02-03", TODAY)
    assert asked.before == date(2026, 10, 1)
    assert asked.after == date(2026, 2, 3)


@given(st.text(max_size=LONGEST + 50))
def test_anything_can_be_typed(text: str) -> None:
    asked = read(text, TODAY)
    assert len(asked.text) <= LONGEST
    for term in asked.terms:
        assert 0 <= term.start < term.end <= len(asked.text)
        assert asked.text[term.start : term.end].casefold().startswith(tuple(NAMES))
    assert asked.words.strip() == " ".join(asked.words.split())


PLAIN = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzéß019"), min_size=1, max_size=12)
QUOTED = st.text(st.sampled_from("abc xyz.:-"), max_size=20).map(str.strip).filter(bool)


@given(
    st.lists(st.tuples(st.sampled_from(sorted(NAMES)), PLAIN | QUOTED), max_size=5),
    st.lists(PLAIN, max_size=4),
)
def test_what_was_written_is_read_back(terms: list[tuple[str, str]], words: list[str]) -> None:
    pieces = [f'{name}:"{value}"' for name, value in terms] + words
    asked = read(" ".join(pieces), TODAY)
    assert [(term.kind, term.value) for term in asked.terms] == [
        (NAMES[name], value) for name, value in terms
    ]
    assert asked.words == " ".join(words)


@given(st.lists(st.sampled_from(["is:open", "team:tv", "tag:vip", "bank"]), min_size=1))
def test_a_search_cut_anywhere_is_still_one(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for end in range(len(text) + 1):
        read(text[:end], TODAY)


def test_no_name_stands_for_two_operators() -> None:
    for kind, said in OPERATORS.items():
        for names in said.values():
            assert [NAMES[name] for name in names] == [kind] * len(names)
