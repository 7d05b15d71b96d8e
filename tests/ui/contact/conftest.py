"""A contact on a screen, with its commands at work, over a replica in memory."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk, pretend_desk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import ME, ident, row
from tests.ui.spoken import thread
from workstation.replica.rows.contact import ContactHead
from workstation.ui.contact.contact_view import ContactView

ANOUK, OTHER = ident(1), ident(2)


class ContactReplica(PretendReplica):
    """Also says what a contact's head holds beyond its row in the list."""

    heads: dict[str, dict[str, Any]]

    def __init__(self) -> None:
        super().__init__([row(number, unread=False) for number in range(1, 6)])
        self.heads = {}

    def contact(self, contact_id: str) -> ContactHead | None:
        head = super().contact(contact_id)
        return head and replace(head, **self.heads.get(contact_id, {}))


class ShownContact:
    def __init__(self, desk: PretendDesk, replica: ContactReplica, qtbot: QtBot) -> None:
        self.desk = desk
        self.context = desk.context
        self.replica = replica
        self.window = QWidget()
        desk.context.commands.install(self.window)
        self.view = ContactView(desk.context)
        layout = QHBoxLayout(self.window)
        layout.addWidget(self.view)
        self._qtbot = qtbot

    def open(self, contact_id: str = ANOUK, message_id: str = "") -> None:
        self.view.open(contact_id, message_id)
        self.view.take_caret()
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(self.desk.settled)
        self._qtbot.waitUntil(self.desk.settled)

    def run(self, command: str) -> None:
        self.context.commands.run(command)
        self.settle()

    @property
    def kinds(self) -> list[str]:
        return [action.kind for action in self.replica.actions]

    def menu(self) -> QMenu:
        """The menu that is open."""
        return next(menu for menu in self.window.findChildren(QMenu) if menu.isVisible())

    def be(self, role: str) -> None:
        """Sign in as somebody of another role."""
        reference = self.context.reference
        self.context.reference = replace(reference, me=replace(ME, role=role))
        self.context.news.reference_changed.emit(self.context.reference)


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[ShownContact]:
    replica = ContactReplica()
    replica.messages[ANOUK] = list(thread(200))
    with pretend_desk(tmp_path, replica) as desk:
        made = ShownContact(desk, replica, qtbot)
        qtbot.addWidget(made.window)
        made.window.resize(900, 900)
        with qtbot.waitActive(made.window):
            made.window.show()
            made.window.activateWindow()
        yield made
        assert desk.errors == []
