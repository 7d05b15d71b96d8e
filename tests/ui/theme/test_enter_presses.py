"""Enter presses the button that has the keyboard, whichever one stands out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QPushButton,
    QToolButton,
    QVBoxLayout,
)
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.shop import ident
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.theme.theme import Theme

LONG = 30_000


class Form(QDialog):
    """One button that stands out, and others."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []
        self.keep, self.cancel, self.small = QPushButton(), QPushButton(), QToolButton()
        self.tick = QCheckBox()
        self.keep.setDefault(True)
        self.cancel.setAutoDefault(False)
        column = QVBoxLayout(self)
        for name in ("keep", "cancel", "small", "tick"):
            button: QAbstractButton = getattr(self, name)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _=False, name=name: self.pressed.append(name))
            column.addWidget(button)

    def enter(self, button: QAbstractButton, key: Qt.Key = Qt.Key.Key_Return) -> None:
        button.setFocus()
        QTest.keyClick(button, key)


@pytest.fixture
def form(qtbot: QtBot, qapp: QApplication) -> Form:
    Theme("light").dress(qapp)
    made = Form()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_what_is_focused_is_pressed_and_not_what_stands_out(form: Form) -> None:
    form.enter(form.cancel)
    form.enter(form.small, Qt.Key.Key_Enter)
    form.enter(form.keep)
    assert form.pressed == ["cancel", "small", "keep"]


def test_a_tick_keeps_enter_for_its_form(form: Form) -> None:
    form.enter(form.tick)
    assert form.pressed == ["keep"]


def test_a_button_that_lost_the_keyboard_is_left_alone(form: Form) -> None:
    form.small.setFocus()
    form.cancel.setFocus()
    QTest.keyClick(form.small, Qt.Key.Key_Return)
    assert "small" not in form.pressed


def test_a_button_of_the_window_is_pressed_with_enter(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
    window.open_contact(ident(1))
    contact = window.area.contact
    assert contact is not None
    qtbot.waitUntil(lambda: contact.head is not None and desk.settled(), timeout=LONG)
    tab = contact.composer.note_tab
    tab.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(tab, Qt.Key.Key_Return)
    assert tab.isChecked()
