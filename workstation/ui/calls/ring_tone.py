"""The bell: two soft notes, again and again while somebody waits to be answered."""

import array
import math
import wave
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

RATE: Final = 22_050
"""Samples a second."""
NOTES: Final = (659.3, 523.3)
"""Hertz: e and c."""
SECONDS: Final = 0.42
EVERY: Final = 3_000
"""Milliseconds from one ring to the next."""
USUAL: Final = 60
"""Percent."""


class RingTone(QObject):
    """Made when somebody rings for the first time. Where no sound can be had, the system's own
    bell sounds instead."""

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._file = folder / "ring.wav"
        self._sound: QSoundEffect | None = None
        self._tried = False
        self._percent = USUAL
        self._again = QTimer(self)
        self._again.setInterval(EVERY)
        self._again.timeout.connect(self._sound_once)

    def ring(self, rings: bool) -> None:
        """Begin to ring, or fall silent."""
        if rings and not self._again.isActive():
            self._sound_once()
            self._again.start()
        elif not rings:
            self._again.stop()
            if self._sound is not None:
                self._sound.stop()

    def be_loud(self, percent: int) -> None:
        self._percent = percent
        if self._sound is not None:
            self._sound.setVolume(percent / 100)

    @property
    def percent(self) -> int:
        """How loud."""
        return self._percent

    @property
    def ringing(self) -> bool:
        return self._again.isActive()

    def _sound_once(self) -> None:
        if not self._tried:
            self._tried = True
            self._sound = self._made()
        if self._sound is not None:
            self._sound.play()
        else:
            QApplication.beep()

    def _made(self) -> "QSoundEffect | None":
        try:
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
        except ImportError:  # the system lacks what Qt plays sound with
            return None
        if QMediaDevices.defaultAudioOutput().isNull():
            return None
        try:
            if not self._file.exists():
                write_tone(self._file)
        except OSError:
            return None
        sound = QSoundEffect(self)
        sound.setSource(QUrl.fromLocalFile(str(self._file)))
        sound.setVolume(self._percent / 100)
        return sound


def write_tone(path: Path) -> None:
    """Two notes that swell and fade, as a WAV file of one channel."""
    samples = array.array("h")
    for note in NOTES:
        count = int(RATE * SECONDS)
        for place in range(count):
            fade = math.sin(math.pi * place / count) ** 0.6
            samples.append(int(18_000 * fade * math.sin(2 * math.pi * note * place / RATE)))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
