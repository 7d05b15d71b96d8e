"""Who types is seen while they type, and no longer: in the list, below the messages, by others; and
who looks is seen while they look."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.contact.conftest import ANOUK, OTHER, ShownContact
from tests.ui.desks import pretend_desk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import COLLEAGUE, row
from tests.ui.spoken import said
from workstation.replica.rows.news import Changed, Mood
from workstation.replica.signals import Signal
from workstation.ui.contact.faces import Faces
from workstation.ui.inbox.inbox_words import last_words, spoken
from workstation.ui.typing_now import TypingNow
from workstation.wire.signals import CUSTOMER, LOOKING_EVERY, LOOKING_FADES


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


def looking(contact_id: str = ANOUK, who: str = COLLEAGUE.agent_id) -> Signal:
    return Signal(contact_id, who, "looking", 0)


def faces(shown: ShownContact) -> Faces:
    found = shown.view.header.findChild(Faces)
    assert found is not None
    return found


def test_who_looks_is_known_until_they_leave_or_fall_silent(now: TypingNow, clock: Clock) -> None:
    daan = COLLEAGUE.agent_id
    heard: list[str] = []
    now.changed.connect(heard.append)
    now.hear(looking())
    assert (now.looking(ANOUK), now.who(ANOUK)) == ((daan,), ())
    now.hear(typing(who=daan))
    assert (now.looking(ANOUK), now.who(ANOUK)) == ((daan,), (daan,))
    now.hear(looking())
    assert (now.looking(ANOUK), now.who(ANOUK)) == ((daan,), ())
    assert heard == [ANOUK] * 3
    clock.now += LOOKING_FADES / 1000 - 1
    now.fade()
    assert now.looking(ANOUK) == (daan,)
    clock.now += 2
    now.fade()
    assert now.looking(ANOUK) == ()
    now.hear(looking())
    now.hear(Signal(ANOUK, daan, "gone", 0))
    assert now.looking(ANOUK) == ()


def test_the_face_of_a_colleague_is_in_the_head_while_they_look(shown: ShownContact) -> None:
    shown.open()
    assert faces(shown).isHidden()
    shown.context.typing.hear(looking())
    assert faces(shown).isVisible()
    assert faces(shown).accessibleName() == f"{COLLEAGUE.name} has this open too"
    shown.context.typing.hear(typing(who=COLLEAGUE.agent_id))
    assert faces(shown).accessibleName() == f"{COLLEAGUE.name} is typing a reply here"
    shown.view.header.grab()
    shown.open(OTHER)
    assert faces(shown).isHidden()
    shown.open()
    assert faces(shown).isVisible()
    shown.context.typing.hear(Signal(ANOUK, COLLEAGUE.agent_id, "gone", 0))
    assert faces(shown).isHidden()


def test_others_see_that_i_look_and_that_i_type_a_reply(shown: ShownContact, clock: Clock) -> None:
    telling, asked = shown.view.telling, shown.desk.session.asked
    telling._clock = clock
    shown.open()
    assert asked == [f"looking {ANOUK}"]
    shown.view.composer.insert("h")
    shown.settle()
    shown.view.composer.insert("o")
    shown.settle()
    assert asked[1:] == [f"typing {ANOUK}"]
    clock.now += 3
    shown.view.composer.insert("i")
    shown.settle()
    shown.open(OTHER)
    assert asked[2:] == [f"typing {ANOUK}", f"gone {ANOUK}", f"looking {OTHER}"]
    shown.view.close_contact()
    shown.settle()
    assert asked[5:] == [f"gone {OTHER}"]


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
    shown.settle()
    there, types = f"looking {ANOUK}", f"typing {ANOUK}"
    assert asked == [there, types, there, types, there]


def test_a_note_and_a_draft_are_nobodys_business(shown: ShownContact) -> None:
    shown.open()
    shown.run("note")
    shown.view.composer.insert("between us")
    shown.settle()
    shown.open(OTHER)
    shown.open(ANOUK)
    assert not [said for said in shown.desk.session.asked if said.startswith("typing")]


def test_a_colleague_who_comes_is_told_that_i_am_there(shown: ShownContact) -> None:
    shown.open()
    asked = shown.desk.session.asked
    shown.context.typing.hear(looking(OTHER))
    shown.settle()
    assert asked == [f"looking {ANOUK}"]
    shown.context.typing.hear(looking())
    shown.context.typing.hear(looking())
    shown.settle()
    assert asked == [f"looking {ANOUK}"] * 2


def test_without_a_line_nothing_is_said_until_it_is_back(shown: ShownContact) -> None:
    shown.desk.become(Mood("offline"))
    shown.open()
    shown.view.composer.insert("hello")
    shown.settle()
    assert shown.desk.session.asked == []
    shown.desk.become(Mood("online"))
    shown.settle()
    assert shown.desk.session.asked == [f"looking {ANOUK}"]


def test_it_is_repeated_now_and_then_and_half_as_often_where_it_costs(shown: ShownContact) -> None:
    shown.open()
    again = shown.view.telling._again
    assert (again.isActive(), again.interval()) == (True, LOOKING_EVERY)
    again.timeout.emit()
    shown.settle()
    assert shown.desk.session.asked == [f"looking {ANOUK}"] * 2
    shown.desk.become(Mood("slow", detail="metered"))
    shown.open(OTHER)
    assert again.interval() == 2 * LOOKING_EVERY < LOOKING_FADES
    shown.view.close_contact()
    assert not again.isActive()


def test_somebody_who_minimises_the_window_does_not_look(shown: ShownContact) -> None:
    shown.open()
    asked = shown.desk.session.asked
    shown.window.showMinimized()
    shown.settle()
    assert asked == [f"looking {ANOUK}", f"gone {ANOUK}"]
    shown.window.showNormal()
    shown.settle()
    assert asked[2:] == [f"looking {ANOUK}"]


def test_history_is_nobodys_work(shown: ShownContact) -> None:
    shown.replica.heads[ANOUK] = {"guest": True}
    shown.open()
    assert shown.desk.session.asked == []
