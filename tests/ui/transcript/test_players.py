"""Recordings are heard where they stand: played, paused, jumped about in, faster; one at a time."""

import io
import math
import subprocess
import sys
import wave
from array import array
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui.spoken import said, stretch
from tests.ui.transcript.conftest import ShownTranscript
from tests.ui.transcript.messages import sound
from workstation.replica.rows.contact import AttachmentRow
from workstation.ui.transcript.painting.paint_player import columns
from workstation.ui.transcript.sound.heard import Device, Heard, Mute
from workstation.ui.transcript.sound.players import Players
from workstation.ui.transcript.sound.sound_words import under_the_wave
from workstation.ui.transcript.sound.waveform import loudest_is_one, peaks_of_wav


def tone(seconds: float, *, loud: Callable[[float], float] = lambda _: 1.0) -> bytes:
    """A WAV file of a hum that is as loud as `loud` says at each second."""
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8_000)
        samples = (
            round(20_000 * loud(n / 8_000) * math.sin(n / 4)) for n in range(round(seconds * 8_000))
        )
        file.writeframes(array("h", samples).tobytes())
    return made.getvalue()


class Contents:
    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def content(
        self, sha256: str, then: Callable[[bytes], None], failed: Callable[[], None]
    ) -> None:
        if sha256 in self.files:
            then(self.files[sha256])
        else:
            failed()


class Gramophone:
    """A device that notes what was asked of it, and says what a test has it say."""

    def __init__(
        self,
        moved: Callable[[int, int], None],
        became: Callable[[bool], None],
        broke: Callable[[], None],
    ) -> None:
        self.moved, self.became, self.broke = moved, became, broke
        self.asked: list[object] = []

    def load(self, content: bytes, media_type: str) -> None:
        self.asked.append(("load", len(content)))

    def play(self) -> None:
        self.asked.append("play")
        self.became(True)

    def pause(self) -> None:
        self.asked.append("pause")
        self.became(False)

    def seek(self, at: int) -> None:
        self.asked.append(("seek", at))

    @property
    def seeks(self) -> list[int]:
        return [each[1] for each in self.asked if isinstance(each, tuple) and each[0] == "seek"]

    def set_rate(self, rate: float) -> None:
        self.asked.append(("rate", rate))

    def stop(self) -> None:
        self.asked.append("stop")
        self.moved(0, 9_999)


class Room:
    """Players over a gramophone."""

    def __init__(self) -> None:
        self.contents = Contents()
        self.devices: list[Gramophone] = []
        self.owner = QObject()
        self.players = Players(self.contents, self._make, self.owner)

    def _make(
        self,
        *,
        moved: Callable[[int, int], None],
        became: Callable[[bool], None],
        broke: Callable[[], None],
    ) -> Device:
        self.devices.append(Gramophone(moved, became, broke))
        return self.devices[-1]

    @property
    def device(self) -> Gramophone:
        assert len(self.devices) == 1
        return self.devices[0]

    def have(self, number: int, content: bytes = b"sound") -> AttachmentRow:
        recording: AttachmentRow = sound(number)
        self.contents.files[recording.sha256] = content
        return recording


@pytest.fixture
def room(qapp: object) -> Room:
    return Room()


def test_it_plays_pauses_and_goes_on(room: Room) -> None:
    one = room.have(1)
    room.players.toggle(one)
    room.device.moved(1_000, 8_000)
    assert room.players.heard(one).state == "playing"
    room.players.toggle(one)
    assert room.players.heard(one).state == "paused"
    room.players.toggle(one)
    assert room.device.asked == [("load", 5), ("rate", 1.0), "play", "pause", "play"]
    room.players.settle()


def test_one_is_heard_at_a_time_and_each_keeps_its_place(room: Room) -> None:
    one, two = room.have(1), room.have(2)
    room.players.toggle(one)
    room.device.moved(3_000, 8_000)
    room.players.toggle(two)
    assert room.players.heard(one) == Heard("quiet", 3_000, 8_000)
    assert room.players.heard(two).state == "playing"
    room.players.toggle(one)
    assert ("seek", 3_000) in room.device.asked
    room.players.settle()


def test_one_jumps_to_a_place_and_steps_from_it(room: Room) -> None:
    one = room.have(1)
    room.players.toggle(one)
    room.device.moved(0, 20_000)
    room.players.seek(one, 0.5)
    room.players.step(one, 5_000)
    room.players.step(one, -90_000)
    assert room.device.seeks == [10_000, 15_000, 0]
    room.players.settle()


def test_the_speed_goes_round_and_holds_for_the_next(room: Room) -> None:
    one, two = room.have(1), room.have(2)
    room.players.toggle(one)
    speeds = []
    for _ in range(3):
        room.players.faster()
        speeds.append(room.players.heard(one).rate)
    room.players.faster()
    room.players.toggle(two)
    assert speeds == [1.5, 2.0, 1.0]
    assert room.players.heard(two).rate == 1.5
    room.players.settle()


def test_what_has_ended_begins_anew(room: Room) -> None:
    one = room.have(1)
    room.players.toggle(one)
    room.device.moved(8_000, 8_000)
    room.device.became(False)
    room.players.toggle(one)
    assert room.device.asked[-2:] == [("seek", 0), "play"]
    room.players.settle()


def test_without_sound_it_says_so(qapp: object) -> None:
    def mute(**_: object) -> Device:
        raise Mute

    contents = Contents()
    one: AttachmentRow = sound(1)
    contents.files[one.sha256] = b"sound"
    players = Players(contents, mute)
    players.toggle(one)
    assert players.heard(one).elsewhere
    assert "No sound" in under_the_wave("Recording", players.heard(one))


