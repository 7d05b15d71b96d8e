"""Getting in: what is checked before a server is asked, and what a refusal looks like."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from workstation.ui.signin.passphrase_asker import PassphraseAsker
from workstation.ui.signin.passphrase_dialog import PassphraseDialog
from workstation.ui.signin.signin_model import address, missing
from workstation.ui.signin.signin_view import SignInView

LONG = 30_000


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("desk.example.com", "https://desk.example.com"),
        (" desk.example.com/ ", "https://desk.example.com"),
        ("localhost:8000", "http://localhost:8000"),
        ("127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://10.0.0.5:8000", "http://10.0.0.5:8000"),
        ("https://desk.example.com/shop", "https://desk.example.com/shop"),
        ("", None),
        ("two words", None),
        ("ftp://desk.example.com", None),
        ("desk.example.com:port", None),
        ("https://", None),
    ],
)
def test_address(typed: str, meant: str | None) -> None:
    assert address(typed) == meant


def test_what_is_missing_is_said_in_order(desk: PretendDesk) -> None:
    assert (missing("", "", "") or ("",))[0] == "server"
    assert (missing("a.example.com", " ", "") or ("",))[0] == "login"
    assert (missing("a.example.com", "sanne", "") or ("",))[0] == "password"
    assert missing("a.example.com", "sanne", "secret") is None


@pytest.fixture
def view(qtbot: QtBot, desk: PretendDesk) -> SignInView:
    made = SignInView(desk.context.theme, "desk.example.com", "sanne")
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_known_is_filled_in_and_the_caret_waits_for_the_rest(view: SignInView) -> None:
    assert (view.server.text(), view.login.text()) == ("desk.example.com", "sanne")
    assert view.focusWidget() is view.password
    assert view.password.echoMode() == QLineEdit.EchoMode.Password


def test_enter_signs_in(qtbot: QtBot, view: SignInView) -> None:
    QTest.keyClicks(view.password, "secret")
    with qtbot.waitSignal(view.submitted) as submitted:
        QTest.keyClick(view.password, Qt.Key.Key_Return)
    assert submitted.args == ["https://desk.example.com", "sanne", "secret"]


def test_while_the_server_is_asked_nothing_can_be_pressed_twice(view: SignInView) -> None:
    view.busy()
    assert not view.button.isEnabled()
    assert view.progress.isVisible()


def test_a_refusal_is_read_and_the_password_can_be_typed_again(view: SignInView) -> None:
    view.busy()
    view.fail("This name and password do not go together.")
    assert view.problem.text() == "This name and password do not go together."
    assert view.problem.isVisible()
    assert view.button.isEnabled()
    assert view.focusWidget() is view.password


def test_a_first_passphrase_is_typed_twice(qtbot: QtBot, desk: PretendDesk) -> None:
    dialog = PassphraseDialog(first=True)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClicks(dialog.field, "short")
    dialog.ready.click()
    assert dialog.problem.text() == "Use at least 8 characters."
    dialog.field.setText("long enough")
    dialog.again.setText("long enouhg")
    dialog.ready.click()
    assert dialog.problem.text() == "The two are not the same."
    dialog.again.setText("long enough")
    with qtbot.waitSignal(dialog.accepted):
        dialog.ready.click()


def test_a_known_passphrase_is_typed_once_and_a_wrong_one_is_said(
    qtbot: QtBot, desk: PretendDesk
) -> None:
    dialog = PassphraseDialog(first=False, said="This is not the passphrase of this profile.")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.problem.isVisible()
    assert not dialog.again.isVisible()
    QTest.keyClicks(dialog.field, "mine")
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)


def test_a_complaint_takes_no_room_from_the_explanation(qtbot: QtBot, desk: PretendDesk) -> None:
    dialog = PassphraseDialog(first=True)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClicks(dialog.field, "short")
    dialog.ready.click()
    assert dialog.problem.isVisible()
    for label in dialog.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_the_passphrase_is_asked_in_the_middle_of_the_window_that_is_there(
    qtbot: QtBot, desk: PretendDesk
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(960, 680)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=LONG)
    asker = PassphraseAsker(first=lambda: False)
    given: list[str | None] = []
    worker = threading.Thread(target=lambda: given.append(asker.ask("")))
    worker.start()
    try:
        qtbot.waitUntil(lambda: asker.dialog is not None, timeout=LONG)
        dialog = asker.dialog
        assert dialog is not None
        qtbot.waitUntil(dialog.isVisible, timeout=LONG)
        assert dialog.parentWidget() is window
        assert dialog.windowTitle() == "Passphrase"
        apart = dialog.geometry().center() - window.geometry().center()
        assert apart.manhattanLength() < 40
        QTest.keyClicks(dialog.field, "mine")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: given == ["mine"], timeout=LONG)
    finally:
        worker.join(30)
