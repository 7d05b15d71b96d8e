"""The order of a list: its caret stands behind its words, whichever way one reads."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workstation.ui.inbox.order_button import SIGN, OrderButton
from workstation.ui.theme.theme import Theme

DIRECTIONS = (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft)


def inked(button: OrderButton) -> list[int]:
    """The columns in which something is drawn."""
    image = button.grab().toImage()
    ground = image.pixelColor(0, 0)
    rows = range(image.height())
    return [x for x in range(image.width()) if any(image.pixelColor(x, y) != ground for y in rows)]


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_the_caret_stands_behind_the_words(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = OrderButton(Theme("light"), window)
    button.setLayoutDirection(direction)
    button.setText("iiiii")
    button.resize(button.sizeHint())
    columns = inked(button)
    gaps = [after - before for before, after in pairwise(columns)]
    assert max(gaps) < SIGN, "its words and its sign are seen as one"
    wide = button.width()
    button.narrow(True)
    button.resize(button.sizeHint())
    assert button.width() < wide
    assert inked(button)
