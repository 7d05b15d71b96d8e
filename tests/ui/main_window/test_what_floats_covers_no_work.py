"""What floats in the window for a while lies over nothing that one works with, however narrow it
is: notices, the card of who rings, and what can be undone."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import MINE, NOW, ident
from workstation.models.call import CallState
from workstation.replica.rows.contact import CallRow
from workstation.replica.rows.news import Changed
from workstation.ui.main_window.main_window import MainWindow

LONG = "The customer's picture could not be saved, because the folder that was chosen is full."


def place(window: MainWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def floating(window: MainWindow, name: str) -> QWidget:
    found = window.findChild(QWidget, name, Qt.FindChildOption.FindDirectChildrenOnly)
    assert isinstance(found, QWidget)
    return found


def ring(desk: PretendDesk, replica: PretendReplica, state: CallState = "ringing") -> None:
    replica.calls_now = (
        CallRow(
            call_id=ident(7, 40), contact_id=ident(7), inbound=True, number="+31612342210",
            state=state, outcome="", agent_id=None if state == "ringing" else MINE,
            started_at=NOW - 12_000, answered_at=None, held_since=None, held_ms=0, ended_at=None,
            wished="", failure="", name="Anouk Bakker", provisional=False,
        ),
    )  # fmt: skip
    desk.context.news.changed.emit(Changed(tables=frozenset({"phone_call"})))


@pytest.fixture(params=[(1024, 640), (1280, 800), (1920, 1080)], ids=str)
def opened(
    request: pytest.FixtureRequest, qtbot: QtBot, window: MainWindow, desk: PretendDesk
) -> MainWindow:
    window.resize(*request.param)
    window.open_contact(ident(1))
    contact = window.area.contact
    assert contact is not None
    qtbot.waitUntil(lambda: contact.head is not None and contact.transcript.isVisible())
    qtbot.waitUntil(lambda: (window.width(), window.height()) == request.param)
    return window


def worked_with(window: MainWindow) -> dict[str, QRect]:
    contact, panel = window.area.contact, window.area.panel
    assert contact is not None
    assert panel is not None
    parts: dict[str, QWidget] = {
        "composer": contact.composer, "wrap-up": contact.wrapup, "head": contact.header,
        "lists": window.sidebar, "inbox": window.inbox, "bar": window.top_bar,
    }  # fmt: skip
    if panel.isVisible():
        parts["panel"] = panel
    if window.calls is not None and window.calls.isVisible():
        parts["calls"] = window.calls
    return {name: place(window, part) for name, part in parts.items()}


@pytest.mark.parametrize("words", ["Saved.", LONG])
def test_a_notice_covers_nothing(
    opened: MainWindow, desk: PretendDesk, replica: PretendReplica, qtbot: QtBot, words: str
) -> None:
    ring(desk, replica, "talking")
    qtbot.waitUntil(lambda: opened.calls is not None and opened.calls.isVisible(), timeout=30_000)
    desk.context.news.notice.emit(words, "quiet")
    notice = floating(opened, "notice")
    assert notice.isVisible()
    for name, part in worked_with(opened).items():
        assert not place(opened, notice).intersects(part), name


def test_who_rings_a_notice_and_what_can_be_undone_stand_clear(
    opened: MainWindow, desk: PretendDesk, replica: PretendReplica, qtbot: QtBot
) -> None:
    ring(desk, replica)
    card = floating(opened, "ring_card")
    qtbot.waitUntil(card.isVisible, timeout=30_000)
    before = place(opened, card)
    desk.context.news.notice.emit(LONG, "quiet")
    desk.context.undoing.offer("Sent.", lambda: None, seconds=60)
    shown = [place(opened, floating(opened, name)) for name in ("ring_card", "notice", "undo")]
    assert shown[0] == before, "the card moved from under the mouse"
    for number, one in enumerate(shown):
        assert opened.rect().contains(one)
        assert not any(one.intersects(other) for other in shown[number + 1 :])
        for name, part in worked_with(opened).items():
            assert not one.intersects(part), name


def test_what_can_be_undone_stands_clear_of_what_is_offered_below_what_was_said(
    opened: MainWindow, desk: PretendDesk, qtbot: QtBot
) -> None:
    contact = opened.area.contact
    assert contact is not None
    contact.beside_me.begun.say("Daan", "Daan had begun to write:", "Good afternoon, could you")
    desk.context.undoing.offer("Sent.", lambda: None, seconds=60)
    undo, card = floating(opened, "undo"), contact.beside_me.begun
    qtbot.waitUntil(card.isVisible, timeout=30_000)
    qtbot.waitUntil(lambda: not place(opened, undo).intersects(place(opened, card)), timeout=30_000)
    assert place(opened, contact.transcript).contains(place(opened, undo))


def test_a_notice_follows_what_it_stands_over(
    opened: MainWindow, desk: PretendDesk, qtbot: QtBot
) -> None:
    desk.context.news.notice.emit(LONG, "bad")
    notice = floating(opened, "notice")
    opened.resize(1600, 900)
    contact = opened.area.contact
    assert contact is not None
    qtbot.waitUntil(
        lambda: place(opened, contact.transcript).contains(place(opened, notice)), timeout=30_000
    )


def test_with_the_panel_alone_it_stands_at_its_foot_over_what_can_be_undone(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk
) -> None:
    window.resize(1280, 800)
    window.open_contact(ident(1))
    qtbot.waitUntil(lambda: window.width() == 1280)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    panel = window.area.panel
    assert panel is not None
    qtbot.waitUntil(panel.isVisible)
    desk.context.undoing.offer("Sent.", lambda: None, seconds=60)
    desk.context.news.notice.emit("Copied.", "quiet")
    notice, undo = (
        place(window, floating(window, "notice")),
        place(window, floating(window, "undo")),
    )
    assert not notice.intersects(undo)
    assert notice.top() > place(window, panel).center().y()


def test_before_any_contact_is_open_it_covers_no_row(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk
) -> None:
    desk.context.news.notice.emit(LONG, "quiet")
    notice = place(window, floating(window, "notice"))
    assert window.rect().contains(notice)
    assert not notice.intersects(place(window, window.inbox))
