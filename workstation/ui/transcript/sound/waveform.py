"""How loud a recording is over time, decoded away from the thread that paints."""

import io
import wave
from array import array
from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QThread, QTimer

RATE: Final = 8_000
"""Samples a second are plenty for a picture."""
EVERY: Final = 50
"""Milliseconds for each peak."""
STRIDE: Final = 4
"""Every so-manieth sample is looked at."""
PATIENCE: Final = 60_000
"""Milliseconds after which decoding is given up: the player works without its wave."""


class Waveform(QThread):
    """Decodes one recording; `done` is called in this thread with its peaks, empty when it cannot
    be decoded."""

    def __init__(self, content: bytes, done: Callable[[tuple[float, ...]], None]) -> None:
        super().__init__()
        self._content = content
        self._done = done

    def run(self) -> None:
        peaks = peaks_of_wav(self._content)
        if peaks is None:
            peaks = _decoded(self._content)
        self._done(loudest_is_one(peaks))


def peaks_of_wav(content: bytes) -> list[int] | None:
    """The peaks of a plain WAV file of 16 bits; None when it is something else."""
    if content[:4] != b"RIFF":
        return None
    try:
        with wave.open(io.BytesIO(content)) as file:
            if file.getsampwidth() != 2:
                return None
            step = max(1, file.getframerate() * EVERY // 1000)
            found = []
            while frames := file.readframes(step):
                found.append(_peak(array("h", frames[: len(frames) // 2 * 2])))
            return found
    except (wave.Error, EOFError):
        return None


def loudest_is_one(peaks: Iterable[int]) -> tuple[float, ...]:
    """Peaks from 0 to 1. What is quiet all along stays low."""
    found = list(peaks)
    top = max(max(found, default=0), 1_500)
    return tuple(peak / top for peak in found)


def _peak(samples: "array[int]") -> int:
    some = samples[::STRIDE]
    return max(abs(max(some)), abs(min(some))) if some else 0


def _decoded(content: bytes) -> list[int]:
    """The peaks of anything that Qt can decode. It needs an event loop of this thread."""
    from PySide6.QtMultimedia import QAudioDecoder, QAudioFormat

    loop = QEventLoop()
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    wanted = QAudioFormat()
    wanted.setSampleRate(RATE)
    wanted.setChannelCount(1)
    wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    decoder = QAudioDecoder()
    decoder.setAudioFormat(wanted)
    step = RATE * EVERY // 1000
    rest = array("h")
    found: list[int] = []

    def ready() -> None:
        while decoder.bufferAvailable():
            rest.frombytes(bytes(decoder.read().constData()))
            while len(rest) >= step:
                found.append(_peak(rest[:step]))
                del rest[:step]

    decoder.bufferReady.connect(ready)
    decoder.finished.connect(loop.quit)
    decoder.error.connect(loop.quit)
    QTimer.singleShot(PATIENCE, loop.quit)
    asking = QTimer()
    asking.timeout.connect(
        lambda: loop.quit() if QThread.currentThread().isInterruptionRequested() else None
    )
    asking.start(100)
    decoder.setSourceDevice(buffer)
    decoder.start()
    loop.exec()
    decoder.stop()
    return found
