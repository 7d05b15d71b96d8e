"""What waits to be sent: seen, sent again, thrown away, and never by accident."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import NOW, ident
from workstation.replica.rows.news import Mood
from workstation.replica.rows.outbox import OutboxRow
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.outbox.outbox_view import OutboxView
from workstation.ui.outbox.outbox_words import deed, reason, standing


def entry(action_id: str, **given: object) -> OutboxRow:
    base: dict[str, object] = {
        "action_id": action_id,
        "kind": "reply",
        "contact_id": ident(1),
        "name": "Anouk Bakker",
        "text": "Hoi Anouk",
        "state": "waiting",
        "made_at": NOW - 60_000,
        "attempts": 0,
        "refusal_code": "",
        "refusal_facts": {},
        "returns_to_composer": True,
        "data": {},
    }
    return OutboxRow(**(base | given))  # type: ignore[arg-type]


REFUSED = entry(
    "b",
    state="refused",
    refusal_code="owned_by_other",
    refusal_facts={"name": "Daan Visser"},
)


@pytest.fixture
def outbox(qtbot: QtBot, window: MainWindow, replica: PretendReplica) -> OutboxView:
    replica.entries = [entry("a"), REFUSED]
    QTest.keyClick(
        window,
        Qt.Key.Key_O,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert window.outbox is not None
    shown = window.outbox
    qtbot.waitUntil(lambda: shown.model.rowCount() == 2)
    return shown


def test_what_was_refused_stands_first_with_its_reason(outbox: OutboxView) -> None:
    assert [each.action_id for each in outbox.model.entries] == ["b", "a"]
    spoken = outbox.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Reply, Anouk Bakker, refused, Daan Visser has taken this contact., Hoi Anouk"


def test_a_refused_one_can_be_sent_again(
    qtbot: QtBot, outbox: OutboxView, replica: PretendReplica
) -> None:
    assert outbox.again.isEnabled()
    outbox.again.click()
    qtbot.waitUntil(lambda: replica.retried == ["b"])
    qtbot.waitUntil(lambda: not outbox.again.isEnabled())


def pressed(outbox: OutboxView, words: str) -> None:
    assert outbox.question is not None
    next(b for b in outbox.question.buttons() if b.text() == words).click()


def test_throwing_away_asks_first(
    qtbot: QtBot, outbox: OutboxView, replica: PretendReplica
) -> None:
    outbox.throw.click()
    pressed(outbox, "Keep")
    qtbot.wait(20)
    assert replica.discarded == []
    outbox.throw.click()
    pressed(outbox, "Throw away")
    qtbot.waitUntil(lambda: replica.discarded == ["b"])
    qtbot.waitUntil(lambda: outbox.model.rowCount() == 1)


def test_trying_again_now_wakes_the_session(
    qtbot: QtBot, desk: PretendDesk, outbox: OutboxView
) -> None:
    outbox.try_now.click()
    qtbot.waitUntil(lambda: desk.session.asked == ["sync"])


def test_an_entry_leads_to_its_contact(
    qtbot: QtBot, window: MainWindow, outbox: OutboxView
) -> None:
    outbox.show_contact.click()
    qtbot.waitUntil(lambda: window.open_id == ident(1))
    assert not outbox.isVisible()


def test_when_all_is_sent_there_is_nothing_to_press(
    qtbot: QtBot, outbox: OutboxView, replica: PretendReplica
) -> None:
    buttons = (outbox.again, outbox.throw, outbox.back, outbox.show_contact)
    assert all(button.isVisible() for button in buttons)
    replica.entries = []
    outbox.model.look()
    qtbot.waitUntil(lambda: not any(button.isVisible() for button in buttons), timeout=30_000)
    assert outbox.try_now.isVisible()


def test_how_much_waits_is_always_in_sight(desk: PretendDesk, window: MainWindow) -> None:
    from PySide6.QtWidgets import QPushButton

    button = window.top_bar.findChild(QPushButton, "waiting to send")
    assert isinstance(button, QPushButton)
    for mood, words in (
        (Mood("online"), "All sent"),
        (Mood("offline", waiting=3), "3 waiting to send"),
        (Mood("online", waiting=3, refused=1), "1 not sent"),
    ):
        desk.context.mood = mood
        desk.context.news.mood_changed.emit(mood)
        assert button.text() == words
        assert button.isVisible()


def test_every_action_has_a_name(desk: PretendDesk) -> None:
    from workstation.actions import ACTIONS

    assert [kind for kind in ACTIONS if deed(kind) == kind] == []


def test_words_of_an_entry(desk: PretendDesk) -> None:
    assert standing(entry("a", state="sending")) == ("sending", "accent")
    assert reason(entry("a", attempts=3), "en") == "Tried 3 times so far."
    assert reason(REFUSED, "nl") == "Daan Visser heeft dit contact genomen."
    assert reason(entry("a"), "en") == ""
