"""The notes in which colleagues ask for me, in one list; choosing one goes there."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.shop import DAAN, HOUR, NOW, ident
from workstation.replica.rows.writing import MentionRow
from workstation.ui.choosing.choice_popup import ChoicePopup
from workstation.ui.main_window.main_window import MainWindow

ASKED = MentionRow(
    ident(7, 5), ident(7), DAAN, "Daan Visser", "Anouk Bakker", "Do you know this one?", NOW - HOUR
)
LONG_AGO = MentionRow(ident(8, 5), ident(8), DAAN, "Daan Visser", "", "Old", NOW - 40 * 24 * HOUR)


def popup_of(window: MainWindow) -> ChoicePopup | None:
    return next((one for one in window.findChildren(ChoicePopup) if one.isVisible()), None)


def test_choosing_a_note_opens_its_contact_there(
    qtbot: QtBot, desk: PretendDesk, window: MainWindow
) -> None:
    desk.replica.mentions_now = [ASKED, LONG_AGO]
    desk.context.commands.run("mentions")
    qtbot.waitUntil(lambda: popup_of(window) is not None, timeout=30_000)
    popup = popup_of(window)
    assert popup is not None
    assert [one.name for one in popup.model.choices] == ["Daan: Do you know this one?"]
    with qtbot.waitSignal(desk.context.news.open_contact, timeout=30_000) as opened:
        qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert opened.args == [ASKED.contact_id, ASKED.message_id]


def test_nobody_asked(qtbot: QtBot, desk: PretendDesk, window: MainWindow) -> None:
    desk.context.commands.run("mentions")
    qtbot.waitUntil(lambda: popup_of(window) is not None, timeout=30_000)
    popup = popup_of(window)
    assert popup is not None
    assert popup.model.choices == []
    popup.close()
