"""The window as a whole: opening contacts, finishing them, folding, and what it remembers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import DAAN, TV, ident, row
from workstation.replica.lists import View
from workstation.ui.main_window.keeping import kept_view
from workstation.ui.main_window.main_window import MainWindow


def test_enter_opens_a_contact_with_the_caret_in_the_composer(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.inbox.list.setFocus()
    QTest.keyClick(window.inbox.list, Qt.Key.Key_Down)
    QTest.keyClick(window.inbox.list, Qt.Key.Key_Return)
    contact = window.area.contact
    assert contact is not None
    qtbot.waitUntil(lambda: contact.head is not None)
    qtbot.waitUntil(lambda: contact.composer.isAncestorOf(window.focusWidget()))


def test_the_arrows_work_from_the_first_moment(window: MainWindow) -> None:
    assert window.focusWidget() is window.inbox.list


def test_from_the_composer_to_the_next_contact_and_on_typing(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.open_contact(ident(1))
    contact = window.area.contact
    assert contact is not None
    qtbot.waitUntil(lambda: contact.composer.isAncestorOf(window.focusWidget()))
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.open_id == ident(2))
    qtbot.waitUntil(lambda: contact.head is not None and contact.head.contact_id == ident(2))
    qtbot.waitUntil(lambda: contact.composer.isAncestorOf(window.focusWidget()))


def test_after_putting_a_contact_away_the_next_one_opens(
    qtbot: QtBot, desk: PretendDesk, window: MainWindow, replica: PretendReplica
) -> None:
    window.open_contact(ident(1))
    contact = window.area.contact
    assert contact is not None
    qtbot.waitUntil(lambda: contact.head is not None)
    desk.context.writer.act("snooze", contact_id=ident(1), until=1 << 44)
    qtbot.waitUntil(lambda: window.open_id == ident(2))


def test_after_giving_a_contact_back_the_next_one_opens(
    qtbot: QtBot, desk: PretendDesk, window: MainWindow
) -> None:
    window.open_contact(ident(1))
    qtbot.waitUntil(lambda: desk.context.commands.enabled("release"))
    QTest.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.open_id == ident(2))


def test_a_contact_that_a_colleague_puts_away_stays_while_one_writes(
    qtbot: QtBot, desk: PretendDesk, window: MainWindow, replica: PretendReplica
) -> None:
    window.open_contact(ident(1))
    contact = window.area.contact
    assert contact is not None
    qtbot.waitUntil(lambda: contact.head is not None and contact.composer.text.isEnabled())
    QTest.keyClicks(contact.composer.text, "I call her")
    replica.change(1, state="done", due_at=None)
    qtbot.waitUntil(lambda: window.inbox.model.rowCount() == 59)
    qtbot.waitUntil(lambda: contact.head is not None and contact.head.state == "done")
    qtbot.waitUntil(desk.settled)
    assert window.open_id == ident(1)
    assert contact.composer.text.toPlainText() == "I call her"

    # What one does oneself goes on to the next, whatever is begun.
    window.open_contact(ident(2))
    qtbot.waitUntil(lambda: contact.head is not None and contact.head.contact_id == ident(2))
    qtbot.waitUntil(desk.settled)
    QTest.keyClicks(contact.composer.text, "Tomorrow I")
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.open_id == ident(3))


def test_a_contact_a_colleague_takes_stays_on_the_screen(
    qtbot: QtBot, window: MainWindow, replica: PretendReplica
) -> None:
    window.open_contact(ident(1))
    contact = window.area.contact
    assert contact is not None
    qtbot.waitUntil(lambda: contact.head is not None)
    replica.change(1, owner_id=DAAN)
    qtbot.waitUntil(lambda: window.inbox.model.rowCount() == 59)
    qtbot.waitUntil(lambda: contact.head is not None and contact.head.owner_id == DAAN)
    assert window.open_id == ident(1)


def test_a_contact_of_another_list_opens_too(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk, replica: PretendReplica
) -> None:
    replica.add(row(99, owner_id=DAAN))
    desk.context.news.open_contact.emit(ident(99), "")
    contact = window.area.contact
    assert contact is not None
    qtbot.waitUntil(lambda: contact.head is not None and contact.head.contact_id == ident(99))
    assert not window.inbox.list.currentIndex().isValid()


@pytest.mark.parametrize(
    ("width", "sidebar", "panel"),
    [(1600, False, False), (1450, False, True), (1280, True, True), (1024, True, True)],
)
def test_it_folds_as_room_gets_short(
    qtbot: QtBot, window: MainWindow, width: int, sidebar: bool, panel: bool
) -> None:
    window.open_contact(ident(1))
    window.resize(width, 800)
    qtbot.waitUntil(lambda: window.width() == width)
    assert (window.sidebar.folded, window.area.folded) == (sidebar, panel)
    tabs = window.area.findChild(QTabBar, "contact tabs")
    assert isinstance(tabs, QTabBar)
    assert tabs.isVisible() is panel
    for part in (window.top_bar, window.inbox, window.area):
        right = part.mapTo(window, part.rect().topRight()).x()
        assert right < width, f"{type(part).__name__} is cut"


def test_the_panel_shows_behind_its_tab(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1280, 800)
    window.open_contact(ident(1))
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert window.area.panel is not None
    assert window.area.panel.isVisible()
    window.resize(1600, 1000)
    assert window.area.panel.isVisible()
    assert window.area.contact is not None
    assert window.area.contact.isVisible()


def test_it_opens_as_it_was_left(qtbot: QtBot, desk: PretendDesk, window: MainWindow) -> None:
    window.resize(1024, 700)  # no larger than the smallest screen
    window.inbox.model.show_view(View("mine", order="newest"))
    window.close()
    again = MainWindow(desk.context, desk.settings)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (1024, 700)
    assert again.inbox.model.view == View("mine", order="newest")


def test_it_goes_on_with_the_list_and_the_contact_that_were_open(
    qtbot: QtBot, desk: PretendDesk, window: MainWindow, replica: PretendReplica
) -> None:
    window.inbox.model.show_view(View("team", team_id=TV))
    window.open_contact(ident(4))
    window.close()
    again = MainWindow(desk.context, desk.settings)
    qtbot.addWidget(again)
    with qtbot.waitSignal(again.painted):
        again.show()
    assert again.inbox.model.view == View("team", team_id=TV)
    assert again.inbox.title == "Televisions"
    qtbot.waitUntil(lambda: again.open_id == ident(4), timeout=30_000)
    again.close()
    replica.change(4, state="done")
    last = MainWindow(desk.context, desk.settings)
    qtbot.addWidget(last)
    with qtbot.waitSignal(last.painted):
        last.show()
    qtbot.waitUntil(lambda: last.comforts is not None and desk.settled(), timeout=30_000)
    assert last.open_id == ""


@pytest.mark.parametrize("kept", ["", "nonsense", '{"kind": "elsewhere"}', "[1]", '{"kind": 3}'])
def test_a_kept_list_that_makes_no_sense_is_ones_own_work(desk: PretendDesk, kept: str) -> None:
    desk.settings.setValue("inbox/view", kept)
    assert kept_view(desk.settings) == View("mine")


def test_a_notice_is_read_and_goes(desk: PretendDesk, window: MainWindow) -> None:
    notice = window.findChild(QWidget, "notice")
    assert isinstance(notice, QWidget)
    desk.context.news.notice.emit("Daan Visser has taken this contact.", "bad")
    assert notice.isVisible()
    assert notice.accessibleName() == "Daan Visser has taken this contact."
    QTest.mouseClick(notice, Qt.MouseButton.LeftButton)
    assert not notice.isVisible()


def test_a_screen_reader_can_name_every_control(qtbot: QtBot, window: MainWindow) -> None:
    window.open_contact(ident(1))
    contact = window.area.contact
    assert contact is not None
    qtbot.waitUntil(lambda: contact.head is not None)
    window.show_outbox()
    window.moving.show_keys()
    silent = [
        f"{type(each).__name__} in {type(each.parentWidget()).__name__}"
        for each in window.findChildren(QWidget)
        if isinstance(each, QAbstractButton | QLineEdit | QAbstractItemView)
        and each.isVisible()
        and not each.objectName().startswith("qt_")
        and not (each.accessibleName() or (isinstance(each, QAbstractButton) and each.text()))
    ]
    assert silent == []


def test_tab_goes_through_the_window_in_reading_order(qtbot: QtBot, window: MainWindow) -> None:
    order: list[QWidget] = []
    start: QWidget = window.top_bar.search
    current: QWidget | None = start.nextInFocusChain()
    while current is not None and current is not start:
        if current.isVisible() and current.focusPolicy() & Qt.FocusPolicy.TabFocus:
            order.append(current)
        current = current.nextInFocusChain()
    assert order.index(window.top_bar.me) < order.index(window.inbox.list)
    assert order.index(window.sidebar.items[0]) < order.index(window.inbox.list)
