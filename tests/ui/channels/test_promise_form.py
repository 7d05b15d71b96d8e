"""An admin promises customers an answer within so many minutes, per channel."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import ME, REFERENCE
from workstation.ui.channels.channels_model import ORDER
from workstation.ui.channels.channels_view import ChannelsView


def test_another_promise_is_made_for_one_channel(
    qtbot: QtBot, desk: PretendDesk, replica: PretendReplica
) -> None:
    desk.context.reference = replace(
        REFERENCE,
        me=replace(ME, role="admin"),
        promises={("whatsapp", "first_reply"): 15, ("whatsapp", "next_reply"): 30},
    )
    owner = QWidget()
    qtbot.addWidget(owner)
    view = ChannelsView(desk.context, owner)
    view.open()
    qtbot.waitUntil(desk.settled)
    view.list.setCurrentIndex(view.model.index(ORDER.index("whatsapp")))
    form = view.promises
    assert [field.text() for field in form.fields.values()] == ["15", "30"]
    assert not form.save.isEnabled()
    field = form.fields["first_reply"]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "10")
    QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.settled() and bool(replica.actions))
    (action,) = replica.actions
    assert action.model_dump() == {"channel": "whatsapp", "promise": "first_reply", "minutes": 10}
    view.list.setCurrentIndex(view.model.index(ORDER.index("email")))
    assert [one.text() for one in form.fields.values()] == ["", ""]
    QTest.keyClicks(form.fields["next_reply"], "0")
    assert not form.save.isEnabled()
