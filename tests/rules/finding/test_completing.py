"""Completing an operator or its value where the caret stands."""

from hypothesis import given, strategies as st

from workstation.rules.finding.completing import (
    operators_that_begin,
    place,
    with_operator,
    with_value,
)
from workstation.rules.finding.reading import read


def test_an_operator_is_completed_and_waits_for_its_value() -> None:
    at = place("flickers ch", 11)
    assert at is not None
    assert at.kind is None
    assert operators_that_begin(at.typed, "en") == ("channel",)
    assert with_operator("flickers ch", at, "channel", "en") == ("flickers channel:", 17)


def test_a_value_is_put_in_quotes_where_it_has_a_space() -> None:
    at = place("from:bak", 8)
    assert at is not None
    assert (at.kind, at.typed) == ("from", "bak")
    assert with_value("from:bak", at, "A. Bakker") == ('from:"A. Bakker" ', 17)
    inside = place('from:"A. B', 10)
    assert inside is not None
    assert with_value('from:"A. B', inside, "A. Bakker") == ('from:"A. Bakker" ', 17)


def test_dutch_names_complete_on_both_desks() -> None:
    assert operators_that_begin("kan", "nl") == ("channel",)
    assert operators_that_begin("kan", "en") == ("channel",)
    assert operators_that_begin("vo", "nl") == ("before",)


def test_inside_a_word_and_behind_other_colons_nothing_is_completed() -> None:
    assert place("channel", 3) is None
    assert place("https://ex", 10) is None


@given(st.text(max_size=40), st.integers(0, 40))
def test_anywhere(text: str, caret: int) -> None:
    at = place(text, min(caret, len(text)))
    if at is not None:
        assert 0 <= at.start <= at.end <= len(text)


@given(st.text(max_size=20))
def test_a_completed_value_is_read_as_it_was(value: str) -> None:
    at = place("from:", 5)
    assert at is not None
    text, caret = with_value("from:", at, value)
    assert caret == len(text)
    from datetime import date

    (term,) = read(text, date(2026, 1, 1)).terms[:1]
    if value.split() == [value]:
        assert term.value == value.replace('"', "")
