"""A picture opens large, a document is saved, an endless message is read without freezing."""

import hashlib
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.contact.conftest import ANOUK, ShownContact
from tests.ui.pictured import png
from tests.ui.spoken import file, said
from workstation.replica.rows.contact import AttachmentRow
from workstation.ui.contact import message_wishes
from workstation.ui.contact.reading_window import ReadingWindow
from workstation.ui.viewer.viewer_window import ViewerWindow


def kept(shown: ShownContact, content: bytes, name: str = "photo.png") -> AttachmentRow:
    sha256 = hashlib.sha256(content).hexdigest()
    shown.replica.files[sha256] = content
    return file(1, sha256=sha256, name=name, width=400, height=300)


def told(shown: ShownContact) -> list[tuple[str, str]]:
    notices: list[tuple[str, str]] = []
    shown.context.news.notice.connect(lambda words, tone: notices.append((words, tone)))
    return notices


def test_a_picture_opens_large_and_closes_with_escape(shown: ShownContact, qtbot: QtBot) -> None:
    photo = kept(shown, png(400, 300, "#ff0000"))
    shown.open()
    shown.view._wishes.open_picture(photo)
    window = shown.view.findChild(ViewerWindow)
    assert window is not None

    def red() -> bool:
        return (
            window.grab().toImage().pixelColor(window.width() // 2, window.height() // 2).red()
            > 200
        )

    qtbot.waitUntil(red)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_a_file_is_saved_where_the_person_says(
    shown: ShownContact, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def ask(_parent: object, _title: str, name: str) -> tuple[str, str]:
        offered.append(Path(name).name)
        return str(tmp_path / "saved.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    notices = told(shown)
    paper = kept(shown, b"%PDF invoice", "../in\u202evoice.pdf")
    shown.open()
    shown.view._wishes.save_file(paper)
    qtbot.waitUntil(lambda: bool(notices))
    assert (tmp_path / "saved.pdf").read_bytes() == b"%PDF invoice"
    assert offered == ["_in_voice.pdf"]
    assert notices == [("Saved as saved.pdf.", "ok")]


def test_a_file_that_cannot_be_fetched_or_written_is_said(
    shown: ShownContact, qtbot: QtBot, tmp_path: Path
) -> None:
    notices = told(shown)
    shown.open()
    shown.view._wishes.save_to(file(9), tmp_path / "a.pdf")
    qtbot.waitUntil(lambda: len(notices) == 1)
    shown.view._wishes.save_to(kept(shown, b"x"), tmp_path / "no such folder" / "a.pdf")
    qtbot.waitUntil(lambda: len(notices) == 2)
    assert "cannot be fetched" in notices[0][0]
    assert "could not be saved" in notices[1][0]


def test_a_megabyte_is_read_in_a_window_that_never_stands_still(
    shown: ShownContact, qtbot: QtBot
) -> None:
    text = "\u202e" + "שלום wereld \x00 " * 80_000
    shown.open()
    shown.view._wishes.read_whole(said(1, text))
    window = shown.view.findChild(ReadingWindow)
    assert window is not None
    longest = 0.0
    while not window.filled:
        began = time.perf_counter()
        QGuiApplication.processEvents()
        longest = max(longest, time.perf_counter() - began)
    assert longest < 2.0
    assert window.text.document().characterCount() > 1_000_000
    window.accept()


def test_the_whole_message_is_copied_as_it_was_written(shown: ShownContact, qtbot: QtBot) -> None:
    shown.replica.messages[ANOUK].append(said(201, "line\none\u202e"))
    shown.open()
    shown.view.transcript.setFocus()
    copy = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(shown.view.transcript, Qt.Key.Key_C, copy)
    assert QGuiApplication.clipboard().text() == "line\none\u202e"


def test_a_film_is_saved_under_its_own_kind_and_opened_by_its_player(
    shown: ShownContact, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []
    opened: list[Path] = []

    def ask(_parent: object, _title: str, name: str) -> tuple[str, str]:
        offered.append(Path(name).name)
        return str(tmp_path / "flicker.exe"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    monkeypatch.setattr(message_wishes, "open_file", opened.append)
    sha256 = hashlib.sha256(b"film").hexdigest()
    shown.replica.files[sha256] = b"film"
    shown.open()
    film = file(1, "video/mp4", sha256=sha256, name="flicker.exe")
    shown.view._wishes.open_elsewhere(film)
    qtbot.waitUntil(lambda: bool(opened))
    assert offered == ["flicker.mp4"]
    assert opened == [tmp_path / "flicker.mp4"]
    assert opened[0].read_bytes() == b"film"


def test_what_no_player_plays_is_only_saved(
    shown: ShownContact, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "saved.bin"), "")
    )
    monkeypatch.setattr(message_wishes, "open_file", opened.append)
    notices = told(shown)
    shown.open()
    shown.view._wishes.open_elsewhere(kept(shown, b"what", "x.exe"))
    qtbot.waitUntil(lambda: bool(notices))
    assert opened == []
    assert (tmp_path / "saved.bin").exists()


def test_all_files_of_a_message_are_saved_in_one_folder(
    shown: ShownContact, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    (tmp_path / "photo.png").write_bytes(b"another")
    notices = told(shown)
    photos = [kept(shown, png(40, 30, colour)) for colour in ("#ff0000", "#00ff00")]
    shown.open()
    shown.view._wishes.save_all([*photos, file(9)])
    qtbot.waitUntil(lambda: bool(notices), timeout=30_000)
    ((words, tone),) = notices
    assert (words.startswith("2 files saved"), tone) == (True, "warn")
    assert "1 file cannot be fetched now" in words
    names = sorted(path.name for path in tmp_path.glob("photo*"))
    assert names == ["photo (2).png", "photo (3).png", "photo.png"]
    assert (tmp_path / "photo.png").read_bytes() == b"another"
