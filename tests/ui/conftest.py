"""A desk over a replica in memory, and its window, for tests that touch the screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk, pretend_desk
from tests.ui.pretend_replica import PretendReplica, row
from workstation.ui.main_window.main_window import MainWindow


@pytest.fixture
def replica() -> PretendReplica:
    return PretendReplica([row(number) for number in range(1, 61)])


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, replica: PretendReplica) -> Iterator[PretendDesk]:
    with pretend_desk(tmp_path, replica) as made:
        yield made
        assert made.errors == []


@pytest.fixture
def window(qtbot: QtBot, desk: PretendDesk) -> MainWindow:
    """The whole window, shown, with its list painted and the contact's place furnished."""
    made = MainWindow(desk.context, desk.settings)
    qtbot.addWidget(made)
    made.resize(1600, 1000)
    with qtbot.waitSignal(made.painted):
        made.show()
    qtbot.waitUntil(lambda: made.area.contact is not None and desk.settled())
    return made
