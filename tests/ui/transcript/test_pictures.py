"""Pictures are decoded small, away from the thread that paints, and a hostile one does no harm."""

import hashlib
import struct
import zlib
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from pytestqt.qtbot import QtBot

from tests.ui.pictured import png
from tests.ui.pretend.shop import ident
from tests.ui.spoken import file, said, stretch
from tests.ui.transcript.conftest import ShownTranscript
from workstation.replica.mood import METERED
from workstation.replica.rows.contact import AttachmentRow
from workstation.replica.rows.news import Mood
from workstation.ui.transcript.painting.paint_pictures import wanted_for
from workstation.ui.transcript.pictures import SMALL_BYTES, Unreadable, Wanted, decode
from workstation.ui.transcript.setting.laid import Place


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


# On a line that is slow or paid for


LARGE = b" " * SMALL_BYTES
"""Behind the picture's own bytes; nobody minds them."""


def at_the_server(shown: ShownTranscript, number: int, more: bytes = b"") -> AttachmentRow:
    """A picture that only the server has, as an attachment."""
    content = png(320, 240, f"#0000{number:02d}") + more
    sha256 = hashlib.sha256(content).hexdigest()
    shown.desk.session.remote_files[sha256] = content
    return file(number, sha256=sha256, size=len(content), width=320, height=240)


def say(shown: ShownTranscript, *photos: AttachmentRow) -> list[Wanted]:
    """A message with these pictures on the screen, one above the other."""
    lines = [said(number, attachments=(photo,)) for number, photo in enumerate(photos, 1)]
    shown.model.show(stretch(tuple(lines)))
    shown.view.grab()
    ratio = shown.view.devicePixelRatioF()
    return [
        wanted_for(photo, place(shown, number).rect.size(), ratio)
        for number, photo in enumerate(photos, 1)
    ]


def place(shown: ShownTranscript, number: int) -> Place:
    """Where the picture of a message is in its row."""
    row = shown.model.row_of(ident(number, 8))
    assert row is not None
    return next(one for one in shown.view.stack.laid(row).places if one.what == "picture")


def middle(shown: ShownTranscript, number: int) -> QPoint:
    """Where the picture of a message is on the viewport."""
    row = shown.model.row_of(ident(number, 8))
    assert row is not None
    top = shown.view.visualRect(shown.model.index(row)).top()
    return place(shown, number).rect.center() + QPoint(0, top)


@pytest.mark.parametrize("mood", [Mood("slow"), Mood("slow", METERED)])
def test_on_a_slow_line_large_pictures_wait_for_a_click_and_small_ones_come(
    shown: ShownTranscript, qtbot: QtBot, mood: Mood
) -> None:
    shown.desk.become(mood)
    large, small = at_the_server(shown, 1, LARGE), at_the_server(shown, 2)
    wanted_large, wanted_small = say(shown, large, small)
    qtbot.waitUntil(lambda: shown.pictures.held_back(large.sha256))
    qtbot.waitUntil(partial(come, shown, wanted_small))
    shown.view.grab()
    assert shown.desk.session.asked == [f"file {small.sha256}"]
    viewport = shown.view.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=middle(shown, 1))
    qtbot.waitUntil(partial(come, shown, wanted_large))
    assert shown.wishes.asked == []
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=middle(shown, 1))
    assert shown.wishes.asked == [("picture", large)]


def test_a_large_picture_that_is_here_already_needs_no_click(
    shown: ShownTranscript, qtbot: QtBot
) -> None:
    shown.desk.become(Mood("slow"))
    large = at_the_server(shown, 1, LARGE)
    shown.desk.replica.files[large.sha256] = shown.desk.session.remote_files[large.sha256]
    (wanted,) = say(shown, large)
    qtbot.waitUntil(partial(come, shown, wanted))
    assert shown.desk.session.asked == []


def test_the_keyboard_fetches_all_that_a_message_holds_back(
    shown: ShownTranscript, qtbot: QtBot
) -> None:
    shown.desk.become(Mood("slow"))
    photos = tuple(at_the_server(shown, number, LARGE) for number in (1, 2))
    shown.model.show(stretch((said(1, attachments=photos),)))
    shown.view.grab()
    held = shown.pictures.held_back
    qtbot.waitUntil(lambda: all(held(photo.sha256) for photo in photos))
    shown.view.setCurrentIndex(shown.model.index(shown.model.rowCount() - 1))
    qtbot.keyClick(shown.view, Qt.Key.Key_Return)
    shown.view.grab()
    files = [f"file {photo.sha256}" for photo in photos]
    qtbot.waitUntil(lambda: sorted(shown.desk.session.asked) == sorted(files))
    qtbot.waitUntil(lambda: not any(shown.pictures.coming(photo.sha256) for photo in photos))
    qtbot.keyClick(shown.view, Qt.Key.Key_Return)
    assert shown.wishes.asked == [("picture", photos[0])]


def test_what_was_held_back_comes_by_itself_when_the_line_is_good_again(
    shown: ShownTranscript, qtbot: QtBot
) -> None:
    shown.desk.become(Mood("slow"))
    large = at_the_server(shown, 1, LARGE)
    (wanted,) = say(shown, large)
    qtbot.waitUntil(lambda: shown.pictures.held_back(large.sha256))
    shown.desk.become(Mood("offline"))
    assert shown.pictures.held_back(large.sha256)
    shown.desk.become(Mood("online"))
    qtbot.waitUntil(partial(come, shown, wanted))


def test_what_was_clicked_while_the_line_broke_is_fetched_once_it_is_back_though_slow(
    shown: ShownTranscript, qtbot: QtBot
) -> None:
    shown.desk.become(Mood("slow"))
    large = at_the_server(shown, 1, LARGE)
    (wanted,) = say(shown, large)
    qtbot.waitUntil(lambda: shown.pictures.held_back(large.sha256))
    content = shown.desk.session.remote_files.pop(large.sha256)
    qtbot.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=middle(shown, 1))
    qtbot.waitUntil(lambda: shown.pictures.broken(wanted))
    shown.desk.session.remote_files[large.sha256] = content
    shown.desk.become(Mood("slow"))
    qtbot.waitUntil(partial(come, shown, wanted))


def test_saving_a_picture_that_was_held_back_shows_it_too(
    shown: ShownTranscript, qtbot: QtBot
) -> None:
    shown.desk.become(Mood("slow"))
    large = at_the_server(shown, 1, LARGE)
    (wanted,) = say(shown, large)
    qtbot.waitUntil(lambda: shown.pictures.held_back(large.sha256))
    saved: list[bytes] = []
    shown.pictures.content(large.sha256, saved.append, lambda: None)
    qtbot.waitUntil(lambda: len(saved) == 1)
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
