"""Lines of text on the screen, in the direction in which they are read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption

from workstation.ui.paintable import apart, begins_from_right, from_left

WHY = "למה HDMI 2 לא עובד?"


def _order(text: str, *signs: str) -> list[str]:
    """The signs as they stand from left to right, in a desk that is read so."""
    layout = QTextLayout(text)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(10_000)
    layout.endLayout()

    def place(sign: str) -> float:
        found = line.cursorToX(text.rindex(sign))
        across = found[0] if isinstance(found, tuple) else found
        assert isinstance(across, float)
        return across

    return sorted(signs, key=place)


@pytest.mark.parametrize("text", [WHY, "الطلب 70352219 لم يصل!", "ההזמנה…"])
def test_what_is_read_from_right_to_left_ends_at_its_left(qapp: object, text: str) -> None:
    first, last = text[1], text[-1]
    assert _order(text, first, last) == [first, last], "as Qt does it"
    assert _order(apart(text), first, last) == [last, first]


@pytest.mark.parametrize("text", ["Dank je wel!", "Één vraag…", "🎉", ""])
def test_what_is_read_from_left_to_right_stays_as_it_is(text: str) -> None:
    assert apart(text) == text == from_left(text)


def test_a_line_of_ours_about_a_city_keeps_our_direction(qapp: object) -> None:
    about = "תל אביב · customer since 2019"
    assert from_left(about).strip("\u200e") == about
    assert _order(from_left(about), "9", "א") == ["א", "9"]


def test_a_time_stands_behind_the_name_it_belongs_to(qapp: object) -> None:
    assert _order("عمر · 09:13", "ر", "1", "3") == ["1", "3", "ر"], "as Qt does it"
    assert _order(f"{from_left('عمر')} · 09:13", "ر", "1", "3") == ["ر", "1", "3"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (WHY, True),
        ("2: الطلب", True),
        ("HDMI 2: לא עובד", False),
        ("Dank je wel!", False),
        ("70352219", False),
        ("", False),
    ],
)
def test_the_first_letter_says_where_a_text_begins(text: str, right: bool) -> None:
    assert begins_from_right(text) is right
