"""Where the provider cannot be asked to dial, the desk offers this computer's own telephone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk, pretend_desk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import NOW, REFERENCE, ident, row
from workstation.replica.rows.customer import CustomerCard, IdentityRow
from workstation.replica.rows.reference import LineRow
from workstation.ui.calls.own_telephone import call_back

NUMBER = "+31612342210"


class Caller:
    def __init__(self, desk: PretendDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.desk = desk
        self._qtbot = qtbot
        self.opened: list[str] = []
        self.has_telephone = True
        self.asked_provider: list[str] = []
        self.said: list[tuple[str, str]] = []
        desk.context.news.notice.connect(lambda words, tone: self.said.append((words, tone)))
        monkeypatch.setattr(QDesktopServices, "openUrl", self._open)

    def _open(self, url: QUrl) -> bool:
        self.opened.append(url.toString())
        return self.has_telephone

    def line(self, **rules: Any) -> None:
        line = LineRow("phone", "sipgate", "open", "", NOW, rules)
        self.desk.replica.reference_now = replace(REFERENCE, lines={"phone": line})

    def call(self, **given: Any) -> None:
        head = self.desk.replica.contact_now(ident(1))
        assert head is not None
        owner = QObject()
        call_back(self.desk.context, replace(head, **given), self._by_provider, owner)
        self._qtbot.waitUntil(self.desk.settled)

    def _by_provider(self, number: str) -> None:
        self.asked_provider.append(number)


@pytest.fixture
def caller(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Caller]:
    with pretend_desk(tmp_path, PretendReplica([row(1)])) as desk:
        yield Caller(desk, qtbot, monkeypatch)
        assert desk.errors == []


def test_a_provider_that_dials_is_asked(caller: Caller) -> None:
    caller.line(calls=True)
    caller.call(channel="phone", address=NUMBER)
    assert (caller.asked_provider, caller.opened) == ([NUMBER], [])


def test_otherwise_this_computers_telephone_is(caller: Caller) -> None:
    caller.line(calls=False)
    caller.call(channel="phone", address=NUMBER)
    assert (caller.asked_provider, caller.opened) == ([], [f"tel:{NUMBER}"])
    assert caller.said[-1][1] == "ok"


def test_the_number_of_a_customer_who_wrote_is_found(
    caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    caller.line(calls=False)
    known = (
        IdentityRow("email", "a@example.nl", True),
        IdentityRow("whatsapp", "nl.123", True),
        IdentityRow("whatsapp", NUMBER, True),
    )
    card = CustomerCard(ident(1, 4), "A", "", "nl", None, False, "", known, (), ())
    monkeypatch.setattr(caller.desk.replica, "customer", lambda _: card)
    caller.call(channel="email", address="a@example.nl")
    assert caller.opened == [f"tel:{NUMBER}"]


def test_without_a_number_it_is_said(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    caller.line(calls=False)
    monkeypatch.setattr(caller.desk.replica, "customer", lambda _: None)
    caller.call(channel="email", address="a@example.nl")
    assert caller.opened == []
    assert "no telephone number" in caller.said[-1][0]


def test_a_computer_without_a_telephone_says_what_to_dial(caller: Caller) -> None:
    caller.line(calls=False)
    caller.has_telephone = False
    caller.call(channel="phone", address=NUMBER)
    assert NUMBER in caller.said[-1][0]
    assert caller.said[-1][1] == "bad"
