"""Keeping a list by name: the form, the sidebar, changing it, and taking a removal back."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import DAAN, MINE, REFERENCE, TV, ident
from workstation.actions import RemoveView, SaveView
from workstation.replica.lists import Filters, SavedViewRow, View
from workstation.ui.inbox.views.keeping import kept_filters
from workstation.ui.inbox.views.view_form import ViewForm
from workstation.ui.main_window.main_window import MainWindow

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def kept(number: int, name: str, *, mine: bool = True, **filters: object) -> SavedViewRow:
    view_id = ident(number, 8)
    view = View("saved", saved_id=view_id, filters=Filters(**filters))  # type: ignore[arg-type]
    return SavedViewRow(
        view_id=view_id,
        name=name,
        agent_id=MINE if mine else DAAN,
        team_id=None if mine else TV,
        view=view,
        position=number,
        changes=mine,
    )


def know(desk: PretendDesk, *views: SavedViewRow) -> None:
    """These views have come from the office."""
    desk.context.reference = replace(REFERENCE, views=views)
    desk.context.news.reference_changed.emit(desk.context.reference)


def form(window: MainWindow) -> ViewForm:
    return window.findChildren(ViewForm)[-1]


def saved(replica: PretendReplica) -> list[SaveView]:
    return [one for one in replica.actions if isinstance(one, SaveView)]


def test_a_narrowed_list_is_kept_in_a_few_keys(
    qtbot: QtBot, desk: PretendDesk, window: MainWindow, replica: PretendReplica
) -> None:
    window.inbox.show_view(
        View("team", team_id=TV, order="waiting", filters=Filters(unread=True)), "Televisions"
    )
    QTest.keyClick(window.inbox.list, Qt.Key.Key_S, CTRL_SHIFT)
    asked = form(window)
    assert asked.name.text() == "Unread"
    QTest.keyClicks(asked.name, "Night shift")
    asked.team.setCurrentIndex(1)
    QTest.keyClick(asked.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.settled() and bool(saved(replica)))
    (action,) = saved(replica)
    assert (action.name, action.team_id, action.sort) == ("Night shift", TV, "waiting")
    assert action.filters.model_dump(exclude_defaults=True) == {"unread": True, "team_ids": (TV,)}
    qtbot.waitUntil(lambda: window.inbox.model.view.saved_id == action.view_id)
    assert window.inbox.title == "Night shift"


def test_the_form_grows_with_the_text_and_stays_on_the_screen(
    qtbot: QtBot, desk: PretendDesk, window: MainWindow
) -> None:
    known = tuple(desk.context.reference.product_types)
    tags = tuple(f"a tag with a long name {number}" for number in range(24))
    view = View("mine", filters=Filters(product_type_ids=known, tags=tags))
    sizes = {}
    for percent in (100, 160):
        desk.context.theme.grow(percent)
        asked = ViewForm(
            desk.context, view, title="", name="All of it", team_id=None,
            kept=lambda *_: None, parent=window,
        )  # fmt: skip
        asked.show()
        sizes[percent] = asked.size()
        asked.close()
    desk.context.theme.grow(100)

    assert sizes[160].width() >= 1.5 * sizes[100].width()
    assert sizes[160].width() <= 1280
    assert sizes[160].height() <= 752, "a screen of 800 lines, and the frame"


def test_without_a_name_nothing_is_kept(window: MainWindow, replica: PretendReplica) -> None:
    window.inbox.deeds.keep()
    asked = form(window)
    asked.name.setText("   ")
    assert not asked.keep.isEnabled()
    QTest.keyClick(asked.name, Qt.Key.Key_Return)
    assert saved(replica) == []
    QTest.keyClick(asked, Qt.Key.Key_Escape)


def test_the_sidebar_has_them_with_how_many_are_in_each(
    qtbot: QtBot, desk: PretendDesk, window: MainWindow
) -> None:
    know(desk, kept(1, "Unread mails", unread=True, channels=("email",)), kept(2, "Chats"))
    (mails, chats) = window.sidebar.items[-2:]
    assert [mails.entry.title, chats.entry.title] == ["Unread mails", "Chats"]
    mails.click()
    qtbot.waitUntil(lambda: window.inbox.title == "Unread mails" and desk.settled())
    assert window.inbox.model.view.filters == Filters(unread=True, channels=("email",))
    assert mails.isChecked()
    assert not chats.isChecked()


def test_a_changed_filter_is_kept_in_the_view_and_can_be_undone(
    qtbot: QtBot, desk: PretendDesk, window: MainWindow, replica: PretendReplica
) -> None:
    know(desk, kept(1, "Unread", unread=True))
    window.sidebar.items[-1].click()
    assert window.inbox.deeds.offers() == ""
    window.inbox.narrow(Filters(unread=True, promise="late"))
    assert window.inbox.bar is not None
    (keep,) = window.inbox.bar.findChildren(QPushButton, "keep view")
    assert keep.text() == "Keep in this view"
    QTest.mouseClick(keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.settled() and len(saved(replica)) == 1)
    assert saved(replica)[0].filters.promise == "late"
    assert window.undo.words == "“Unread” was changed"
    desk.context.undoing.undo()
    qtbot.waitUntil(lambda: desk.settled() and len(saved(replica)) == 2)
    assert saved(replica)[1].filters.promise == ""


def test_a_removed_view_comes_back(
    qtbot: QtBot, desk: PretendDesk, window: MainWindow, replica: PretendReplica
) -> None:
    unread = kept(1, "Unread", unread=True)
    know(desk, unread)
    item = window.sidebar.items[-1]
    item.click()
    item.setFocus()
    QTest.keyClick(item, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: desk.settled() and bool(replica.actions))
    assert [type(one) for one in replica.actions] == [RemoveView]
    know(desk)
    assert window.inbox.model.view.kind == "mine"
    assert window.undo.words == "“Unread” was removed"
    desk.context.undoing.undo()
    qtbot.waitUntil(lambda: desk.settled() and bool(saved(replica)))
    assert saved(replica)[0].view_id == unread.view_id


def chosen_of(menu: Callable[[], QMenu | None], words: str) -> None:
    found = menu()
    assert found is not None
    action = next(one for one in found.actions() if words in one.text())
    assert action.isEnabled()
    action.trigger()
    found.close()


def test_its_menu_moves_and_renames_it(
    qtbot: QtBot, desk: PretendDesk, window: MainWindow, replica: PretendReplica
) -> None:
    know(desk, kept(0, "First"), kept(1, "Second"), kept(2, "Third"))

    def menu() -> QMenu | None:
        found = QApplication.activePopupWidget()
        return found if isinstance(found, QMenu) else None

    item = window.sidebar.items[-1]
    item.menu_asked.emit(item.rect().center())
    chosen_of(menu, "Move up")
    qtbot.waitUntil(lambda: desk.settled() and len(saved(replica)) == 2)
    assert [(one.name, one.position) for one in saved(replica)] == [("Third", 1), ("Second", 2)]
    QTest.keyClick(item, Qt.Key.Key_F2)
    asked = form(window)
    assert asked.name.text() == "Third"
    QTest.keyClicks(asked.name, "Last")
    QTest.keyClick(asked.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.settled() and len(saved(replica)) == 3)
    assert saved(replica)[2].name == "Last"


def test_the_keys_in_its_menu_work_once_the_menu_was_seen(
    qtbot: QtBot, desk: PretendDesk, window: MainWindow
) -> None:
    know(desk, kept(0, "First"), kept(1, "Second"))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=30_000)
    item = window.sidebar.items[-1]
    qtbot.waitUntil(item.isVisible, timeout=30_000)
    window.inbox.list.setFocus()
    item.menu_asked.emit(item.rect().center())
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=30_000)
    opened = QApplication.activePopupWidget()
    assert opened is not None
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    assert window.focusWidget() is item
    QTest.keyClick(item, Qt.Key.Key_F2)
    assert form(window).name.text() == "Second"


def test_what_a_colleague_shares_can_be_opened_and_not_changed(
    desk: PretendDesk, window: MainWindow
) -> None:
    know(desk, kept(1, "Of the team", mine=False, unread=True))
    window.sidebar.items[-1].click()
    commands = desk.context.commands
    assert not commands.enabled("change_view")
    assert not commands.enabled("remove_view")
    window.inbox.narrow(Filters(promise="late"))
    assert window.inbox.deeds.offers() == "Keep as a view of mine…"


def test_a_colleague_changes_the_view_that_is_open(
    qtbot: QtBot, desk: PretendDesk, window: MainWindow
) -> None:
    before = kept(1, "Of the team", mine=False, unread=True)
    know(desk, before)
    window.sidebar.items[-1].click()
    now = replace(before.view, filters=Filters(channels=("email",)))
    know(desk, replace(before, name="Mails", view=now))
    assert window.inbox.model.view == now
    assert window.inbox.title == "Mails"


def test_a_list_of_the_sidebar_is_kept_as_what_it_is() -> None:
    narrowed = Filters(unread=True)
    assert kept_filters(View("mine", filters=narrowed), MINE) == Filters(unread=True, owner="me")
    assert kept_filters(View("snoozed"), MINE) == Filters(owner="me", states=("snoozed",))
    assert kept_filters(View("done"), MINE) == Filters(states=("done",))
    assert kept_filters(View("team", team_id=TV), MINE) == Filters(team_ids=(TV,))
    assert kept_filters(View("all", channel="email"), MINE) == Filters(
        channels=("email",), states=("open", "snoozed", "done")
    )
