"""How long a recording lasts is read from its file, and shown before it is played."""

import struct

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.spoken import said, stretch
from tests.ui.transcript.conftest import ShownTranscript
from tests.ui.transcript.messages import sound
from tests.ui.transcript.test_players import tone
from workstation.ui.transcript.sound.lengths import length_of


def page(samples: int, body: bytes) -> bytes:
    """A page of an Ogg file that ends after so many samples."""
    return b"OggS\0\0" + struct.pack("<Q", samples) + b"\0" * 13 + body


OPUS = page(0, b"OpusHead\x01\x01" + struct.pack("<HI", 312, 16_000)) + page(96_312, b"sound")
VORBIS = page(0, b"\x01vorbis\0\0\0\0\x01" + struct.pack("<I", 8_000)) + page(20_000, b"sound")
MP4 = (
    b"\0\0\0\x18ftypM4A \0\0\0\0" + b"\0\0\0\x6cmvhd" + b"\0" * 12 + struct.pack(">II", 600, 1_500)
)
LONG_MP4 = (
    b"\0\0\0\x18ftypM4A \0\0\0\0mvhd\x01\0\0\0" + b"\0" * 16 + struct.pack(">IQ", 1_000, 7_000)
)
AMR = b"#!AMR\n" + (b"\x3c" + b"\0" * 31) * 100
STEADY_MP3 = b"\xff\xfb\x90\x00" + b"\0" * 31_996
COUNTED_MP3 = (
    b"ID3\x04\0\0\0\0\0\x05hello"
     b"\xff\xfb\x90\x00" + b"\0" * 32
    + b"Xing\0\0\0\x01" + struct.pack(">I", 1_000) + b"\0" * 400
)  # fmt: skip


@pytest.mark.parametrize(
    ("content", "length"),
    [
        (tone(1.5), 1_500),
        (OPUS, 2_000),
        (VORBIS, 2_500),
        (MP4, 2_500),
        (LONG_MP4, 7_000),
        (AMR, 2_000),
        (STEADY_MP3, 2_000),
        (COUNTED_MP3, 26_122),
        (b"", 0),
        (b"RIFF", 0),
        (b"OggS", 0),
        (b"\0\0\0\x18ftyp", 0),
        (b"no sound at all", 0),
        (b"\xff\xfb", 0),
    ],
)
def test_the_length_is_what_the_file_says(content: bytes, length: int) -> None:
    assert length_of(content) == length


def test_a_recording_that_is_here_shows_its_length_before_it_is_played(
    shown: ShownTranscript, qtbot: QtBot
) -> None:
    here, away = sound(1, "recording"), sound(2, "recording")
    shown.desk.replica.files[here.sha256] = tone(2.0)
    shown.model.show(stretch((said(1, attachments=(here,)), said(2, attachments=(away,)))))
    qtbot.waitUntil(lambda: shown.view.players.heard(here).length == 2_000, timeout=30_000)
    assert shown.view.players.heard(here).state == "quiet"
    assert shown.view.players.heard(away).length == 0
