"""Strange text keeps its places, cannot reorder the screen, and is copied as it was written."""

import pytest
from hypothesis import given, strategies as st

from workstation.ui.transcript.harmless import (
    FOLD_AT,
    cut,
    fold,
    harmless,
    harmless_line,
    plain_tip,
    units,
)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("gewoon", "gewoon"),
        ("two\nlines", "two\u2028lines"),
        ("nul\x00 bell\x07", "nul\u2400 bell\u2407"),
        ("\u202eexe.jpg\u202c", "\u2060exe.jpg\u2060"),
        ("half \ud83d pair", "half \ufffd pair"),
        ("tab\tstays", "tab\tstays"),
        ("שלום", "שלום"),
    ],
)
def test_each_strange_character_has_a_harmless_one_in_its_place(written: str, shown: str) -> None:
    assert harmless(written) == shown


@given(st.text(alphabet=st.characters(), max_size=200))
def test_nothing_moves(written: str) -> None:
    assert units(harmless(written)) == units(written)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60), st.data())
def test_a_stretch_counted_as_qt_counts_is_cut_out_exactly(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert cut(text, units(text[:start]), units(text[:end])) == text[start:end]


def test_a_label_is_one_line() -> None:
    assert harmless_line("  a\r\n b\tc ") == "a b c"


def test_a_long_message_is_folded_and_says_how_much_is_kept_back() -> None:
    folded = fold("x" * 1_000_000, unfolded=False)
    assert len(folded.text) == FOLD_AT
    assert folded.hidden == 1_000_000 - FOLD_AT
    assert fold("line\n" * 500, unfolded=False).text.count("\n") < 60
    assert fold("short", unfolded=False).hidden == 0


def test_a_tooltip_shows_markup_and_does_not_obey_it() -> None:
    assert plain_tip("<img src='https://example.com/seen'>") == (
        "<qt>&lt;img src=&#x27;https://example.com/seen&#x27;&gt;</qt>"
    )
    assert plain_tip("plain & simple") == "plain & simple"
