"""Pictures are decoded small, away from the thread that paints, and a hostile one does no harm."""

import hashlib
import struct
import zlib
from functools import partial

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from tests.ui.pictured import png
from tests.ui.spoken import file, said, stretch
from tests.ui.transcript.conftest import ShownTranscript
from workstation.replica.rows import Mood
from workstation.ui.transcript.pictures import Unreadable, Wanted, decode
from workstation.ui.transcript.transcript_delegate import wanted_for


def bomb(width: int, height: int) -> bytes:
    """A tiny PNG that claims to be enormous."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        check = zlib.crc32(kind + body)
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def come(shown: ShownTranscript, wanted: Wanted) -> bool:
    return shown.pictures.pixmap(wanted) is not None


def test_a_picture_is_decoded_no_larger_than_it_is_shown(qapp: object) -> None:
    assert decode(png(800, 600), QSize(320, 240)).size() == QSize(320, 240)
    assert decode(png(100, 50), QSize(320, 240)).size() == QSize(100, 50)
    assert decode(png(800, 200), QSize(300, 208), cover=True).size() == QSize(300, 208)
    assert decode(png(64, 64), None).size() == QSize(64, 64)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a picture",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'></svg>",
        bomb(60_000, 60_000),
        png()[:200],
    ],
)
def test_what_is_no_picture_is_refused(qapp: object, content: bytes) -> None:
    with pytest.raises(Unreadable):
        decode(content, QSize(320, 240))


def test_a_picture_arrives_from_the_replica_or_else_from_the_server(
    shown: ShownTranscript, qtbot: QtBot
) -> None:
    here, there = png(colour="#111111"), png(colour="#222222")
    replica, session = shown.desk.replica, shown.desk.session
    sums = [hashlib.sha256(content).hexdigest() for content in (here, there)]
    replica.files[sums[0]] = here
    session.remote_files[sums[1]] = there
    for sha256 in sums:
        wanted = Wanted(sha256, QSize(320, 240), False)
        assert shown.pictures.pixmap(wanted) is None
        qtbot.waitUntil(partial(come, shown, wanted))
    assert session.asked == [f"file {sums[1]}"]


def test_what_cannot_be_fetched_is_said_and_asked_for_again_later(
    shown: ShownTranscript, qtbot: QtBot
) -> None:
    photo = file(7)
    shown.model.show(stretch((said(1, attachments=(photo,)),)))
    shown.view.grab()
    wanted = wanted_for(photo, QSize(320, 240), shown.view.devicePixelRatioF())
    qtbot.waitUntil(lambda: shown.pictures.broken(wanted))
    shown.view.grab()
    shown.desk.session.remote_files[photo.sha256] = png()
    shown.desk.context.news.mood_changed.emit(Mood("online"))
    assert shown.pictures.pixmap(wanted) is None
    qtbot.waitUntil(partial(come, shown, wanted))


def test_only_so_many_pictures_stay_in_memory(
    shown: ShownTranscript, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workstation.ui.transcript.pictures.KEPT_BYTES", 3 * 100 * 100 * 4)
    for number in range(6):
        content = png(100, 100, f"#00000{number}")
        sha256 = hashlib.sha256(content).hexdigest()
        shown.desk.replica.files[sha256] = content
        wanted = Wanted(sha256, QSize(100, 100), False)
        shown.pictures.pixmap(wanted)
        qtbot.waitUntil(partial(come, shown, wanted))
    assert len(shown.pictures._kept) == 3
