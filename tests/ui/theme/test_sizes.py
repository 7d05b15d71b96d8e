"""Text and what holds it grow together, and shrink again."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from workstation.ui.theme.fonts import font
from workstation.ui.theme.sheet import sheet
from workstation.ui.theme.sizes import STEPS, USUAL, px, step, text_size
from workstation.ui.theme.theme import Theme
from workstation.ui.theme.tokens import LIGHT


@pytest.fixture
def theme(qtbot: QtBot) -> Iterator[Theme]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    made = Theme("light")
    made.dress(app)
    yield made
    made.grow(USUAL)


@pytest.mark.parametrize(
    ("percent", "height", "letters"), [(90, 68, 12), (100, 76, 13), (160, 122, 21)]
)
def test_rows_and_letters_grow_together(
    theme: Theme, percent: int, height: int, letters: int
) -> None:
    theme.grow(percent)
    assert text_size() == percent
    assert px(76) == height
    assert font().pixelSize() == letters


def test_what_is_made_of_the_style_sheet_grows_too(qtbot: QtBot, theme: Theme) -> None:
    button = QPushButton("Send")
    qtbot.addWidget(button)
    button.show()
    usual = button.sizeHint().height()
    theme.grow(160)
    button.style().unpolish(button)
    button.style().polish(button)
    assert button.sizeHint().height() >= 1.4 * usual
    assert "1px solid" in sheet(LIGHT)


def test_who_drew_is_told_to_draw_anew(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.waitSignal(theme.resized):
        theme.grow(125)
    with qtbot.assertNotEmitted(theme.resized):
        theme.grow(125)


def test_steps_end_at_the_ends() -> None:
    assert step(100, 1) == 110
    assert step(100, -1) == 90
    assert step(STEPS[-1], 1) == STEPS[-1]
    assert step(STEPS[0], -1) == STEPS[0]
    assert step(117, 1) == 125


def test_what_has_no_size_gets_none(theme: Theme) -> None:
    theme.grow(90)
    assert px(0) == 0
    assert px(0.4) == 1
