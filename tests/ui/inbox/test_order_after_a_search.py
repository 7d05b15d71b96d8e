"""What a search found has an order of its own; the other lists keep theirs."""

from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from workstation.replica.lists import View
from workstation.ui.inbox.inbox_view import InboxView
from workstation.ui.search.as_list import list_of


def test_the_order_of_what_was_found_stays_with_it(qtbot: QtBot, desk: PretendDesk) -> None:
    inbox = InboxView(desk.context, View("mine", order="promise", grouped="channel"))
    qtbot.addWidget(inbox)
    inbox.show_view(list_of("refund"), "Found")
    inbox.show_view(list_of("parcel"), "Found")
    assert inbox.model.view.order == "newest"
    inbox.turn_to(View("mine"), "My work")
    assert inbox.model.view == View("mine", order="promise", grouped="channel")
