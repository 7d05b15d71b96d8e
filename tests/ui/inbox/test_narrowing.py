"""Filters of the list: chosen as chips, shown under its head, taken off one by one."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import DAAN, ME, MINE, REFERENCE, TV, TVS
from workstation.replica.lists import ANY, Filters, View, filters_from
from workstation.ui.emptied import emptied
from workstation.ui.inbox.narrowing.chip import Chip
from workstation.ui.inbox.narrowing.filter_words import parts, proposed_name
from workstation.ui.inbox.narrowing.flow import Flow
from workstation.ui.main_window.main_window import MainWindow

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def chip(parent: QWidget, words: str) -> Chip:
    return next(one for one in parent.findChildren(Chip) if one.text() == words)


def bar(window: MainWindow) -> list[str]:
    found = window.inbox.bar
    return [] if found is None or found.isHidden() else [one.text() for one in found.chips]


def test_chips_narrow_the_list_at_once(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window.inbox.list, Qt.Key.Key_F, CTRL_SHIFT)
    popup = window.inbox.popup
    assert popup is not None
    QTest.mouseClick(chip(popup, "WhatsApp"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.inbox.model.contacts == 10)
    QTest.mouseClick(chip(popup, "Unread"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(chip(popup, "E-mail"), Qt.MouseButton.LeftButton)
    assert window.inbox.model.view.filters == Filters(channels=("whatsapp", "email"), unread=True)
    qtbot.waitUntil(lambda: window.inbox.model.contacts == 10)
    popup.close()
    assert bar(window) == ["Unread", "WhatsApp", "E-mail"]


def test_of_some_filters_one_is_on_at_most(qtbot: QtBot, window: MainWindow) -> None:
    window.inbox.open_filter()
    popup = window.inbox.popup
    assert popup is not None
    chip(popup, "Late").click()
    chip(popup, "In time").click()
    assert window.inbox.model.view.filters == Filters(promise="ahead")
    assert not chip(popup, "Late").isChecked()
    chip(popup, "In time").click()
    assert window.inbox.model.view.filters == ANY
    chip(popup, "1 h").click()
    chip(popup, "Colleagues'").click()
    assert window.inbox.model.view.filters == Filters(waiting_minutes=60, owner="others")


def test_words_narrow_a_moment_after_they_were_typed(qtbot: QtBot, window: MainWindow) -> None:
    window.inbox.open_filter()
    popup = window.inbox.popup
    assert popup is not None
    QTest.keyClicks(popup.field, "customer 7")
    qtbot.waitUntil(lambda: window.inbox.model.view.filters.text == "customer 7")
    qtbot.waitUntil(lambda: window.inbox.model.contacts == 1)


def test_a_chip_takes_its_filter_off(qtbot: QtBot, window: MainWindow) -> None:
    window.inbox.narrow(Filters(unread=True, channels=("whatsapp",)))
    qtbot.waitUntil(lambda: bar(window) == ["Unread", "WhatsApp"])
    assert window.inbox.bar is not None
    chip(window.inbox.bar, "Unread").click()
    assert window.inbox.model.view.filters == Filters(channels=("whatsapp",))
    QTest.keyClick(window.inbox.list, Qt.Key.Key_X, CTRL_SHIFT)
    assert window.inbox.model.view.filters == ANY
    assert bar(window) == []


def test_another_list_begins_without_filters_in_the_same_order(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.inbox.show_view(
        View("mine", order="newest", grouped="channel", filters=Filters(unread=True)), "My work"
    )
    window.sidebar.choose_number(3)
    assert window.inbox.model.view == View("team", team_id=TV, order="newest", grouped="channel")


def test_nothing_left_says_what_to_do(qtbot: QtBot, window: MainWindow) -> None:
    window.inbox.narrow(Filters(text="nobody is called this"))
    qtbot.waitUntil(lambda: not window.inbox.list.isVisible())
    words = [one.text() for one in window.inbox.findChildren(QWidget) if hasattr(one, "text")]
    assert "Nothing fits these filters" in words


def test_the_filters_are_as_high_as_what_is_in_them(
    qtbot: QtBot, window: MainWindow, replica: PretendReplica
) -> None:
    replica.change(4, tags=("vip",))
    window.inbox.open_filter()
    popup = window.inbox.popup
    assert popup is not None
    area = popup.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    popup._most = 2_000  # on a large screen
    qtbot.waitUntil(lambda: any(one.text() == "vip" for one in popup.findChildren(Chip)))
    popup._fit()
    page = area.widget()
    assert page is not None
    column = page.layout()
    assert column is not None

    def fits() -> bool:
        needed = column.totalHeightForWidth(page.width())
        return area.viewport().height() == needed and not area.verticalScrollBar().isVisible()

    qtbot.waitUntil(fits)


def test_tags_there_are_can_be_chosen(
    qtbot: QtBot, desk: PretendDesk, window: MainWindow, replica: PretendReplica
) -> None:
    replica.change(4, tags=("vip",))
    window.inbox.open_filter()
    popup = window.inbox.popup
    assert popup is not None
    qtbot.waitUntil(lambda: any(one.text() == "vip" for one in popup.findChildren(Chip)))
    chip(popup, "vip").click()
    qtbot.waitUntil(lambda: window.inbox.model.contacts == 1)


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        (ANY, ""),
        (Filters(promise="late"), "Late"),
        (Filters(owner=DAAN, unread=True), "Unread, Daan Visser"),
        (Filters(owner="me"), "Mine"),
        (Filters(team_ids=(TV,), product_type_ids=(TVS,)), "Televisions, Televisions"),
        (Filters(waiting_minutes=1440, tags=("a",), states=("done",)),
         "Waits 1 d or longer, a, Done"),
        (Filters(text="tv", channels=("phone", "chat", "email")), "“tv”, Phone, Web chat"),
    ],
)  # fmt: skip
def test_what_a_view_may_be_called(desk: PretendDesk, filters: Filters, words: str) -> None:
    assert proposed_name(desk.context, filters) == words


def test_each_part_leaves_the_others(desk: PretendDesk) -> None:
    filters = Filters(promise="soon", channels=("chat", "email"), tags=("a", "b"), unread=True)
    for part in parts(desk.context, filters):
        assert len(list(parts(desk.context, part.without))) == 5
    assert filters_from(filters.as_facts()) == filters


def test_what_a_view_says_that_is_not_known_here_is_passed_over() -> None:
    kept = {"promise": "maybe", "unread": "yes", "tags": ["a"], "moon": "full", "owner": MINE}
    assert filters_from(kept) == Filters(tags=("a",), owner=MINE)


def test_a_flow_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = Flow(box)
    for words in ("one", "two", "three", "four", "five", "six"):
        flow.addWidget(QPushButton(words, box))
    assert flow.heightForWidth(2000) < flow.heightForWidth(200) < flow.heightForWidth(90)
    emptied(flow)
    assert flow.heightForWidth(200) == 0


def test_who_leads_narrows_to_one_colleague(
    qtbot: QtBot, desk: PretendDesk, window: MainWindow
) -> None:
    window.inbox.open_filter()
    assert window.inbox.popup is not None
    assert "Daan Visser" not in [one.text() for one in window.inbox.popup.findChildren(Chip)]
    window.inbox.popup.close()
    desk.context.reference = replace(REFERENCE, me=replace(ME, role="lead"))
    window.inbox.open_filter()
    assert window.inbox.popup is not None
    chip(window.inbox.popup, "Daan Visser").click()
    assert window.inbox.model.view.filters == Filters(owner=DAAN)
