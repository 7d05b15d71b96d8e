"""An admin says when the desk suggests to call, once for all chats."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import ME, REFERENCE
from workstation.replica.rows.news import Changed
from workstation.rules.call_hints import Limits
from workstation.ui.channels.channels_model import ORDER
from workstation.ui.channels.channels_view import ChannelsView


def test_calling_is_suggested_sooner_and_never_for_what_is_left_empty(
    qtbot: QtBot, desk: PretendDesk, replica: PretendReplica
) -> None:
    desk.context.reference = replace(REFERENCE, me=replace(ME, role="admin"))
    replica.call_limits_now = Limits(turns=12, minutes=25, kinds=0)
    owner = QWidget()
    qtbot.addWidget(owner)
    view = ChannelsView(desk.context, owner)
    view.open()
    qtbot.waitUntil(desk.settled)
    form = view.calling
    view.list.setCurrentIndex(view.model.index(ORDER.index("whatsapp")))
    assert form.isVisible()
    assert [field.text() for field in form.fields.values()] == ["12", "25", ""]
    assert not form.save.isEnabled()
    form.fields["turns"].selectAll()
    QTest.keyClicks(form.fields["turns"], "8")
    form.fields["minutes"].selectAll()
    QTest.keyClick(form.fields["minutes"], Qt.Key.Key_Backspace)
    # What comes in meanwhile does not take it away.
    desk.context.news.changed.emit(Changed(tables=frozenset({"setting"})))
    qtbot.waitUntil(desk.settled)
    QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.settled() and bool(replica.actions))
    (action,) = replica.actions
    assert action.model_dump() == {"turns": 8, "minutes": 0, "kinds": 0}
    assert not form.save.isEnabled()
    view.list.setCurrentIndex(view.model.index(ORDER.index("email")))
    assert not form.isVisible(), "a mail takes as long as it takes"
