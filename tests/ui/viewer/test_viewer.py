"""Pictures are looked at one after the other, closer by, turned, copied and saved."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk, pretend_desk
from tests.ui.pictured import png
from tests.ui.pretend.replica import PretendReplica
from tests.ui.spoken import file, said
from workstation.replica.rows.contact import AttachmentRow
from workstation.ui.keys.keymap import Keymap
from workstation.ui.transcript.pictures import Pictures, Unreadable
from workstation.ui.viewer.gallery import Gallery, Shot, shots_of
from workstation.ui.viewer.levels import SMALLEST, first_look, levels_of
from workstation.ui.viewer.sheets import Sheets
from workstation.ui.viewer.viewer_window import ViewerWindow

COLOURS = ("#ff0000", "#00ff00", "#0000ff")


class Shown:
    """Three pictures, and a window that begins at the one in the middle."""

    def __init__(self, desk: PretendDesk, contents: list[bytes], qtbot: QtBot) -> None:
        self.saved: list[AttachmentRow] = []
        self.files: list[AttachmentRow] = []
        for number, content in enumerate(contents, 1):
            sha256 = hashlib.sha256(content).hexdigest()
            desk.replica.files[sha256] = content
            self.files.append(
                file(number, sha256=sha256, name=f"{number}.png", width=1600, height=1200)
            )
        self.commands = desk.context.commands
        self.parent = QWidget()
        qtbot.addWidget(self.parent)
        self.window = ViewerWindow(
            desk.context,
            Gallery([Shot(one, "Anna · 14:03") for one in self.files], self.files[1]),
            Sheets(Pictures(desk.context)),
            self.saved.append,
            self.parent,
        )
        self.window.resize(900, 700)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self._qtbot = qtbot
        self.sees(COLOURS[1])

    def colour(self) -> QColor:
        canvas = self.window.canvas
        return canvas.grab().toImage().pixelColor(canvas.rect().center())

    def sees(self, colour: str) -> None:
        self._qtbot.waitUntil(lambda: self.colour() == QColor(colour), timeout=30_000)

    def wheel(self, notches: int, modifiers: Qt.KeyboardModifier) -> None:
        canvas = self.window.canvas
        at = QPointF(canvas.rect().center())
        QApplication.sendEvent(
            canvas,
            QWheelEvent(
                at,
                QPointF(canvas.mapToGlobal(at.toPoint())),
                QPoint(),
                QPoint(0, 120 * notches),
                Qt.MouseButton.NoButton,
                modifiers,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[Shown]:
    with pretend_desk(tmp_path, PretendReplica()) as desk:
        yield Shown(desk, [png(1600, 1200, one) for one in COLOURS], qtbot)
        assert desk.errors == []


def test_the_keyboard_pages_and_the_counter_says_where_one_is(shown: Shown, qtbot: QtBot) -> None:
    window = shown.window
    assert window.counter == "2 of 3"
    qtbot.keyClick(window, Qt.Key.Key_Right)
    shown.sees(COLOURS[2])
    assert window.counter == "3 of 3"
    assert not window.bars.buttons["picture_next"].isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_Right)
    assert window.counter == "3 of 3"
    qtbot.keyClick(window, Qt.Key.Key_Home)
    shown.sees(COLOURS[0])
    assert "1 of 3" in window.canvas.accessibleName()
    assert "Anna" in window.canvas.accessibleName()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_the_wheel_pages_over_a_picture_that_is_seen_whole(shown: Shown) -> None:
    shown.wheel(-1, Qt.KeyboardModifier.NoModifier)
    assert shown.window.counter == "3 of 3"
    shown.wheel(2, Qt.KeyboardModifier.NoModifier)
    assert shown.window.counter == "1 of 3"


def test_closer_by_the_wheel_moves_the_picture_about(shown: Shown) -> None:
    canvas = shown.window.canvas
    shown.wheel(2, Qt.KeyboardModifier.ControlModifier)
    assert not canvas.fitted
    shown.wheel(-1, Qt.KeyboardModifier.NoModifier)
    assert shown.window.counter == "2 of 3"
    shown.wheel(-9, Qt.KeyboardModifier.ControlModifier)
    assert canvas.fitted


def test_closer_further_whole_and_fitting_by_keyboard(shown: Shown, qtbot: QtBot) -> None:
    window, canvas = shown.window, shown.window.canvas
    fitting = canvas.zoom
    assert fitting < 1
    qtbot.keyClick(window, Qt.Key.Key_Plus)
    assert canvas.zoom > fitting
    qtbot.keyClick(window, Qt.Key.Key_1)
    assert canvas.zoom == 1
    assert window.bars.percent.text() == "100 %"
    qtbot.keyClick(window, Qt.Key.Key_0)
    assert canvas.zoom == fitting
    qtbot.keyClick(window, Qt.Key.Key_Minus)
    assert canvas.zoom == fitting, "never smaller than what fits"


def test_a_turned_picture_is_copied_as_it_is_turned(shown: Shown, qtbot: QtBot) -> None:
    qtbot.keyClick(shown.window, Qt.Key.Key_R)
    assert shown.window.canvas.quarters == 1
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(shown.window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull(), timeout=30_000)
    assert QGuiApplication.clipboard().image().size() == QSize(1200, 1600)
    qtbot.keyClick(shown.window, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    assert shown.window.canvas.quarters == 0
    qtbot.keyClick(shown.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert shown.saved == [shown.files[1]]


def test_every_button_has_a_name_and_a_key(shown: Shown) -> None:
    for button in shown.window.bars.buttons.values():
        assert button.accessibleName()
        assert "·" in button.toolTip()


def test_keys_can_be_given_otherwise_while_it_stands_open(shown: Shown, qtbot: QtBot) -> None:
    window = shown.window
    shown.commands.wear(Keymap().give("picture_next", "J"))
    assert window.bars.buttons["picture_next"].toolTip() == "Next picture  ·  J"
    qtbot.keyClick(window, Qt.Key.Key_J)
    shown.sees(COLOURS[2])
    shown.commands.wear(Keymap({"picture_previous": ("K",)}))
    qtbot.keyClick(window, Qt.Key.Key_Left)
    qtbot.keyClick(window, Qt.Key.Key_J)
    assert window.counter == "3 of 3", "the keys of before do nothing any more"
    qtbot.keyClick(window, Qt.Key.Key_K)
    shown.sees(COLOURS[1])


def test_its_buttons_grow_with_the_text(qtbot: QtBot, tmp_path: Path) -> None:
    sizes = {}
    for percent in (100, 160):
        with pretend_desk(tmp_path / str(percent), PretendReplica()) as desk:
            desk.context.theme.grow(percent)
            shown = Shown(desk, [png(1600, 1200, one) for one in COLOURS], qtbot)
            button = shown.window.bars.buttons["picture_fit"]
            sizes[percent] = (button.width(), button.height(), button.iconSize().width())
            shown.window.close()
            desk.context.theme.grow(100)
    assert all(large >= 1.5 * usual for usual, large in zip(*sizes.values(), strict=True))


def test_what_is_no_picture_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    with pretend_desk(tmp_path, PretendReplica()) as desk:
        content = png(1600, 1200, COLOURS[1])
        shown = Shown(desk, [b"no picture", content, content[:300]], qtbot)
        sheets = shown.window._sheets
        qtbot.keyClick(shown.window, Qt.Key.Key_Home)
        qtbot.waitUntil(lambda: sheets.state(shown.files[0].sha256) == "broken", timeout=30_000)
        assert not shown.window.canvas.shown
        assert not shown.window.bars.copy.isEnabled()


def test_what_cannot_be_fetched_is_asked_for_again(qtbot: QtBot, tmp_path: Path) -> None:
    with pretend_desk(tmp_path, PretendReplica()) as desk:
        shown = Shown(desk, [png(1600, 1200, one) for one in COLOURS], qtbot)
        first = shown.files[0].sha256
        content = desk.replica.files.pop(first)
        sheets = Sheets(Pictures(desk.context), shown.window)
        sheets.fetch(first)
        qtbot.waitUntil(lambda: sheets.state(first) == "missing", timeout=30_000)
        desk.replica.files[first] = content
        sheets.fetch(first)
        qtbot.waitUntil(lambda: sheets.levels(first) is not None, timeout=30_000)


def test_a_large_picture_is_halved_until_it_is_cheap_to_paint() -> None:
    content = png(3600, 2400)
    first = first_look(content)
    assert first is not None
    assert not first.whole
    assert first.images[0].width() <= 1600
    levels = levels_of(content)
    assert [image.width() for image in levels.images] == [3600, 1800, 900]
    assert max(levels.images[-1].width(), levels.images[-1].height()) <= SMALLEST
    assert levels.image_for(1.0).width() == 3600
    assert levels.image_for(0.3).width() == 1800
    assert levels.image_for(0.01).width() == 900
    assert first_look(png(400, 300)) is None
    with pytest.raises(Unreadable):
        levels_of(b"nothing")


def test_a_gallery_is_every_photo_that_is_here() -> None:
    here, sticker = file(1), file(2, role="sticker")
    coming, paper = file(3, state="fetching"), file(4, "application/pdf")
    messages = [
        said(1, attachments=(here, sticker)),
        said(2, attachments=(coming, paper)),
        said(3, attachments=(file(5),), deleted_at=1),
    ]
    assert [one.file for one in shots_of(messages)] == [here]
    alone = Gallery([Shot(here)], file(9))
    assert (len(alone), alone.current.file.attachment_id) == (1, file(9).attachment_id)
