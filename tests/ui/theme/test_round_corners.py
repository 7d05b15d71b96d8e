"""What opens over the window has round corners with nothing in them, or square ones."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from workstation.ui.choosing.drop_down import DropDown
from workstation.ui.theme.menu import Menu
from workstation.ui.theme.popup_card import PopupCard
from workstation.ui.theme.theme import Theme


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    before = qapp.styleSheet()
    theme = Theme(request.param)
    theme.dress(qapp)
    yield theme
    qapp.setStyleSheet(before)


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.show()
    return window


def menu_of(theme: Theme, parent: QWidget) -> QWidget:
    menu = Menu(parent)
    menu.addAction("Reply")
    menu.popup(parent.pos())
    return menu


def menu_within(theme: Theme, parent: QWidget) -> QWidget:
    over = Menu(parent)
    menu = over.within("More")
    menu.addAction("Reply")
    menu.popup(parent.pos())
    return menu


def card_of(theme: Theme, parent: QWidget) -> QWidget:
    card = PopupCard(theme, parent)
    card.resize(200, 100)
    card.show()
    return card


def list_of(theme: Theme, parent: QWidget) -> QWidget:
    choice = DropDown(parent)
    choice.addItems(["Only me", "My team", "Everybody"])
    choice.show()
    choice.showPopup()
    return choice.view().window()


POPUPS = pytest.mark.parametrize("popup", [menu_of, menu_within, card_of, list_of])


@POPUPS
def test_one_sees_what_is_behind_a_corner(
    theme: Theme, popup: Callable[[Theme, QWidget], QWidget], window: QWidget
) -> None:
    shown = popup(theme, window)

    assert _alpha_in_the_corner(shown) < 128
    shown.close()


@POPUPS
def test_corners_are_square_where_they_would_be_black(
    theme: Theme,
    popup: Callable[[Theme, QWidget], QWidget],
    window: QWidget,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    shown = popup(theme, window)

    assert _alpha_in_the_corner(shown) == 255
    corner = shown.grab().toImage().pixelColor(0, 0)
    assert corner == theme.color("line")
    shown.close()


def _alpha_in_the_corner(shown: QWidget) -> int:
    picture = shown.grab().toImage()
    return min(
        picture.pixelColor(x, y).alpha()
        for x in (0, picture.width() - 1)
        for y in (0, picture.height() - 1)
    )
