"""Links open the desk at what they lead to, and say kindly why not."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import ident
from workstation.replica.found import OrderHit
from workstation.replica.lists import View
from workstation.replica.rows.product import ProductCard
from workstation.rules.links import Link
from workstation.ui.main_window.main_window import MainWindow

LONG = 30_000
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def said(desk: PretendDesk) -> list[str]:
    heard: list[str] = []
    desk.context.news.notice.connect(lambda words, _tone: heard.append(words))
    return heard


def test_each_kind_opens(
    qtbot: QtBot, window: MainWindow, replica: PretendReplica, said: list[str]
) -> None:
    window.moving.open_link(str(Link("contact", ident(5))))
    qtbot.waitUntil(lambda: window.open_id == ident(5), timeout=LONG)
    window.moving.open_link(str(Link("customer", ident(6, 4))))
    qtbot.waitUntil(lambda: window.open_id == ident(6), timeout=LONG)
    replica.order_hits.append(
        OrderHit(ident(1, 8), "80352219", ident(7, 4), "Customer 7", 0, "sent", "")
    )
    window.moving.open_link(str(Link("order", ident(1, 8))))
    qtbot.waitUntil(lambda: window.open_id == ident(7), timeout=LONG)
    product = ProductCard(ident(1, 9), None, "Lumea 55", "", "", "", "", {}, (), ())
    replica.products[product.product_id] = product
    window.moving.open_link(str(Link("product", ident(1, 9))))
    panel = window.area.panel
    assert panel is not None
    qtbot.waitUntil(lambda: panel.product.card == product, timeout=LONG)
    assert said == []


@pytest.mark.parametrize(
    ("link", "words"),
    [
        (str(Link("contact", ident(999))), "does not show that contact"),
        (str(Link("customer", ident(999, 4))), "does not know that customer"),
        (str(Link("order", ident(999, 8))), "does not know that order"),
        (str(Link("product", ident(999, 9))), "no such product"),
        ("workstation://contact/drop table", "leads nowhere"),
        ("", "leads nowhere"),
    ],
)
def test_what_cannot_be_shown_is_told_kindly(
    qtbot: QtBot, window: MainWindow, said: list[str], link: str, words: str
) -> None:
    window.moving.open_link(link)
    qtbot.waitUntil(lambda: any(words in one for one in said), timeout=LONG)
    assert window.open_id == ""


def test_a_link_to_the_contact_is_copied(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk, said: list[str]
) -> None:
    assert not desk.context.commands.enabled("copy_link")
    window.open_contact(ident(5), caret=False)
    qtbot.waitUntil(lambda: desk.context.commands.enabled("copy_link"), timeout=LONG)
    desk.context.commands.run("copy_link")
    assert QGuiApplication.clipboard().text() == str(Link("contact", ident(5)))
    assert said


def test_back_and_forward_by_key_button_and_mouse(qtbot: QtBot, window: MainWindow) -> None:
    assert not window.top_bar.back.isEnabled()
    for number in (1, 2, 3):
        window.open_contact(ident(number), caret=False)
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    assert window.open_id == ident(2)
    QTest.mouseClick(window.top_bar.back, Qt.MouseButton.LeftButton)
    assert window.open_id == ident(1)
    QTest.keyClick(window, Qt.Key.Key_Right, ALT)
    assert window.open_id == ident(2)
    handle = window.windowHandle()
    assert handle is not None
    middle = QPoint(window.width() // 2, window.height() // 2)
    nothing = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(handle, Qt.MouseButton.ForwardButton, nothing, middle)
    qtbot.waitUntil(lambda: window.open_id == ident(3), timeout=LONG)
    assert not window.top_bar.forward.isEnabled()
    QTest.mouseClick(handle, Qt.MouseButton.BackButton, nothing, middle)
    qtbot.waitUntil(lambda: window.open_id == ident(2), timeout=LONG)


def test_back_to_a_list_and_to_a_search(qtbot: QtBot, window: MainWindow) -> None:
    window.open_contact(ident(1), caret=False)
    window.sidebar.choose_number(2)
    qtbot.waitUntil(lambda: window.inbox.model.view.kind != "mine", timeout=LONG)
    palette = window.moving.palette
    window.moving.search("customer 12")
    qtbot.waitUntil(lambda: any(one.choosable for one in palette.model.lines), timeout=LONG)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.open_id == ident(12), timeout=LONG)
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    assert palette.isVisible()
    assert palette.field.text() == "customer 12"
    QTest.keyClick(palette.field, Qt.Key.Key_Left, ALT)
    assert not palette.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    assert window.open_id == ident(1)
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    assert window.inbox.model.view.kind == View("mine").kind


def test_a_click_on_macos_arrives(tmp_path: Path) -> None:
    """The system gives the application an event with the link."""
    program = """
import sys
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from workstation.ui.going.application import DeskApplication
app = DeskApplication(["workstation"])
app.link_given.connect(print)
app.sendEvent(app, QFileOpenEvent(QUrl(sys.argv[1])))
"""
    link = str(Link("contact", ident(1)))
    ran = subprocess.run(
        [sys.executable, "-c", program, link],
        capture_output=True,
        text=True,
        check=True,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": ""},
    )
    assert ran.stdout.strip() == link
