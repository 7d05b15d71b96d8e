"""A box to tick is seen while it is empty, on a light ground and on a dark one, and says when it
has the keyboard."""

from typing import Literal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workstation.ui.theme.theme import Theme
from workstation.ui.theme.tick_box import RoundBox, TickBox


def brightness(colour: QColor) -> float:
    """Relative luminance, from 0 to 1 (WCAG 2.2)."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


def strongest(image: QImage, ground: QColor) -> float:
    """How far what is drawn stands out, at most."""
    middle = image.height() // 2
    return max(contrast(image.pixelColor(x, middle), ground) for x in range(24))


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("kind", [TickBox, RoundBox])
def test_it_is_seen_empty_and_ticked(
    qtbot: QtBot, look: Literal["light", "dark"], kind: type[TickBox] | type[RoundBox]
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme = Theme(look)
    theme.dress(app)
    window = QWidget()
    qtbot.addWidget(window)
    window.setProperty("look", "surface")
    window.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    box: QAbstractButton = kind(theme, "Open to customers", window)
    QVBoxLayout(window).addWidget(box)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.setFocus()
    ground = QColor(theme.color("surface"))
    assert strongest(box.grab().toImage(), ground) >= 3
    assert min(box.width(), box.height()) >= 24
    empty = box.grab().toImage()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert box.isChecked(), "its words are pressed too"
    assert box.grab().toImage() != empty
    window.setFocus()
    without = box.grab().toImage()
    box.setFocus(Qt.FocusReason.TabFocusReason)
    assert box.grab().toImage() != without


def inked(image: QImage, ground: QColor) -> list[int]:
    """The columns in which something is drawn."""
    middle = image.height() // 2
    return [x for x in range(image.width()) if image.pixelColor(x, middle) != ground]


def test_it_stands_in_line_with_what_is_above_and_below(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme = Theme("light")
    theme.dress(app)
    window = QWidget()
    qtbot.addWidget(window)
    window.setProperty("look", "surface")
    window.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(window)
    worded, alone = TickBox(theme, "Open to customers"), TickBox(theme)
    for box in (worded, alone):
        column.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
    window.show()
    ground = QColor(theme.color("surface"))
    assert inked(worded.grab().toImage(), ground)[0] == 0
    assert inked(alone.grab().toImage(), ground)[-1] == alone.width() - 1
