"""Recordings that somebody can hear: a murmur that rises and falls like speech, made by us."""

import array
import hashlib
import io
import math
import random
import sys
import wave
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

RATE = 8_000
"""Samples a second, as telephones have."""
LONGEST = 120.0
_LOUDEST = 9_000
LENGTHS = (12, 20, 30)
"""Seconds of the sample's recordings."""


@dataclass(frozen=True, slots=True)
class Recording:
    """A recorded call: a file's content and what one says about it."""

    name: str
    sha256: str
    seconds: int
    content: bytes = field(repr=False)
    media_type: str = "audio/wav"
    width: None = None
    height: None = None

    @property
    def size(self) -> int:
        return len(self.content)


@cache
def recordings() -> tuple[Recording, ...]:
    """The sample's, the shortest first."""
    return tuple(_recordings())


def _recordings() -> Iterator[Recording]:
    for seconds in LENGTHS:
        content = murmur(seconds, seed=str(seconds))
        sha256 = hashlib.sha256(content).hexdigest()
        yield Recording(f"recording-{seconds}.wav", sha256, seconds, content)


def murmur(seconds: float, *, seed: str = "") -> bytes:
    """A WAV file, one channel of 16 bits; the same for the same seed."""
    chance = random.Random(seed)
    count = int(min(max(seconds, 0.1), LONGEST) * RATE)
    samples = array.array("h", bytes(2 * count))
    at = 0
    while at < count:
        word = int(chance.uniform(0.15, 0.5) * RATE)
        pitch = chance.uniform(95.0, 220.0)
        loud = chance.uniform(0.3, 1.0) * _LOUDEST
        for step in range(min(word, count - at)):
            swell = math.sin(math.pi * step / word)
            turn = 2 * math.pi * pitch * step / RATE
            tone = math.sin(turn) + 0.5 * math.sin(2 * turn) + 0.25 * math.sin(3 * turn)
            samples[at + step] = int(loud * swell * tone / 1.75)
        at += word + int(chance.uniform(0.02, 0.3) * RATE)
    if sys.byteorder == "big":
        samples.byteswap()
    written = io.BytesIO()
    with wave.open(written, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return written.getvalue()


def seconds_of(content: bytes) -> float:
    """How long a WAV file lasts."""
    with wave.open(io.BytesIO(content), "rb") as file:
        return file.getnframes() / file.getframerate()
