"""A contact opens with the caret in the composer, follows what changes, and says what it cannot."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.contact.conftest import ANOUK, OTHER, ShownContact
from tests.ui.pretend.shop import DAAN, ident
from tests.ui.spoken import ours, said
from workstation.actions import Refused
from workstation.replica.rows.news import Changed
from workstation.replica.rows.outbox import Draft


def test_at_first_nothing_is_open(shown: ShownContact) -> None:
    assert shown.view.contact_id is None
    assert shown.view._empty.isVisible()
    assert not shown.view.composer.isVisible()


def test_a_contact_opens_with_the_caret_in_the_composer(shown: ShownContact) -> None:
    shown.open()
    assert shown.view.header.isVisible()
    assert shown.view.composer.text.hasFocus()
    assert shown.view.messages.messages[-1].message_id == ident(200, 8)
    assert len(shown.view.messages.messages) == 60


def test_scrolling_up_reads_on_until_the_beginning(shown: ShownContact, qtbot: QtBot) -> None:
    shown.open()
    bar = shown.view.transcript.verticalScrollBar()
    for _ in range(12):
        bar.setValue(0)
        shown.settle()
    assert len(shown.view.messages.messages) == 200
    assert shown.view.messages.messages[0].message_id == ident(1, 8)


def test_a_message_far_back_is_found_and_shown(shown: ShownContact) -> None:
    shown.open(ANOUK, ident(5, 8))
    row = shown.view.messages.row_of(ident(5, 8))
    assert row is not None
    rect = shown.view.transcript.visualRect(shown.view.messages.index(row))
    assert 0 <= rect.top() < shown.view.transcript.viewport().height()
    assert shown.view.transcript.hasFocus()


def test_a_message_that_comes_in_appears(shown: ShownContact) -> None:
    shown.open()
    shown.replica.messages[ANOUK].append(said(201, "Are you there?"))
    shown.replica.tell(Changed(contacts=frozenset({ANOUK})))
    shown.settle()
    assert shown.view.messages.messages[-1].text == "Are you there?"


def test_news_about_others_is_no_news(shown: ShownContact) -> None:
    shown.open()
    shown.replica.messages[ANOUK].append(said(201, "unseen"))
    shown.replica.tell(Changed(contacts=frozenset({OTHER})))
    shown.settle()
    assert shown.view.messages.messages[-1].text != "unseen"


def test_a_contact_that_is_gone_says_so(shown: ShownContact) -> None:
    shown.open()
    shown.replica.remove(1)
    shown.settle()
    assert shown.view.contact_id is None
    assert "no longer" in shown.view._empty.title


def test_looking_at_a_contact_marks_it_read(shown: ShownContact, qtbot: QtBot) -> None:
    shown.replica.change(1, unread=True)
    shown.open()
    qtbot.waitUntil(lambda: "mark_read" in shown.kinds, timeout=10_000)


def test_glancing_at_a_colleagues_contact_does_not(shown: ShownContact, qtbot: QtBot) -> None:
    shown.replica.change(1, unread=True, owner_id=DAAN)
    shown.open()
    shown.view._mark_read()
    shown.settle()
    assert shown.kinds == []


def test_a_colleagues_contact_takes_notes_only(shown: ShownContact, qtbot: QtBot) -> None:
    shown.replica.change(1, owner_id=DAAN)
    shown.open()
    hint = shown.view.composer.hint
    assert "Daan Visser has this contact" in hint.text()
    hint.resize(80, hint.height())
    assert hint.shown().endswith("…")
    assert hint.toolTip()
    assert shown.view.composer.mode == "note"
    assert not shown.view.composer.reply_tab.isEnabled()
    assert not shown.view.wrapup.isVisible()
    qtbot.keyClicks(shown.view.composer.text, "Seen")
    qtbot.keyClick(shown.view.composer.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    shown.settle()
    assert shown.kinds == ["note"]


def test_history_is_to_read_only(shown: ShownContact) -> None:
    shown.replica.heads[ANOUK] = {"guest": True}
    shown.open()
    assert not shown.view.composer.isVisible()
    assert not shown.view.wrapup.isVisible()
    assert "history" in shown.view.band.text
    shown.open(OTHER)
    assert shown.view.composer.isVisible()
    assert shown.view.band.text == ""


def test_a_done_contact_is_reopened_before_a_reply(shown: ShownContact, qtbot: QtBot) -> None:
    shown.replica.change(1, state="done")
    shown.open()
    assert not shown.view.composer.reply_tab.isEnabled()
    qtbot.mouseClick(shown.view.header.buttons["reopen"], Qt.MouseButton.LeftButton)
    shown.settle()
    assert shown.kinds == ["reopen"]
    assert shown.view.composer.reply_tab.isEnabled()
    assert shown.view.composer.reply_tab.isChecked()


def test_a_refused_reply_returns_to_its_composer(shown: ShownContact, qtbot: QtBot) -> None:
    shown.open()
    shown.replica.drafts[ANOUK] = Draft(
        ANOUK, "Came too late", reason='owned_by_other\n{"name": "Daan Visser"}\n1'
    )
    shown.replica.tell(Changed(contacts=frozenset({ANOUK})))
    shown.settle()
    assert shown.view.composer.text.toPlainText() == "Came too late"
    assert "Daan Visser has taken this contact" in shown.view.composer.band.text


def test_what_is_refused_at_once_is_said_where_it_happened(
    shown: ShownContact, qtbot: QtBot
) -> None:
    shown.replica.change(1, owner_id=None)
    shown.open()
    shown.replica.error = Refused("owned_by_other", name="Daan Visser")
    qtbot.mouseClick(shown.view.header.buttons["claim"], Qt.MouseButton.LeftButton)
    shown.settle()
    assert "Daan Visser has taken this contact" in shown.view.band.text
    shown.view.band._close.click()
    assert shown.view.band.text == ""


def test_a_failed_message_is_sent_again(shown: ShownContact) -> None:
    failed = ours(201, "hello", delivery="failed")
    shown.replica.messages[ANOUK].append(failed)
    shown.open()
    shown.view._wishes.retry(failed)
    shown.settle()
    (action,) = shown.replica.actions
    assert action.kind == "retry_delivery"
    assert getattr(action, "message_id", "") == failed.message_id


def test_typing_over_the_transcript_lands_in_the_composer(
    shown: ShownContact, qtbot: QtBot
) -> None:
    shown.open()
    shown.view.transcript.setFocus()
    qtbot.keyClick(shown.view.transcript, "h")
    assert shown.view.composer.text.toPlainText() == "h"
    assert shown.view.composer.text.hasFocus()


def test_a_name_that_changes_is_said_anew(shown: ShownContact) -> None:
    shown.open()
    teams = tuple(
        replace(team, name_en=team.name_en.upper()) for team in shown.context.reference.teams
    )
    shown.context.reference = replace(shown.context.reference, teams=teams)
    shown.context.news.reference_changed.emit(shown.context.reference)
    shown.settle()
    shown.run("transfer")
    assert "WASHING MACHINES" in [action.text() for action in shown.menu().actions()]


def test_who_one_is_counts_before_any_contact_is_open(shown: ShownContact) -> None:
    shown.be("admin")
    me = shown.context.commands.situation.me
    assert me is not None
    assert me.role == "admin"
