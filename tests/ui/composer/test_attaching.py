"""Files and pictures come in by button, paste and drop; what cannot go is said in a sentence."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.ui.composer.conftest import ANOUK, DAAN, ShownComposer
from tests.ui.pictured import picture, png
from workstation.actions import Reply
from workstation.ui.composer.file_rules import FILE_LIMIT, IMAGE_LIMIT, MOST_FILES, refusal
from workstation.ui.composer.files_delegate import cross_rect
from workstation.ui.composer.files_model import FilesModel
from workstation.ui.composer.taking import Taken
from workstation.ui.composer.text_box import LONGEST_PASTE

CTRL = Qt.KeyboardModifier.ControlModifier


def paste(shown: ShownComposer, qtbot: QtBot, data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)
    qtbot.keyClick(shown.view.text, Qt.Key.Key_V, CTRL)
    shown.settle()


def test_a_file_goes_along_with_the_reply(
    shown: ShownComposer, qtbot: QtBot, tmp_path: Path
) -> None:
    manual = tmp_path / "manual.pdf"
    manual.write_bytes(b"%PDF-1.4 a manual")
    shown.view.add_paths([manual])
    shown.settle()
    qtbot.keyClick(shown.view.text, Qt.Key.Key_Return, CTRL)
    shown.settle()
    (action,) = shown.replica.actions
    assert isinstance(action, Reply)
    (file,) = action.files
    assert (file.name, file.media_type, file.size) == ("manual.pdf", "application/pdf", 17)
    assert shown.view.files.rowCount() == 0


def test_a_pasted_picture_becomes_a_file(shown: ShownComposer, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setImageData(picture(40, 30))
    paste(shown, qtbot, data)
    (taken,) = shown.view.files.files
    assert taken.facts["media_type"] == "image/png"
    assert (taken.facts["width"], taken.facts["height"]) == (40, 30)


def test_pasted_letters_lose_their_dress(shown: ShownComposer, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setHtml("<b style='color:red'>bold</b>")
    data.setText("bold")
    paste(shown, qtbot, data)
    assert shown.text == "bold"


def test_an_endless_paste_becomes_a_file(shown: ShownComposer, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText("x" * (LONGEST_PASTE + 1))
    paste(shown, qtbot, data)
    assert shown.text == ""
    assert shown.view.files.files[0].facts["media_type"] == "text/plain"
    assert "file" in shown.view.band.text


def test_files_can_be_dropped(shown: ShownComposer, tmp_path: Path) -> None:
    photo = tmp_path / "photo.png"
    photo.write_bytes(png(20, 20))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo))])
    shown.view.dropEvent(
        QDropEvent(
            QPointF(10, 10),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    shown.settle()
    assert [taken.name for taken in shown.view.files.files] == ["photo.png"]


def test_a_file_is_taken_away_with_its_cross_or_with_delete(
    shown: ShownComposer, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(name)
    shown.view.add_paths([tmp_path / "one.txt", tmp_path / "two.txt"])
    shown.settle()
    strip = shown.view.strip
    cross = cross_rect(strip.visualRect(shown.view.files.index(0))).center()
    qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(cross))
    assert [taken.name for taken in shown.view.files.files] == ["two.txt"]
    strip.setFocus()
    strip.setCurrentIndex(shown.view.files.index(0))
    qtbot.keyClick(strip, Qt.Key.Key_Delete)
    assert shown.view.files.rowCount() == 0
    assert not strip.isVisible()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("update.exe", b"MZ", "cannot open safely"),
        ("drawing.svg", b"<svg/>", "cannot open safely"),
    ],
)
def test_what_cannot_go_is_said(
    shown: ShownComposer, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    shown.view.add_paths([tmp_path / name])
    shown.settle()
    assert shown.view.files.rowCount() == 0
    assert words in shown.view.band.text


def test_a_file_that_is_gone_or_a_folder_is_said(shown: ShownComposer, tmp_path: Path) -> None:
    shown.view.add_paths([tmp_path / "gone.txt"])
    shown.settle()
    assert "gone.txt is not a file" in shown.view.band.text
    (tmp_path / "photos").mkdir()
    shown.view.add_paths([tmp_path / "photos"])
    shown.settle()
    assert "photos is a folder: add the files that are in it." in shown.view.band.text


@pytest.mark.parametrize(
    ("media_type", "size", "count", "fine"),
    [
        ("image/jpeg", IMAGE_LIMIT, 0, True),
        ("image/jpeg", IMAGE_LIMIT + 1, 0, False),
        ("application/pdf", IMAGE_LIMIT + 1, 0, True),
        ("application/pdf", FILE_LIMIT + 1, 0, False),
        ("application/pdf", 10, MOST_FILES, False),
    ],
)
def test_limits(media_type: str, size: int, count: int, fine: bool, qapp: object) -> None:
    why = refusal(name="a.bin", media_type=media_type, size=size, count=count, language="en")
    assert (why is None) == fine


def test_the_model_of_files_is_sound(qapp: object) -> None:
    model = FilesModel("en")
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.add(Taken({"name": "a.txt", "size": 1}))
    model.add(Taken({"name": "b.txt", "size": 2_000}))
    assert model.index(1).data() == "b.txt, 2 kB"
    model.remove(0)
    model.replace([Taken({"name": "c.txt", "size": 3})])
    assert model.rowCount() == 1


def test_a_file_still_being_read_joins_the_draft_it_was_meant_for(
    shown: ShownComposer, tmp_path: Path
) -> None:
    (tmp_path / "late.txt").write_text("late")
    shown.view.add_paths([tmp_path / "late.txt"])
    shown.open(DAAN)
    shown.settle()
    assert shown.view.files.rowCount() == 0
    shown.open(ANOUK)
    assert [taken.name for taken in shown.view.files.files] == ["late.txt"]
