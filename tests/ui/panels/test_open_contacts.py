"""The lines of other open contacts about a product have room for their words."""

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.shop import NOW, ident
from workstation.replica.rows.knowledge import OpenContactRow
from workstation.ui.panels.open_contacts import OpenContacts


def test_they_grow_with_the_text(qtbot: QtBot, desk: PretendDesk) -> None:
    jeroen = OpenContactRow(ident(2), "Jeroen", "email", "Mine too", NOW, None, "Daan Visser")
    heights = {}
    for percent in (100, 160):
        desk.context.theme.grow(percent)
        contacts = OpenContacts(desk.context, (jeroen,))
        qtbot.addWidget(contacts)
        (line,) = contacts.findChildren(QAbstractButton)
        heights[percent] = line.sizeHint().height()
    desk.context.theme.grow(100)
    assert heights == {100: 42, 160: 67}
