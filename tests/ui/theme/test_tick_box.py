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
