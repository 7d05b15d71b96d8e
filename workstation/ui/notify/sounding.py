"""Playing a small sound, off the thread that paints until it is there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWidgets import QApplication

from workstation.ui.context import DeskContext
from workstation.ui.notify.kinds import VOLUME, Sound
from workstation.ui.notify.tones import write_sound

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtMultimedia import QSoundEffect


class Sounding(QObject):
    """Keeps what it made. Where no sound can be had the system's own bell sounds instead: what is
    told is never silent by accident."""

    def __init__(self, context: DeskContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._made: dict[Sound, QSoundEffect] = {}
        self.played: list[Sound] = []
        """What sounded, the newest last; the last few are kept."""

    def play(self, sound: Sound) -> None:
        if not sound:
            return
        self.played = [*self.played[-9:], sound]
        if sound in self._made:
            self._sound(sound)
            return
        path = self._context.profile / f"{sound}.wav"

        def work(_: object) -> bool:
            if not path.exists():
                write_sound(path, sound)
            return True

        self._context.reader.ask(
            f"sound {sound}",
            work,
            lambda _: self._load(sound, path),
            failed=lambda _: QApplication.beep(),
            owner=self,
        )

    def _load(self, sound: Sound, path: "Path") -> None:
        try:
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
        except ImportError:  # the system lacks what Qt plays sound with
            QApplication.beep()
            return
        if QMediaDevices.defaultAudioOutput().isNull():
            QApplication.beep()
            return
        effect = QSoundEffect(self)
        effect.setSource(QUrl.fromLocalFile(str(path)))
        self._made[sound] = effect
        self._sound(sound)

    def _sound(self, sound: Sound) -> None:
        effect = self._made[sound]
        effect.setVolume(self._context.preferences.of(VOLUME) / 100)
        effect.play()