def test_what_cannot_be_fetched_is_tried_again(room: Room) -> None:
    one: AttachmentRow = sound(1)
    room.players.toggle(one)
    assert room.players.heard(one).state == "missing"
    room.contents.files[one.sha256] = b"sound"
    room.players.toggle(one)
    assert room.players.heard(one).state == "playing"
    room.players.settle()


def test_what_is_no_sound_is_offered_elsewhere(room: Room) -> None:
    one = room.have(1)
    room.players.toggle(one)
    room.device.broke()
    assert room.players.heard(one).elsewhere
    room.players.settle()


def test_the_wave_is_drawn_from_what_is_heard(room: Room, qtbot: QtBot) -> None:
    one = room.have(1, tone(2, loud=lambda at: 0.1 if at < 1 else 1.0))
    room.players.toggle(one)
    qtbot.waitUntil(lambda: len(room.players.heard(one).peaks) == 40)
    bars = columns(room.players.heard(one).peaks, 20)
    assert max(bars[:9]) < 0.2
    assert min(bars[11:]) > 0.9


def test_peaks_of_anything_else_are_left_to_qt() -> None:
    assert peaks_of_wav(b"OggS....") is None
    assert peaks_of_wav(b"RIFF\x00\x00") is None
    assert loudest_is_one([]) == ()
    assert max(loudest_is_one([3, 5])) < 0.01


def test_closing_while_it_is_decoded_is_safe(qapp: object) -> None:
    room = Room()
    room.players.toggle(room.have(1, tone(60)))
    room.owner.deleteLater()
    room.players.settle()


def test_keys_and_mouse_reach_the_player(shown: ShownTranscript, qtbot: QtBot) -> None:
    room = Room()
    shown.view.players._contents = room.contents
    shown.view.players._make = room._make
    one = room.have(1)
    shown.model.show(stretch((said(1, attachments=(one,)),)))
    view = shown.view
    view.setFocus()
    view.setCurrentIndex(shown.model.index(1))
    with qtbot.assertNotEmitted(view.typed):
        qtbot.keyClick(view, Qt.Key.Key_Space)
    room.device.moved(0, 20_000)
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    top = view.visualRect(shown.model.index(1)).top()
    found = {place.what: place.rect for place in view.stack.laid(1).places}
    middle = found["wave"].center() + QPoint(0, top)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    speed = found["speed"].center() + QPoint(0, top)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=speed)
    assert ("seek", 5_000) in room.device.asked
    assert any(9_000 < at < 11_000 for at in room.device.seeks)
    assert room.device.asked[-1] == ("rate", 1.5)
    view.players.settle()


def test_the_commands_mean_the_newest_recording(shown: ShownTranscript) -> None:
    room = Room()
    shown.view.players._contents = room.contents
    shown.view.players._make = room._make
    notices: list[str] = []
    shown.desk.context.news.notice.connect(lambda words, _: notices.append(words))
    listening = shown.view._listening
    listening.play()
    assert len(notices) == 1
    old, new = room.have(1), room.have(2)
    shown.model.show(stretch((said(1, attachments=(old,)), said(2, attachments=(new,)))))
    listening.play()
    assert shown.view.players.heard(new).state == "playing"
    room.device.moved(8_000, 20_000)
    listening._step(-5_000)
    assert room.device.seeks == [3_000]
    shown.view.setCurrentIndex(shown.model.index(1))
    listening.play()
    assert shown.view.players.heard(old).state == "playing"
    shown.view.players.settle()


def test_a_screen_reader_hears_how_a_recording_stands(shown: ShownTranscript) -> None:
    room = Room()
    shown.view.players._contents = room.contents
    shown.view.players._make = room._make
    one = room.have(1)
    shown.model.show(stretch((said(1, attachments=(one,)),)))
    places = {place.what: place for place in shown.view.stack.laid(1).places}
    arrows = shown.view._arrows
    assert arrows.spoken(places["play"]) == "Voice message, Space plays it"
    shown.view.players.toggle(one)
    room.device.moved(4_000, 61_000)
    assert arrows.spoken(places["play"]) == "Voice message, 0:04 / 1:01"
    assert arrows.spoken(places["speed"]).endswith("1×")
    shown.view.players.settle()


def test_another_contact_is_silent(shown: ShownTranscript) -> None:
    room = Room()
    shown.view.players._contents = room.contents
    shown.view.players._make = room._make
    one = room.have(1)
    shown.model.show(stretch((said(1, attachments=(one,)),)))
    shown.view.players.toggle(one)
    shown.model.clear()
    assert room.device.asked[-1] == "stop"
    shown.view.players.settle()


REAL = """
import sys, tests.ui.transcript.test_players as here
import workstation.ui
from PySide6.QtWidgets import QApplication
app = QApplication([])
from workstation.ui.transcript.sound import waveform
assert "PySide6.QtMultimedia" not in sys.modules
found = []
class Done(waveform.QThread):
    def run(self):
        found.extend(waveform._decoded(here.tone(1)))
one = Done(); one.start(); one.wait()
assert 19 <= len(found) <= 20, len(found)
assert min(found[1:-1]) > 15_000, found
from workstation.ui.transcript.sound.players import qt_device
from workstation.ui.transcript.sound.heard import Mute
try:
    device = qt_device(moved=print, became=print, broke=print)
    device.load(here.tone(1), "audio/wav"); device.set_rate(2.0); device.play(); device.stop()
except Mute:
    print("no sound here")
print("heard")
"""


def test_qt_really_decodes_and_is_loaded_late() -> None:
    """In a process of its own: no other test loads the multimedia module."""
    found = subprocess.run(
        [sys.executable, "-c", REAL], capture_output=True, text=True, timeout=60, check=False
    )
    assert found.returncode == 0, found.stderr[-2_000:]
    assert "heard" in found.stdout
