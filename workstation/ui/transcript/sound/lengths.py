"""How long a recording lasts, read from the file's own words without decoding it.

The forms are those that telephones, browsers and the channels send: WAV, Ogg (Opus and Vorbis),
MP3, MP4 and AMR. What cannot be told so is told by playing it.
"""

import io
import wave
from typing import Final

_OPUS_RATE: Final = 48_000
_MP3_RATES: Final = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000),
                     0: (11_025, 12_000, 8_000)}  # fmt: skip
"""Samples a second of layer III, by the version of MPEG."""
_MP3_KILOBITS: Final = {
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_AMR_FRAMES: Final = (13, 14, 16, 18, 20, 21, 27, 32, 6)
"""Bytes of a frame of 20 milliseconds, by its mode."""


def length_of(content: bytes) -> int:
    """Milliseconds; 0 when the file does not say so in a way that is understood."""
    try:
        if content[:4] == b"RIFF":
            return _wav(content)
        if content[:4] == b"OggS":
            return _ogg(content)
        if content[4:8] == b"ftyp":
            return _mp4(content)
        if content[:6] == b"#!AMR\n":
            return _amr(content)
        return _mp3(content)
    except (wave.Error, EOFError, IndexError, KeyError, ZeroDivisionError):
        return 0


def _wav(content: bytes) -> int:
    with wave.open(io.BytesIO(content)) as file:
        frames, rate = int(file.getnframes()), int(file.getframerate())
        return round(frames * 1000 / rate)


def _ogg(content: bytes) -> int:
    """The last page says how many samples there were; the first how many make a second."""
    last = content.rfind(b"OggS")
    samples = int.from_bytes(content[last + 6 : last + 14], "little")
    head = content[:256]
    if (at := head.find(b"OpusHead")) >= 0:
        before = int.from_bytes(content[at + 10 : at + 12], "little")
        return max(0, round((samples - before) * 1000 / _OPUS_RATE))
    if (at := head.find(b"\x01vorbis")) >= 0:
        rate = int.from_bytes(content[at + 12 : at + 16], "little")
        return round(samples * 1000 / rate)
    return 0


def _mp4(content: bytes) -> int:
    """The header of the film, which a sound without pictures has too."""
    at = content.find(b"mvhd")
    if at < 0:
        return 0
    wide = 8 if content[at + 4] == 1 else 4
    scale_at = at + 8 + 2 * wide
    scale = int.from_bytes(content[scale_at : scale_at + 4], "big")
    length = int.from_bytes(content[scale_at + 4 : scale_at + 4 + wide], "big")
    return round(length * 1000 / scale)


def _amr(content: bytes) -> int:
    at, frames = 6, 0
    while at < len(content):
        mode = content[at] >> 3 & 0x0F
        at += _AMR_FRAMES[mode] if mode < len(_AMR_FRAMES) else 1
        frames += 1
    return frames * 20


def _mp3(content: bytes) -> int:
    """From the count of frames that a file of changing quality begins with, else from its first
    frame and its size."""
    start = 0
    if content[:3] == b"ID3":
        start = 10 + sum(byte << 7 * (3 - place) for place, byte in enumerate(content[6:10]))
    if content[start : start + 1] != b"\xff" or content[start + 1] & 0xE6 != 0xE2:
        return 0
    version = content[start + 1] >> 3 & 3
    rate = _MP3_RATES[version][content[start + 2] >> 2 & 3]
    kilobits = _MP3_KILOBITS[3 if version == 3 else 2][content[start + 2] >> 4]
    samples = 1152 if version == 3 else 576
    for name in (b"Xing", b"Info"):
        at = content.find(name, start, start + 64)
        if at >= 0 and content[at + 7] & 1:
            return round(int.from_bytes(content[at + 8 : at + 12], "big") * samples * 1000 / rate)
    return round((len(content) - start) * 8 / kilobits)
