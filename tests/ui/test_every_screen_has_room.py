"""Every screen of the desk in Dutch, whose words are long, in the smallest usual window: no word is
cut off, nothing lies over its neighbour, nothing sticks out, and nothing scrolls further than it
reaches."""

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLayout,
    QMenu,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk, pretend_desk
from tests.ui.pretend.furnished import Furnished, furnished
from workstation.ui.every_screen import EVERY
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.wrapup.pill_button import PillButton

SMALL = (1280, 800)


@pytest.fixture
def replica() -> Furnished:
    return furnished()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, replica: Furnished) -> Iterator[PretendDesk]:
    with pretend_desk(tmp_path, replica, language="nl") as made:
        yield made
        assert made.errors == []


@pytest.fixture(autouse=True)
def small(window: MainWindow) -> None:
    window.resize(*SMALL)


def _seen(top: QWidget) -> list[QWidget]:
    return [
        one
        for one in top.findChildren(QWidget)
        if one.isVisible() and one.window() is top and one.width() > 1 and one.height() > 1
    ]


def _named(widget: QWidget) -> str:
    said = getattr(widget, "text", str)() or widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} {said[:60]!r} in {type(widget.parentWidget()).__name__}"


def _cut(seen: list[QWidget]) -> Iterator[str]:
    """Words that need more room than they have. Some are shortened with "…" by themselves: what a
    person filled in, in pills."""
    for each in seen:
        if isinstance(each, QLabel) and each.text():
            yield from _cut_label(each)
        elif isinstance(each, QAbstractButton) and each.text() and not isinstance(each, PillButton):
            wanted = each.sizeHint().width()
            if isinstance(each, QToolButton):  # some are as wide as high, whatever is on them
                wanted = each.fontMetrics().horizontalAdvance(each.text())
            if each.width() < wanted - 1:
                yield f"{_named(each)} has {each.width()} of {wanted} pixels"


def _cut_label(label: QLabel) -> Iterator[str]:
    room = label.contentsRect().width() - 2 * label.margin()
    if label.wordWrap():
        wanted = label.heightForWidth(label.width())
        if label.height() < wanted - 1:
            yield f"{_named(label)} has {label.height()} of {wanted} pixels in height"
    elif label.textFormat() != Qt.TextFormat.RichText:
        wide = max(label.fontMetrics().horizontalAdvance(line) for line in label.text().split("\n"))
        if wide > room + 1:
            yield f"{_named(label)} has {room} of {wide} pixels"


def _laid(layout: QLayout | None) -> Iterator[QWidget]:
    for number in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(number) if layout is not None else None
        if item is None:
            continue
        widget = item.widget()
        if widget is not None:
            if widget.isVisible():
                yield widget
        else:
            yield from _laid(item.layout())


def _overlapping(seen: list[QWidget]) -> Iterator[str]:
    for parent in seen:
        laid = [one for one in _laid(parent.layout()) if one.width() > 1 and one.height() > 1]
        for one, other in combinations(laid, 2):
            if one.geometry().intersects(other.geometry()):
                yield f"{_named(one)} lies over {_named(other)}"


def _sticking_out(seen: list[QWidget]) -> Iterator[str]:
    for each in seen:
        parent = each.parentWidget()
        page = each.widget() if isinstance(each, QScrollArea) else None
        if page is not None and page.width() > each.width():
            yield f"{_named(each)} shows {each.width()} of {page.width()} pixels"
        layout = page.layout() if page is not None else None
        if isinstance(each, QScrollArea) and page is not None and layout is not None:
            needed = max(each.viewport().height(), layout.totalHeightForWidth(page.width()))
            if layout.hasHeightForWidth() and page.height() > needed:
                yield f"{_named(each)} scrolls {page.height()} pixels for {needed}"
        if parent is not None and each in set(_laid(parent.layout())):
            place = each.geometry()
            if place.left() < 0 or place.right() > parent.width():
                yield f"{_named(each)} sticks out of its place"


@pytest.mark.parametrize("name", [name for name, _ in EVERY])
def test_nothing_is_cut_off_or_overlaps(
    open_screen: Callable[[str], list[QWidget]], name: str
) -> None:
    wrong = []
    tops = open_screen(name)
    QApplication.processEvents()
    for top in tops:
        if isinstance(top, QMenu):
            continue
        seen = _seen(top)
        wrong += [*_cut(seen), *_overlapping([top, *seen]), *_sticking_out(seen)]
    for top in tops:
        if top.windowType() != Qt.WindowType.Window:
            top.close()
    assert wrong == []
