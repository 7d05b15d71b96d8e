"""At the desk: what changes in the memory is told, counted on the icon, and sounds as chosen."""

import wave
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.notify.test_telling import Desktop
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import NOW, ident
from workstation.replica.rows.news import Changed
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.notify.kinds import SOUNDS, TELLINGS, Kind, Sound
from workstation.ui.notify.notifying import Notifying
from workstation.ui.notify.tones import NOTES, RATE, write_sound


@pytest.fixture
def notifying(qtbot: QtBot, desk: PretendDesk, window: MainWindow) -> Iterator[Notifying]:
    made = Notifying(desk.context, lambda: window, window)
    made.telling.herald = Desktop()
    qtbot.waitUntil(desk.settled)
    yield made
    made.put_away()


def test_a_message_of_my_customer_is_told_and_counted(
    qtbot: QtBot, notifying: Notifying, replica: PretendReplica, window: MainWindow
) -> None:
    desktop = notifying.telling.herald
    assert isinstance(desktop, Desktop)
    before = notifying.badge.count
    replica.change(
        4, last_at=NOW + 1, last_side="customer", last_text="Bent u er nog?", unread=True
    )
    qtbot.waitUntil(lambda: bool(desktop.notices), timeout=30_000)
    assert desktop.notices[0].title == "Customer 4 writes"
    assert desktop.notices[0].words == "Bent u er nog?"
    assert notifying.badge.count == before + 1
    assert window.windowTitle() == f"({before + 1}) Workstation"
    assert notifying.sounding.played == ["drop"]
    desktop.click()
    qtbot.waitUntil(lambda: window.open_id == ident(4), timeout=30_000)


def test_reading_takes_the_number_off(
    qtbot: QtBot, notifying: Notifying, replica: PretendReplica, window: MainWindow
) -> None:
    for number in [number for number, row in replica.rows.items() if row.unread]:
        replica.change(number, unread=False)
    qtbot.waitUntil(lambda: window.windowTitle() == "Workstation", timeout=30_000)
    assert notifying.badge.count == 0


def test_a_memory_made_anew_is_no_news(
    qtbot: QtBot, desk: PretendDesk, notifying: Notifying, replica: PretendReplica
) -> None:
    desktop = notifying.telling.herald
    assert isinstance(desktop, Desktop)
    before = notifying.badge.count
    replica.tell(Changed(everything=True))
    replica.change(5, unread=True, last_side="us")
    qtbot.waitUntil(lambda: notifying.badge.count == before + 1, timeout=30_000)
    qtbot.waitUntil(desk.settled)
    assert desktop.notices == []


@pytest.mark.parametrize("sound", list(NOTES))
def test_every_sound_is_short_and_can_be_heard(tmp_path: Path, sound: Sound) -> None:
    write_sound(tmp_path / "one.wav", sound)
    with wave.open(str(tmp_path / "one.wav")) as file:
        frames = file.readframes(file.getnframes())
        assert file.getframerate() == RATE
        assert 0.1 < file.getnframes() / RATE < 1.5
    assert max(frames) > 0


def test_nothing_is_silent_until_somebody_chooses_so() -> None:
    assert set(NOTES) | {""} == set(SOUNDS) == set(get_args(Sound))
    assert {telling.kind for telling in TELLINGS} == set(get_args(Kind))
    assert all(telling.shown.default and telling.sound.default in NOTES for telling in TELLINGS)
