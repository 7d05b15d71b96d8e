"""The field one types in: a very wide one keeps its lines short enough to read."""

import pytest
from pytestqt.qtbot import QtBot

from workstation.ui.composer.text_box import WIDEST, TextBox
from workstation.ui.theme.theme import Theme


@pytest.mark.parametrize("width", [500, WIDEST, 1480])
def test_lines_end_where_they_can_still_be_read(qtbot: QtBot, width: int) -> None:
    box = TextBox(Theme("light"))
    qtbot.addWidget(box)
    box.resize(width, 80)
    box.show()
    frame = width - min(width, WIDEST)
    qtbot.waitUntil(lambda: box.viewportMargins().right() == frame, timeout=30_000)
    assert box.viewport().width() <= WIDEST
