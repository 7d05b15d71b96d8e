"""Who types is seen while they type, and no longer: in the list, below the messages, by others."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.contact.conftest import ANOUK, OTHER, ShownContact
from tests.ui.desks import pretend_desk
from tests.ui.pretend_replica import COLLEAGUE, PretendReplica, row
from tests.ui.spoken import said
from workstation.replica.rows import Changed
from workstation.replica.signals import Signal
from workstation.ui.composer.says_typing import SaysTyping
from workstation.ui.inbox.inbox_words import last_words, spoken
from workstation.ui.typing_now import TypingNow
from workstation.wire.signals import CUSTOMER


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def typing(contact_id: str = ANOUK, who: str = CUSTOMER) -> Signal:
    return Signal(contact_id, who, "typing", 0)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def now(qapp: object, clock: Clock) -> TypingNow:
    return TypingNow(clock=clock)


def test_it_fades_unless_it_is_said_again(now: TypingNow, clock: Clock) -> None:
    heard: list[str] = []
    now.changed.connect(heard.append)
    now.hear(typing())
    clock.now += 5
    now.hear(typing())
    clock.now += 5
    now.fade()
    assert now.customer(ANOUK)
    clock.now += 2
    now.fade()
    assert not now.customer(ANOUK)
    assert heard == [ANOUK, ANOUK]


def test_gone_is_at_once_and_each_is_on_their_own(now: TypingNow) -> None:
    now.hear(typing())
    now.hear(typing(who=COLLEAGUE.agent_id))
    now.hear(typing(OTHER))
    now.hear(Signal(ANOUK, CUSTOMER, "gone", 0))
    now.hear(Signal(ANOUK, CUSTOMER, "looking", 0))
    assert now.who(ANOUK) == (COLLEAGUE.agent_id,)
    assert now.customer(OTHER)


def test_the_list_says_it_in_place_of_the_last_words(tmp_path: Path, qapp: object) -> None:
    one = row(1)
    with pretend_desk(tmp_path, PretendReplica([one]), language="nl") as desk:
        desk.context.typing.hear(typing(one.contact_id))
        assert last_words(desk.context, one) == "typt…"
        assert "typt…" in spoken(desk.context, one)
        desk.context.typing.hear(Signal(one.contact_id, CUSTOMER, "gone", 0))
        assert last_words(desk.context, one) == one.last_text


def test_it_stands_below_the_messages_until_the_message_is_there(
    shown: ShownContact, qtbot: QtBot
) -> None:
    shown.open()
    view = shown.view.transcript
    high, bar = view.stack.total, view.verticalScrollBar()
    shown.context.typing.hear(typing())
    assert view._typing == "Customer 1 is typing…"
    assert view.stack.total > high
    assert bar.value() == bar.maximum()
    view.grab()
    shown.replica.messages[ANOUK].append(said(201, "here it is"))
    shown.replica.tell(Changed(contacts=frozenset({ANOUK})))
    qtbot.waitUntil(lambda: view._typing == "")


def test_a_colleague_who_types_is_named(shown: ShownContact) -> None:
    shown.open()
    shown.context.typing.hear(typing(who=COLLEAGUE.agent_id))
    assert shown.view.transcript._typing == f"{COLLEAGUE.name} is typing…"
    shown.context.typing.hear(typing())
    assert "are typing…" in shown.view.transcript._typing
    shown.open(OTHER)
    assert shown.view.transcript._typing == ""


def test_others_see_that_i_type_a_reply(shown: ShownContact, clock: Clock) -> None:
    shown.open()
    saying = shown.view.composer.findChild(SaysTyping)
    assert saying is not None
    saying._clock = clock
    asked = shown.desk.session.asked
    shown.view.composer.insert("h")
    shown.settle()
    shown.view.composer.insert("o")
    shown.settle()
    assert asked == [f"typing {ANOUK}"]
    clock.now += 3
    shown.view.composer.insert("i")
    shown.settle()
    shown.open(OTHER)
    assert asked == [f"typing {ANOUK}"] * 2 + [f"gone {ANOUK}"]


def test_what_is_emptied_or_sent_is_no_longer_typed(shown: ShownContact) -> None:
    shown.open()
    asked = shown.desk.session.asked
    shown.view.composer.insert("hello")
    shown.settle()
    shown.view.composer.text.clear()
    shown.settle()
    shown.view.composer.insert("hello")
    shown.settle()
    shown.run("send")
    assert asked == [f"typing {ANOUK}", f"gone {ANOUK}"] * 2


def test_a_note_and_a_draft_are_nobodys_business(shown: ShownContact) -> None:
    shown.open()
    shown.run("note")
    shown.view.composer.insert("between us")
    shown.settle()
    shown.open(OTHER)
    shown.open(ANOUK)
    assert shown.desk.session.asked == []
