"""Every screen of the desk, opened one after the other: whoever cannot see it or cannot use a mouse
finds a name, a role and a way by keyboard for everything that can be used."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from workstation.ui.every_screen import EVERY

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


def _used(top: QWidget) -> Iterator[QWidget]:
    """What can be used and is on the screen, without what Qt itself puts inside of it."""
    for each in top.findChildren(QWidget):
        if not isinstance(each, USED) or isinstance(each, QScrollBar):
            continue
        inner = each.objectName().startswith("qt_") or each.window() is not top
        if each.isVisible() and each.isEnabled() and not inner:
            yield each


def _silent(top: QWidget) -> list[str]:
    found = []
    for each in _used(top):
        seen = QAccessible.queryAccessibleInterface(each)
        if not seen.text(QAccessible.Text.Name).strip():
            found.append(f"{_place(each)} has no name")
        elif seen.role() in (
            QAccessible.Role.NoRole,
            QAccessible.Role.Client,
        ):
            found.append(f"{_place(each)} has no role")
    return found


def _out_of_reach(top: QWidget) -> list[str]:
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
    return [
        f"{_place(each)} is never reached with Tab"
        for each in _used(top)
        if each not in chain
        and not (isinstance(each, QAbstractItemView) and typed)
        and not _has_neighbour(each, chain)
    ]


def _has_neighbour(widget: QWidget, chain: set[QWidget]) -> bool:
    """Of buttons of which one is chosen, Tab comes to that one, and arrows to the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and not chain.isdisjoint(group.buttons())


def _place(widget: QWidget) -> str:
    parent = widget.parentWidget()
    named = widget.accessibleName() or widget.objectName() or getattr(widget, "text", str)()
    return f"{type(widget).__name__} {named!r} in {type(parent).__name__}"


def _too_small(top: QWidget) -> list[str]:
    """Buttons that a hand which trembles does not hit."""
    return [
        f"{_place(each)} is {each.width()} x {each.height()}"
        for each in _used(top)
        if isinstance(each, QAbstractButton)
        and (each.height() < LEAST or (not each.text() and each.width() < LEAST))
    ]


@pytest.mark.parametrize("name", [name for name, _ in EVERY])
def test_everything_has_a_name_a_role_is_reached_by_keyboard_and_hit_by_mouse(
    open_screen: Callable[[str], list[QWidget]], name: str
) -> None:
    tops = open_screen(name)
    wrong = [
        words
        for top in tops
        if not isinstance(top, QMenu)  # Qt's own: its entries are named and reached with arrows
        for words in (*_silent(top), *_out_of_reach(top), *_too_small(top))
    ]
    for top in tops:
        if top.windowType() != Qt.WindowType.Window:
            top.close()
    assert wrong == []


@pytest.mark.parametrize("name", [name for name, _ in EVERY])
def test_every_model_on_the_screen_keeps_qts_rules(
    open_screen: Callable[[str], list[QWidget]], name: str
) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    for top in open_screen(name):
        for view in top.findChildren(QAbstractItemView):
            model = view.model()
            if isinstance(model, QAbstractItemModel):
                QAbstractItemModelTester(model, mode)
