"""What colleagues do at the contact one is writing on is told before anything crosses."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.contact.conftest import ANOUK, OTHER, ShownContact
from tests.ui.pretend.shop import COLLEAGUE, NOW, row
from tests.ui.spoken import said
from workstation.replica.begun import BegunRow
from workstation.replica.rows.news import Changed, Mood
from workstation.replica.rows.outbox import Draft, OutboxRow
from workstation.replica.signals import Signal
from workstation.ui.composer.draft_shown import Mode
from workstation.ui.contact.colleague_card import ColleagueCard
from workstation.ui.contact.contact_view import ContactView
from workstation.ui.contact.done_with import MOST, DoneWith
from workstation.ui.desk_life import profile_settings
from workstation.ui.preferences import Preferences

DAAN = COLLEAGUE.agent_id


def types(shown: ShownContact, text: str, qtbot: QtBot) -> None:
    qtbot.keyClicks(shown.view.composer.text, text)
    shown.settle()


def presses(shown: ShownContact, card: ColleagueCard, name: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(card.buttons[name], Qt.MouseButton.LeftButton)
    shown.settle()


def colleague_answers(shown: ShownContact, number: int, text: str, at: int = NOW) -> None:
    shown.replica.messages[ANOUK].append(
        said(number, text, direction="outbound", author_id=DAAN, author_name=COLLEAGUE.name, at=at)
    )
    shown.replica.tell(Changed(contacts=frozenset({ANOUK}), tables=frozenset({"message"})))
    shown.settle()


def sends(shown: ShownContact, qtbot: QtBot) -> None:
    qtbot.keyClick(shown.view.composer.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    shown.settle()


# ---------------------------------------------------------------- an answer that crosses


def test_a_colleagues_answer_is_told_before_mine_is_sent(shown: ShownContact, qtbot: QtBot) -> None:
    shown.open()
    types(shown, "Could you tell", qtbot)
    card = shown.view.beside_me.answered
    assert card.isHidden()
    colleague_answers(shown, 901, "A new cable is on its way.")
    assert card.said == ("Daan answered while you were writing", "A new cable is on its way.")
    sends(shown, qtbot)
    assert card.said[0] == "Daan has answered already. Send yours too?"
    assert "reply" not in shown.kinds
    assert shown.view.composer.text.toPlainText() == "Could you tell"
    sends(shown, qtbot)
    assert shown.kinds.count("reply") == 1
    assert card.isHidden()


def test_who_has_looked_is_not_asked(shown: ShownContact, qtbot: QtBot) -> None:
    shown.open()
    types(shown, "Could you tell", qtbot)
    card = shown.view.beside_me.answered
    colleague_answers(shown, 901, "A new cable is on its way.")
    presses(shown, card, "look_first", qtbot)
    assert card.isHidden()
    assert shown.view.composer.text.hasFocus()
    sends(shown, qtbot)
    assert shown.kinds.count("reply") == 1


def test_send_anyway_sends(shown: ShownContact, qtbot: QtBot) -> None:
    shown.open()
    types(shown, "Could you tell", qtbot)
    card = shown.view.beside_me.answered
    colleague_answers(shown, 901, "A new cable is on its way.")
    sends(shown, qtbot)
    presses(shown, card, "send_anyway", qtbot)
    assert shown.kinds.count("reply") == 1


def test_a_second_answer_asks_again(shown: ShownContact, qtbot: QtBot) -> None:
    shown.open()
    types(shown, "Could you tell", qtbot)
    card = shown.view.beside_me.answered
    colleague_answers(shown, 901, "One.")
    sends(shown, qtbot)
    colleague_answers(shown, 902, "Two.")
    assert card.said == ("Daan answered while you were writing", "Two.")
    sends(shown, qtbot)
    assert "reply" not in shown.kinds


def test_what_was_answered_before_i_began_is_just_read(shown: ShownContact, qtbot: QtBot) -> None:
    shown.open()
    colleague_answers(shown, 901, "A new cable is on its way.")
    types(shown, "It will be there tomorrow", qtbot)
    card = shown.view.beside_me.answered
    assert card.isHidden()
    sends(shown, qtbot)
    assert shown.kinds.count("reply") == 1


def test_a_draft_of_yesterday_knows_what_was_answered_since(
    shown: ShownContact, qtbot: QtBot
) -> None:
    shown.replica.drafts[ANOUK] = Draft(ANOUK, "Could you tell")
    shown.replica.kept_now[ANOUK] = NOW - 60_000
    colleague_answers(shown, 900, "Long ago.", at=NOW - 90_000)
    colleague_answers(shown, 901, "A new cable is on its way.", at=NOW - 30_000)
    shown.open()
    assert shown.view.beside_me.answered.said[1] == "A new cable is on its way."
    shown.open(OTHER)
    assert shown.view.beside_me.answered.isHidden()


def test_a_note_is_not_held_up(shown: ShownContact, qtbot: QtBot) -> None:
    shown.open()
    shown.run("note")
    types(shown, "He called twice", qtbot)
    colleague_answers(shown, 901, "A new cable is on its way.")
    sends(shown, qtbot)
    assert shown.kinds.count("note") == 1


def test_who_answered_and_has_it_now_is_named(shown: ShownContact, qtbot: QtBot) -> None:
    shown.replica.rows[1] = row(1, owner_id=None)
    shown.open()
    types(shown, "Could you tell", qtbot)
    shown.replica.rows[1] = row(1, owner_id=DAAN)
    colleague_answers(shown, 901, "A new cable is on its way.")
    assert shown.view.beside_me.answered.said == (
        "Daan answered while you were writing, and has this contact now",
        "A new cable is on its way.",
    )
    assert not shown.view.composer.send_button.isEnabled()
    assert shown.view.composer.text.toPlainText() == "Could you tell"


# ---------------------------------------------------------------- what somebody had begun


def begins(shown: ShownContact, text: str, *, at: int = NOW, mode: Mode = "reply") -> None:
    shown.replica.begun_now[ANOUK] = (BegunRow(DAAN, COLLEAGUE.name, mode, text, at),)
    shown.replica.tell(Changed(contacts=frozenset({ANOUK}), tables=frozenset({"shared_draft"})))
    shown.settle()


def test_what_a_colleague_had_begun_can_be_used(shown: ShownContact, qtbot: QtBot) -> None:
    begins(shown, "Good afternoon, could you tell")
    shown.open()
    card = shown.view.beside_me.begun
    assert card.said == ("Daan had begun to write:", "Good afternoon, could you tell")
    presses(shown, card, "use_text", qtbot)
    assert shown.view.composer.text.toPlainText() == "Good afternoon, could you tell"
    assert card.isHidden()
    types(shown, " me", qtbot)
    assert shown.view.composer.text.toPlainText().endswith("tell me")


def test_both_can_be_done_from_the_keyboard(shown: ShownContact, qtbot: QtBot) -> None:
    shown.open()
    begins(shown, "could you tell")
    shown.run("use_begun")
    assert shown.view.composer.text.toPlainText() == "could you tell"
    colleague_answers(shown, 901, "A new cable is on its way.")
    shown.run("look_at_answer")
    assert shown.view.beside_me.answered.isHidden()
    assert shown.view.composer.text.hasFocus()


def test_used_it_goes_below_what_i_have(shown: ShownContact, qtbot: QtBot) -> None:
    shown.open()
    types(shown, "Hello!", qtbot)
    begins(shown, "could you tell")
    presses(shown, shown.view.beside_me.begun, "use_text", qtbot)
    assert shown.view.composer.text.toPlainText() == "Hello!\n\ncould you tell"


def test_a_note_that_was_begun_stays_a_note(shown: ShownContact, qtbot: QtBot) -> None:
    shown.open()
    begins(shown, "He called twice", mode="note")
    card = shown.view.beside_me.begun
    assert card.said[0] == "Daan had begun to write a note:"
    presses(shown, card, "use_text", qtbot)
    assert shown.view.composer.mode == "note"


def test_what_was_dismissed_stays_away_until_they_write_on(
    shown: ShownContact, qtbot: QtBot
) -> None:
    shown.open()
    begins(shown, "Good afternoon")
    card = shown.view.beside_me.begun
    presses(shown, card, "dismiss_text", qtbot)
    shown.open(OTHER)
    shown.open(ANOUK)
    assert card.isHidden()
    begins(shown, "Good afternoon, could", at=NOW + 5_000)
    assert card.said[1] == "Good afternoon, could"


def test_what_was_dismissed_stays_away_after_the_desk_was_closed(
    shown: ShownContact, qtbot: QtBot
) -> None:
    shown.open()
    begins(shown, "Good afternoon")
    presses(shown, shown.view.beside_me.begun, "dismiss_text", qtbot)
    shown.context.preferences = Preferences(profile_settings(shown.context.profile))
    again = ContactView(shown.context)
    qtbot.addWidget(again)
    again.show()
    again.open(ANOUK)
    shown.settle()
    assert again.head is not None
    assert again.beside_me.begun.isHidden()
    begins(shown, "Good afternoon, could", at=NOW + 5_000)
    assert again.beside_me.begun.said[1] == "Good afternoon, could"
    again.settle()


def test_only_the_newest_that_were_dismissed_are_remembered(qtbot: QtBot) -> None:
    done = DoneWith(Preferences())
    drafts = [BegunRow(DAAN, COLLEAGUE.name, "reply", f"{n}", NOW + n) for n in range(MOST + 1)]
    for draft in drafts:
        done.put(ANOUK, draft)
    assert not done.has(ANOUK, drafts[0])
    assert all(done.has(ANOUK, draft) for draft in drafts[1:])
    assert not done.has(OTHER, drafts[-1])


def test_while_they_type_or_have_the_contact_it_is_theirs(shown: ShownContact) -> None:
    shown.open()
    begins(shown, "Good afternoon")
    card = shown.view.beside_me.begun
    shown.context.typing.hear(Signal(ANOUK, DAAN, "typing", 0))
    assert card.isHidden()
    shown.context.typing.hear(Signal(ANOUK, DAAN, "gone", 0))
    assert card.isVisible()
    shown.replica.change(1, owner_id=DAAN)
    shown.settle()
    assert card.isHidden()
    shown.replica.change(1, owner_id=None)
    shown.settle()
    assert card.isVisible()


def test_hostile_text_is_shown_as_text(shown: ShownContact) -> None:
    shown.open()
    begins(shown, "<b>gpj.\u202eexe</b>\x07 " + "long " * 200)
    card = shown.view.beside_me.begun
    assert card.said[1].startswith("<b>gpj.")
    assert "\u202e" not in card.said[1]
    assert len(card.said[1]) <= 280
    card.grab()


# ---------------------------------------------------------------- taking it first


def claim_that_lost(contact_id: str) -> OutboxRow:
    return OutboxRow(
        action_id="a-1",
        kind="claim",
        contact_id=contact_id,
        name="Anouk",
        text="",
        state="refused",
        made_at=NOW,
        attempts=1,
        refusal_code="owned_by_other",
        refusal_facts={"name": COLLEAGUE.name},
        returns_to_composer=False,
        data={},
    )


def test_who_took_it_first_is_said_where_i_look(shown: ShownContact) -> None:
    shown.open()
    shown.replica.entries = [claim_that_lost(ANOUK)]
    shown.desk.become(Mood("online", refused=1))
    shown.settle()
    assert shown.view.band.text == "Daan Visser was just before you and has this contact."
    assert shown.replica.discarded == ["a-1"]


def test_elsewhere_it_is_a_notice(shown: ShownContact) -> None:
    notices: list[tuple[str, str]] = []
    shown.context.news.notice.connect(lambda words, tone: notices.append((words, tone)))
    shown.open()
    shown.replica.entries = [claim_that_lost(OTHER)]
    shown.desk.become(Mood("online", refused=1))
    shown.settle()
    assert notices == [("Daan Visser was just before you and has Anouk.", "warn")]
