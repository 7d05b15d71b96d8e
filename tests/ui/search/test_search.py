"""Finding while typing: customers, contacts and commands, opened without the mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend_replica import PretendReplica, ident, row
from workstation.replica.rows import ProductCard
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.search.search_model import matches

CTRL = Qt.KeyboardModifier.ControlModifier


def typed(qtbot: QtBot, window: MainWindow, text: str) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    with qtbot.waitSignal(window.top_bar.search.results.model.settled):
        QTest.keyClicks(window.top_bar.search, text)
    qtbot.waitUntil(lambda: window.top_bar.search.results.model.text == text)
    qtbot.waitUntil(window.top_bar.search.results.isVisible)


def lines(window: MainWindow) -> list[tuple[str, str]]:
    return [(line.kind, line.title) for line in window.top_bar.search.results.model.lines]


def test_typing_finds_and_enter_opens(
    qtbot: QtBot, window: MainWindow, replica: PretendReplica
) -> None:
    replica.rows[70] = row(70, name="Anouk Bakker", last_text="The bak of my fridge is broken")
    typed(qtbot, window, "bak")
    qtbot.waitUntil(
        lambda: (
            lines(window)
            == [
                ("group", "Customers"),
                ("customer", "Anouk Bakker"),
                ("group", "Contacts"),
                ("contact", "The bak of my fridge is broken"),
            ]
        )
    )
    QTest.keyClick(window.top_bar.search, Qt.Key.Key_Down)
    QTest.keyClick(window.top_bar.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.open_id == ident(70))
    assert not window.top_bar.search.results.isVisible()
    assert window.top_bar.search.text() == ""


def test_a_customer_opens_at_their_newest_contact(
    qtbot: QtBot, window: MainWindow, replica: PretendReplica
) -> None:
    replica.rows[70] = row(70, name="Anouk Bakker")
    typed(qtbot, window, "anouk")
    QTest.keyClick(window.top_bar.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.open_id == ident(70))


def test_a_command_is_found_by_its_name_and_done(qtbot: QtBot, window: MainWindow) -> None:
    typed(qtbot, window, ">what waits")
    assert lines(window) == [("group", "Actions"), ("command", "Show what waits to be sent")]
    QTest.keyClick(window.top_bar.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.outbox is not None and window.outbox.isVisible())


def test_nothing_found_says_so(qtbot: QtBot, window: MainWindow) -> None:
    typed(qtbot, window, "zzz")
    qtbot.waitUntil(lambda: lines(window) == [("nothing", "Nothing found for “zzz”")])


def test_escape_goes_back_to_the_list(qtbot: QtBot, window: MainWindow) -> None:
    typed(qtbot, window, "cust")
    QTest.keyClick(window.top_bar.search, Qt.Key.Key_Escape)
    assert not window.top_bar.search.results.isVisible()
    assert window.focusWidget() is window.inbox.list


@pytest.mark.parametrize(
    ("text", "wanted", "spans"),
    [
        ("Anouk Bakker", "bak", ((6, 9),)),
        ("Anouk Bakker", "bak an", ((0, 2), (6, 9))),
        ("Anouk Bakker", "akker", ()),
        ("Anouk Bakker", "", ()),
        ("C++ (boek)", "c++", ((0, 3),)),
    ],
)
def test_matches(text: str, wanted: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert matches(text, wanted) == spans


def test_only_the_last_text_is_searched(
    qtbot: QtBot, desk: PretendDesk, window: MainWindow
) -> None:
    typed(qtbot, window, "customer 12")
    qtbot.waitUntil(lambda: ("customer", "Customer 12") in lines(window))
    assert ("customer", "Customer 13") not in lines(window)


def test_a_product_is_shown_beside_the_open_contact(
    qtbot: QtBot, window: MainWindow, replica: PretendReplica
) -> None:
    product = ProductCard(
        ident(1, 9), None, "Lumea 55", "Lumea", "Television", "Televisie", "", {}, (), ()
    )
    replica.products[product.product_id] = product
    typed(qtbot, window, "lumea")
    assert ("product", "Lumea 55") not in lines(window), "there is nothing to show it beside"
    window.open_contact(ident(1), caret=False)
    qtbot.waitUntil(lambda: window.area.contact is not None and bool(window.area.contact.head))
    typed(qtbot, window, "lumea")
    qtbot.waitUntil(lambda: ("product", "Lumea 55") in lines(window))
    QTest.keyClick(window.top_bar.search, Qt.Key.Key_Return)
    panel = window.area.panel
    assert panel is not None
    qtbot.waitUntil(lambda: panel.product.card is not None and panel.page == "product")
