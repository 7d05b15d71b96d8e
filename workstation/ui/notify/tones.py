"""The desk's own small sounds, made of a few notes each."""

import array
import math
import wave
from pathlib import Path
from typing import Final

from workstation.ui.notify.kinds import Sound

RATE: Final = 22_050
"""Samples a second."""
LOUDEST: Final = 18_000

Note = tuple[float, float, float]
"""When it begins and how long it sounds, in seconds, and its pitch in hertz."""

NOTES: Final[dict[Sound, tuple[Note, ...]]] = {
    "drop": ((0.0, 0.22, 880.0), (0.07, 0.25, 587.3)),
    "chime": ((0.0, 0.5, 784.0), (0.14, 0.6, 1046.5)),
    "knock": ((0.0, 0.09, 220.0), (0.13, 0.09, 220.0)),
    "rise": ((0.0, 0.16, 523.3), (0.13, 0.16, 659.3), (0.26, 0.4, 784.0)),
    "bell": ((0.0, 0.7, 659.3), (0.0, 0.5, 1318.5), (0.3, 0.7, 523.3)),
}


def write_sound(path: Path, sound: Sound) -> None:
    """As a WAV file of one channel. Raises OSError."""
    notes = NOTES[sound]
    length = max(begin + lasts for begin, lasts, _ in notes)
    heard = [0.0] * (int(length * RATE) + 1)
    for begin, lasts, pitch in notes:
        first, count = int(begin * RATE), int(lasts * RATE)
        for place in range(count):
            # Struck, and dying away: what is hit sounds so, and nobody takes it for an alarm.
            loud = min(1.0, place / (0.008 * RATE)) * math.exp(-4.5 * place / count)
            heard[first + place] += loud * math.sin(2 * math.pi * pitch * place / RATE)
    highest = max(abs(one) for one in heard)
    samples = array.array("h", (int(LOUDEST * one / highest) for one in heard))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
