"""A page scrolls as far as its words reach, whatever width it had before."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea, QVBoxLayout
from pytestqt.qtbot import QtBot

from workstation.ui.panels.section import Words
from workstation.ui.theme.page import Page


@pytest.fixture
def area(qtbot: QtBot) -> QScrollArea:
    shown = QScrollArea()
    qtbot.addWidget(shown)
    shown.setWidgetResizable(True)
    page = Page()
    column = QVBoxLayout(page)
    for _ in range(6):
        column.addWidget(Words("The tent stands in an hour, also when it rains. " * 6))
    shown.setWidget(page)
    shown.resize(300, 200)
    shown.show()
    return shown


def _fits(area: QScrollArea) -> bool:
    page = area.widget()
    layout = page.layout() if page is not None else None
    assert page is not None
    assert layout is not None
    room = area.viewport().size()
    needed = max(layout.totalHeightForWidth(page.width()), room.height())
    return page.width() == room.width() and page.height() == needed


def test_it_is_as_high_as_its_words(qtbot: QtBot, area: QScrollArea) -> None:
    qtbot.waitUntil(lambda: _fits(area), timeout=30_000)


@pytest.mark.parametrize("size", [QSize(700, 200), QSize(240, 200)])
def test_it_follows_when_there_is_more_room_or_less(
    qtbot: QtBot, area: QScrollArea, size: QSize
) -> None:
    area.resize(size)
    qtbot.waitUntil(lambda: _fits(area), timeout=30_000)
