"""The icons: one that can do nothing is quieter, on light ground and on dark."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from workstation.ui.icons import FADED, icon
from workstation.ui.theme.tokens import DARK, LIGHT, Tokens


def _ink(made: QIcon, mode: QIcon.Mode) -> int:
    """How much there is to be seen of it, at its boldest; of 255."""
    drawn = made.pixmap(QSize(16, 16), 1.0, mode).toImage()
    return max(
        drawn.pixelColor(x, y).alpha() for x in range(drawn.width()) for y in range(drawn.height())
    )


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_an_icon_that_can_do_nothing_is_quieter(qtbot: QtBot, tokens: Tokens) -> None:
    made = icon("more", tokens.muted, tokens.text)
    usual, faded = _ink(made, QIcon.Mode.Normal), _ink(made, QIcon.Mode.Disabled)
    assert faded == pytest.approx(usual * FADED, abs=2)
