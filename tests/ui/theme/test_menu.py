"""The signs of a menu: what is ticked, and what opens another menu."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workstation.ui.theme.menu import Menu
from workstation.ui.theme.theme import Theme


def painted(image: QImage, room: QRect) -> bool:
    """Whether a part of a picture is not of one colour."""
    part = image.copy(room)
    ground = part.pixelColor(0, part.height() // 2)
    every = ((x, y) for x in range(part.width()) for y in range(part.height()))
    return any(part.pixelColor(x, y) != ground for x, y in every)


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_what_is_ticked_and_what_opens_more_is_seen_beside_its_words(
    qtbot: QtBot, qapp: QApplication, direction: Qt.LayoutDirection
) -> None:
    Theme("light").dress(qapp)
    menu = Menu()
    qtbot.addWidget(menu)
    menu.setLayoutDirection(direction)
    ticked, empty = menu.addAction("Available"), menu.addAction("Busy")
    for action in (ticked, empty):
        action.setCheckable(True)
    ticked.setChecked(True)
    deeper = menu.within("Lunch").menuAction()
    menu.ensurePolished()
    menu.resize(menu.sizeHint())
    image = menu.grab().toImage()
    from_left = direction == Qt.LayoutDirection.LeftToRight

    def begin_and_end(room: QRect) -> tuple[QRect, QRect]:
        left = QRect(room.left() + 4, room.top() + 2, 20, room.height() - 4)
        right = QRect(room.right() - 23, room.top() + 2, 20, room.height() - 4)
        return (left, right) if from_left else (right, left)

    for action, tick, arrow in (
        (ticked, True, False),
        (empty, False, False),
        (deeper, False, True),
    ):
        begin, end = begin_and_end(menu.actionGeometry(action))
        assert (painted(image, begin), painted(image, end)) == (tick, arrow)
