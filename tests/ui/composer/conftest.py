"""A composer on a screen, over a replica in memory."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk, pretend_desk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import ident, row
from workstation.ui.composer.composer_view import ComposerView

ANOUK, DAAN = ident(1), ident(2)


class ShownComposer:
    def __init__(self, desk: PretendDesk, qtbot: QtBot) -> None:
        self.desk = desk
        self.replica = desk.replica
        self.view = ComposerView(desk.context)
        self._qtbot = qtbot

    def open(self, contact_id: str, *, reply: bool = True) -> None:
        self.view.open(contact_id)
        self.view.permit(reply=reply, write=True, hint="", placeholder="")
        self.view.text.setFocus()
        self.settle()

    def type(self, text: str) -> None:
        self._qtbot.keyClicks(self.view.text, text)

    def settle(self) -> None:
        self._qtbot.waitUntil(self.desk.settled)

    @property
    def text(self) -> str:
        return self.view.text.toPlainText()


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[ShownComposer]:
    replica = PretendReplica([row(number) for number in (1, 2)])
    with pretend_desk(tmp_path, replica) as desk:
        made = ShownComposer(desk, qtbot)
        qtbot.addWidget(made.view)
        made.view.resize(640, 240)
        with qtbot.waitActive(made.view):
            made.view.show()
            made.view.activateWindow()
        made.open(ANOUK)
        yield made
        assert desk.errors == []
