"""What keeps people from using a window who see little or nothing, or cannot hold a mouse."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import cast

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QButtonGroup,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from workstation.ui.theme.theme import Choice, Theme
from workstation.ui.tour.coach_card import CoachCard
from workstation.ui.tour.spotlight import Spotlight

USED = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
LEAST = 24
"""Device-independent pixels that a button takes each way."""
ENOUGH = 4.5
"""How much lighter than its ground a text is, or darker: WCAG 2.2 AA."""
LONG = 30_000
"""Milliseconds for anything to come."""
LOOKS: tuple[Choice, ...] = ("dark", "light")


def wrong_with(tops: list[QWidget], theme: Theme) -> list[str]:
    """A line for each thing, in all of these windows, in both looks. Menus are Qt's own: their
    entries are named and reached with the arrows."""
    windows = [top for top in tops if not isinstance(top, QMenu)]
    found = [
        words for top in windows for words in (*_silent(top), *_out_of_reach(top), *_too_small(top))
    ]
    for look in LOOKS:
        theme.choose(look)
        QApplication.processEvents()
        found += [f"{look}: {words}" for top in windows for words in _hard_to_read(top)]
    return found


def wait_for(qtbot: QtBot, names: Iterable[str]) -> None:
    """Until parts of these classes are on the screen."""

    def all_seen() -> None:
        seen = {
            type(one).__name__
            for top in QApplication.topLevelWidgets()
            for one in (top, *top.findChildren(QWidget))
            if one.isVisible()
        }
        assert set(names) - seen == set()

    qtbot.waitUntil(all_seen, timeout=LONG)


def light_of(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    given = QColor(colour)

    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(c) for c in (given.redF(), given.greenF(), given.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((light_of(one), light_of(other)))
    return (light + 0.05) / (dark + 0.05)


def _used(top: QWidget) -> Iterator[QWidget]:
    """What can be used and is on the screen, without what Qt itself puts inside of it."""
    for each in top.findChildren(QWidget):
        if not isinstance(each, USED) or isinstance(each, QScrollBar):
            continue
        inner = each.objectName().startswith("qt_") or each.window() is not top
        if each.isVisible() and each.isEnabled() and not inner:
            yield each


def _silent(top: QWidget) -> Iterator[str]:
    for each in _used(top):
        seen = QAccessible.queryAccessibleInterface(each)
        if not seen.text(QAccessible.Text.Name).strip():
            yield f"{_place(each)} has no name"
        elif seen.role() in (QAccessible.Role.NoRole, QAccessible.Role.Client):
            yield f"{_place(each)} has no role"


def _out_of_reach(top: QWidget) -> Iterator[str]:
    """What the Tab key never comes to. A list below a field is gone through from the field."""
    chain: set[QWidget] = set()
    current: QWidget = top
    for _ in range(5000):
        current = current.nextInFocusChain() or top
        if current is top:
            break
        if current.focusPolicy() & Qt.FocusPolicy.TabFocus:
            chain.add(current)
    typed = any(isinstance(one, QLineEdit) for one in chain)
    for each in _used(top):
        from_a_field = isinstance(each, QAbstractItemView) and typed
        if each not in chain and not from_a_field and not _has_neighbour(each, chain):
            yield f"{_place(each)} is never reached with Tab"


def _has_neighbour(widget: QWidget, chain: set[QWidget]) -> bool:
    """Of buttons of which one is chosen, Tab comes to that one, and arrows to the others."""
    if not isinstance(widget, QAbstractButton):
        return False
    group = cast("QButtonGroup | None", widget.group())
    if group is not None:
        return group.exclusive() and not chain.isdisjoint(group.buttons())
    parent = widget.parentWidget()
    if parent is None or not widget.autoExclusive():
        return False
    straight = Qt.FindChildOption.FindDirectChildrenOnly
    beside = parent.findChildren(QAbstractButton, options=straight)
    return any(one.autoExclusive() and one in chain for one in beside)


def _too_small(top: QWidget) -> Iterator[str]:
    """Buttons that a hand which trembles does not hit."""
    for each in _used(top):
        if isinstance(each, QAbstractButton) and (
            each.height() < LEAST or (not each.text() and each.width() < LEAST)
        ):
            yield f"{_place(each)} is {each.width()} x {each.height()}"


def _hard_to_read(top: QWidget) -> Iterator[str]:
    """Texts whose colour is too near to what they stand on, as it is painted."""
    picture = top.grab().toImage()
    dimmed = any(one.isVisible() for one in top.findChildren(Spotlight))
    for part in top.findChildren(CoachCard) if dimmed else [top]:
        yield from _hard_to_read_in(part, picture)


def _hard_to_read_in(part: QWidget, picture: QImage) -> Iterator[str]:
    top = part.window()
    for each in part.findChildren(QWidget):
        if not isinstance(each, QLabel | QAbstractButton | QLineEdit) or each.window() is not top:
            continue
        room = each.visibleRegion().boundingRect()
        if not each.isVisible() or not each.isEnabled() or room.isEmpty() or not each.text():
            continue
        middle = each.mapTo(top, room.center())
        hit = top.childAt(middle)
        if hit is not each and not each.isAncestorOf(hit or top):
            continue  # something lies over it: a veil, on purpose
        ground = _most_of(picture, QRect(each.mapTo(top, room.topLeft()), room.size()))
        told = contrast(_ink(each).name(), ground.name())
        if told < ENOUGH:
            yield f"{_place(each)} reads at {told:.2f}"


def _ink(widget: QLabel | QAbstractButton | QLineEdit) -> QColor:
    role = QPalette.ColorRole.Text
    if isinstance(widget, QAbstractButton):
        role = QPalette.ColorRole.ButtonText
    elif isinstance(widget, QLabel):
        role = widget.foregroundRole()
    return widget.palette().color(role)


def _most_of(picture: QImage, room: QRect) -> QColor:
    """The colour that most of a room has: letters are thin."""
    ratio = picture.devicePixelRatio()
    seen: Counter[int] = Counter()
    for x in range(room.left(), room.right() + 1, max(1, room.width() // 24)):
        for y in range(room.top(), room.bottom() + 1, max(1, room.height() // 12)):
            at = QPoint(int(x * ratio), int(y * ratio))
            if picture.rect().contains(at):
                seen[picture.pixel(at)] += 1
    return QColor.fromRgb(seen.most_common(1)[0][0]) if seen else QColor("black")


def _place(widget: QWidget) -> str:
    parent = widget.parentWidget()
    named = widget.accessibleName() or widget.objectName() or getattr(widget, "text", str)()
    return f"{type(widget).__name__} {named!r} in {type(parent).__name__}"
