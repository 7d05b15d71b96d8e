"""Typing errors are forgiven where it is clear what was meant, and nowhere else."""

import pytest
from hypothesis import given, strategies as st

from workstation.rules.finding.closeness import matched, meant


@pytest.mark.parametrize(
    ("typed", "name", "typing", "errors"),
    [
        ("snooze", "snooze", False, 0),
        ("snoz", "snooze", True, 1),
        ("snoooze", "snooze", True, 1),
        ("tranfser", "transfer", True, 1),
        ("bakekr", "bakker", False, 1),
        ("tel", "television", True, 0),
        ("tel", "television", False, None),
        ("tlv", "television", True, None),
        ("zzzzz", "snooze", True, None),
        ("nooze", "snooze", True, None),
    ],
)
def test_meant(typed: str, name: str, typing: bool, errors: int | None) -> None:
    assert meant(typed, name, typing=typing) == errors


@pytest.mark.parametrize(
    ("typed", "text", "spans"),
    [
        ("bak", "Anouk Bakker", ((6, 9),)),
        ("bak an", "Anouk Bakker", ((0, 2), (6, 9))),
        ("bakekr", "Anouk Bakker", ((6, 12),)),
        ("akker", "Anouk Bakker", ((7, 12),)),
        ("c++", "C++ (boek)", ((0, 3),)),
        ("boek", "C++ (boek)", ((5, 9),)),
        ("trnasfer team", "Transfer to a team", ((0, 8), (14, 18))),
    ],
)
def test_matched(typed: str, text: str, spans: tuple[tuple[int, int], ...]) -> None:
    found = matched(typed, text)
    assert found is not None
    assert found[1] == spans


@pytest.mark.parametrize(("typed", "text"), [("er", "Bakker x"), ("anouk zwolle", "Anouk Bakker")])
def test_not_matched(typed: str, text: str) -> None:
    assert matched(typed, text) is None


@given(st.text(max_size=20), st.text(max_size=40))
def test_places_lie_in_the_text(typed: str, text: str) -> None:
    found = matched(typed, text)
    for start, end in found[1] if found else ():
        assert 0 <= start <= end <= len(text)


@given(st.text("abcdefgh", min_size=8, max_size=12), st.integers(1, 6))
def test_two_letters_turned_round_are_one_error(word: str, at: int) -> None:
    turned = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    errors = meant(turned, word)
    assert errors is not None
    assert errors <= 1
