"""The bell of a call is heard when this person may be disturbed, like every other sound; who calls
is shown in any case."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import NOW, ident
from workstation.replica.rows.contact import CallRow
from workstation.replica.rows.news import Changed
from workstation.ui.calls.ringing import Ringing
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.notify.kinds import QUIET, RING, VOLUME
from workstation.ui.notify.telling import Around, rings

AROUND = Around(presence="available", quiet=False, system_quiet=False, looking_at="")
CALL = CallRow(
    call_id=ident(7, 40), contact_id=ident(7), inbound=True, number="+31612342210",
    state="ringing", outcome="", agent_id=None, started_at=NOW - 12_000, answered_at=None,
    held_since=None, held_ms=0, ended_at=None, wished="", failure="", name="Anouk Bakker",
    provisional=False,
)  # fmt: skip


@pytest.fixture
def ringing(desk: PretendDesk) -> Iterator[Ringing]:
    made = Ringing(desk.context, desk.context.news)
    yield made
    made.ring(False)


def become(desk: PretendDesk, presence: str) -> None:
    """This person is there, or not, and every screen hears of it."""
    reference = desk.context.reference
    desk.context.reference = replace(reference, me=replace(reference.me, presence=presence))
    desk.context.news.reference_changed.emit(desk.context.reference)


def heard(ringing: Ringing) -> bool:
    return ringing.bell.ringing


@pytest.mark.parametrize(
    ("around", "usual"),
    [
        (AROUND, True),
        (replace(AROUND, presence="busy"), True),
        (replace(AROUND, presence="away"), False),
        (replace(AROUND, presence="offline"), False),
        (replace(AROUND, quiet=True), False),
        (replace(AROUND, system_quiet=True), False),
        (replace(AROUND, looking_at=ident(7)), True),
    ],
)
def test_the_bell_sounds_when_other_sounds_do(around: Around, usual: bool) -> None:
    assert rings(around, "usual") is usual
    assert rings(around, "always")
    assert not rings(around, "never")


def test_it_rings_until_nobody_waits(ringing: Ringing) -> None:
    ringing.ring(True)
    assert heard(ringing)
    ringing.ring(False)
    assert not heard(ringing)


def test_do_not_disturb_silences_it_while_it_rings(desk: PretendDesk, ringing: Ringing) -> None:
    ringing.ring(True)
    desk.context.preferences.choose(QUIET, True)
    assert not heard(ringing)
    desk.context.preferences.choose(QUIET, False)
    assert heard(ringing), "whoever calls still waits"
    ringing.ring(False)
    desk.context.preferences.choose(QUIET, True)
    desk.context.preferences.choose(QUIET, False)
    assert not heard(ringing), "nobody waits any more"


def test_it_is_silent_for_who_is_away_until_they_are_back(
    desk: PretendDesk, ringing: Ringing
) -> None:
    become(desk, "away")
    ringing.ring(True)
    assert not heard(ringing)
    become(desk, "available")
    assert heard(ringing)
    become(desk, "offline")
    assert not heard(ringing)


def test_who_wants_it_hears_it_even_so(desk: PretendDesk, ringing: Ringing) -> None:
    desk.context.preferences.choose(QUIET, True)
    become(desk, "away")
    ringing.ring(True)
    desk.context.preferences.choose(RING, "always")
    assert heard(ringing)
    desk.context.preferences.choose(RING, "never")
    assert not heard(ringing)


def test_it_is_as_loud_as_the_other_sounds(desk: PretendDesk, ringing: Ringing) -> None:
    assert ringing.bell.percent == desk.context.preferences.of(VOLUME)
    desk.context.preferences.choose(VOLUME, 15)
    assert ringing.bell.percent == 15


def test_undisturbed_the_desk_still_shows_who_calls(
    window: MainWindow, desk: PretendDesk, replica: PretendReplica, qtbot: QtBot
) -> None:
    desk.context.preferences.choose(QUIET, True)
    replica.calls_now = (CALL,)
    desk.context.news.changed.emit(Changed(tables=frozenset({"phone_call"})))
    card = window.findChild(QWidget, "ring_card")
    assert isinstance(card, QWidget)
    qtbot.waitUntil(card.isVisible, timeout=30_000)
    (ringing,) = window.findChildren(Ringing)
    assert not heard(ringing)
    desk.context.preferences.choose(QUIET, False)
    assert heard(ringing)
    replica.calls_now = ()
    desk.context.news.changed.emit(Changed(tables=frozenset({"phone_call"})))
    qtbot.waitUntil(lambda: not heard(ringing), timeout=30_000)
