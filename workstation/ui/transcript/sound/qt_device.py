"""Playing through Qt's multimedia. Imported when the first recording is played, never before."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QUrl
from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer

from workstation.ui.transcript.sound.heard import Mute

SUFFIXES = {
    "audio/ogg": "ogg",
    "audio/opus": "opus",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "audio/aac": "aac",
    "audio/amr": "amr",
    "audio/wav": "wav",
    "audio/x-wav": "wav",
    "audio/webm": "webm",
}


class QtDevice(QObject):
    """Fits `heard.Device`. Raises Mute where nothing can be heard."""

    def __init__(
        self,
        *,
        moved: Callable[[int, int], None],
        became: Callable[[bool], None],
        broke: Callable[[], None],
    ) -> None:
        super().__init__()
        if QMediaDevices.defaultAudioOutput().isNull():
            raise Mute
        self._moved = moved
        self._became = became
        self._broke = broke
        self._buffer: QBuffer | None = None
        self._wanted = 0
        self._output = QAudioOutput(self)
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(self._output)
        self._player.positionChanged.connect(self._tell)
        self._player.durationChanged.connect(self._tell)
        self._player.playbackStateChanged.connect(self._state)
        self._player.mediaStatusChanged.connect(self._status)
        self._player.errorOccurred.connect(self._error)

    def load(self, content: bytes, media_type: str) -> None:
        """From memory: what is encrypted at rest is never written out to be heard."""
        self.stop()
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        suffix = SUFFIXES.get(media_type.partition(";")[0].strip(), "bin")
        self._player.setSourceDevice(self._buffer, QUrl(f"recording.{suffix}"))

    def play(self) -> None:
        self._player.play()

    def pause(self) -> None:
        self._player.pause()

    def seek(self, at: int) -> None:
        """Also before it is loaded: then once it is."""
        self._wanted = at
        if self._player.isSeekable():
            self._player.setPosition(at)
            self._wanted = 0

    def set_rate(self, rate: float) -> None:
        self._player.setPlaybackRate(rate)

    def stop(self) -> None:
        self._wanted = 0
        self._player.stop()
        self._player.setSource(QUrl())
        if self._buffer is not None:
            self._buffer.close()
            self._buffer.deleteLater()
            self._buffer = None

    def _tell(self, _: int) -> None:
        self._moved(self._player.position(), self._player.duration())

    def _state(self, state: QMediaPlayer.PlaybackState) -> None:
        self._became(state == QMediaPlayer.PlaybackState.PlayingState)

    def _status(self, status: QMediaPlayer.MediaStatus) -> None:
        loaded = (
            QMediaPlayer.MediaStatus.LoadedMedia,
            QMediaPlayer.MediaStatus.BufferedMedia,
        )
        if status in loaded and self._wanted:
            self.seek(self._wanted)

    def _error(self, error: QMediaPlayer.Error, _: str) -> None:
        if error != QMediaPlayer.Error.NoError:
            self._broke()
