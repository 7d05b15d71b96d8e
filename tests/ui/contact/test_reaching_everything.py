"""Every control of a contact has a name for a screen reader and is reached with Tab."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QListView, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.contact.conftest import ShownContact


def test_every_control_has_a_name(shown: ShownContact) -> None:
    shown.open()
    for kind in (QAbstractButton, QListView, QPlainTextEdit):
        for widget in shown.view.findChildren(kind):
            said = widget.accessibleName() or getattr(widget, "text", str)()
            inside = widget.objectName().startswith("qt_")
            assert said or inside or not widget.isVisible(), widget


def test_a_screen_reader_finds_the_messages(shown: ShownContact) -> None:
    shown.open()
    seen = QAccessible.queryAccessibleInterface(shown.view.transcript)
    assert seen is not None
    assert seen.childCount() >= shown.view.messages.rowCount()
    last = seen.child(seen.childCount() - 1)
    assert "Message 200" in last.text(QAccessible.Text.Name)


def test_tab_goes_round_from_the_messages_to_done(shown: ShownContact, qtbot: QtBot) -> None:
    shown.open()
    composer, wrapup = shown.view.composer, shown.view.wrapup
    composer.insert("something to send")
    shown.view.transcript.setFocus()
    wanted: list[QWidget] = [
        composer.text,
        composer.attach,
        composer.snooze_button,
        composer.send_button,
        wrapup.product,
        wrapup.reason,
        wrapup.offered,
        wrapup.done,
    ]
    met = []
    for _ in range(30):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
        if met[-1] is wrapup.done:
            break
    assert [widget for widget in met if widget in wanted] == wanted


@pytest.mark.parametrize("language", ["en", "nl"])
def test_nothing_is_wider_than_a_small_window(
    shown: ShownContact, qtbot: QtBot, language: str
) -> None:
    shown.desk.translations.speak("nl" if language == "nl" else "en")
    from workstation.ui.contact.contact_view import ContactView

    view = ContactView(shown.context)
    qtbot.addWidget(view)
    assert view.minimumSizeHint().width() <= 560
