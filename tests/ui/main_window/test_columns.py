"""How a window shares its width: more to read on a large screen, and as somebody dragged it."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.shop import ident
from workstation.ui.main_window.columns import Columns, inbox_share, panel_share, sidebar_share
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.theme.tokens import (
    INBOX,
    INBOX_WIDE,
    PANEL,
    PANEL_WIDE,
    SIDEBAR,
    SIDEBAR_WIDE,
)


@pytest.mark.parametrize(
    ("window", "sidebar", "inbox", "panel"),
    [
        (1280, SIDEBAR, INBOX, PANEL),
        (1600, SIDEBAR, INBOX, PANEL),
        (1750, (SIDEBAR + SIDEBAR_WIDE) // 2, (INBOX + INBOX_WIDE) // 2, (PANEL + PANEL_WIDE) // 2),
        (1920, SIDEBAR_WIDE, INBOX_WIDE, PANEL_WIDE),
        (3840, SIDEBAR_WIDE, INBOX_WIDE, PANEL_WIDE),
    ],
)
def test_a_wide_window_shows_longer_lines(
    window: int, sidebar: int, inbox: int, panel: int
) -> None:
    assert (sidebar_share(window), inbox_share(window), panel_share(window)) == (
        sidebar,
        inbox,
        panel,
    )


def test_the_parts_have_their_share(qtbot: QtBot, window: MainWindow) -> None:
    window.open_contact(ident(1))
    qtbot.waitUntil(lambda: window.area.panel is not None, timeout=30_000)
    panel = window.area.panel
    assert panel is not None

    def widths() -> tuple[int, int, int]:
        return window.sidebar.width(), window.inbox.width(), panel.width()

    window.resize(1920, 1000)
    qtbot.waitUntil(lambda: widths() == (SIDEBAR_WIDE, INBOX_WIDE, PANEL_WIDE), timeout=30_000)
    window.resize(1600, 1000)
    qtbot.waitUntil(lambda: widths() == (SIDEBAR, INBOX, PANEL), timeout=30_000)


def test_what_somebody_dragged_stays(qtbot: QtBot, desk: PretendDesk, window: MainWindow) -> None:
    window.resize(1600, 1000)
    columns = window.findChild(Columns)
    assert columns is not None
    qtbot.waitUntil(lambda: window.inbox.width() == INBOX, timeout=30_000)
    columns.moveSplitter(430, 1)
    window.resize(1920, 1000)
    qtbot.waitUntil(lambda: columns.width() == 1920 - SIDEBAR_WIDE - 1, timeout=30_000)
    assert window.inbox.width() == 430
    window.close()
    again = MainWindow(desk.context, desk.settings)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: again.inbox.width() == 430, timeout=30_000)
