"""Sanne goes to lunch until a time she gives. Her customer writes: nothing disturbs her, a number
counts it. When her time has come she is reminded; back with one click, she hears who wrote."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from tests.journeys.seat import Seat
from tests.journeys.shop import Shop
from workstation.models import Message, Presence
from workstation.models.ids import now_ms
from workstation.ui.notify.notice_words import Notice
from workstation.ui.presence.back_bar import BackBar

ANNA = "31651234567"
HOUR = 3_600_000


class Desktop:
    """The desktop that notices show on: here they are read and clicked."""

    def __init__(self) -> None:
        self.notices: list[Notice] = []
        self.click: Callable[[], None] = lambda: None

    def show(self, notice: Notice, clicked: Callable[[], None]) -> None:
        self.notices.append(notice)
        self.click = clicked

    @property
    def titles(self) -> list[str]:
        return [notice.title for notice in self.notices]


def chooses_in_menu(seat: Seat, words: str) -> None:
    """By mouse, in the menu that is open."""

    def found() -> tuple[QMenu, QAction] | None:
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            return None
        return next(((menu, one) for one in menu.actions() if words in one.text()), None)

    seat.sees(found)
    there = found()
    assert there is not None
    menu, action = there
    seat.clicks(menu, menu.actionGeometry(action).center())


def test_lunch_is_lunch(shop: Shop) -> None:
    graph = shop.graph("whatsapp")
    shop.open()
    sanne = shop.seat("sanne")
    sanne.sees(lambda: sanne.desk.notifying)
    assert sanne.desk.notifying is not None
    desktop = Desktop()
    sanne.desk.notifying.telling.herald = desktop

    # A customer of hers.
    sanne.turns_to_team()
    graph.whatsapp.names[ANNA] = "Anna Bakker"
    graph.whatsapp.write(ANNA, "Does the cable fit?")
    sanne.opens()
    sanne.sends("Which television do you have?")
    sanne.sees(lambda: any("do you have? [read]" in said for said in sanne.says))

    # Lunch, for half an hour: by key and mouse.
    sanne.press("Ctrl+Shift+P")
    chooses_in_menu(sanne, "Lunch")
    chooses_in_menu(sanne, "Back at")
    (bar,) = sanne.desk.window.findChildren(BackBar) if sanne.desk.window else []
    sanne.sees(lambda: bar.isVisible() and "Lunch, back at" in bar.words)
    sanne.sees(lambda: [one.reason for one in shop.rows(Presence)] == ["lunch"])
    lunch = shop.only(Presence)
    assert lunch.state == "away"
    assert lunch.until is not None
    assert 25 * 60_000 < lunch.until - now_ms() <= 35 * 60_000
    sanne.picture("at lunch")

    # Anna writes on: the number says so, and nothing else does.
    graph.whatsapp.write(ANNA, "The large one, of last year.")
    sanne.sees(lambda: any("of last year" in said for said in sanne.says))
    telling = sanne.desk.notifying.telling
    sanne.sees(lambda: len(telling.held) == 1)
    assert desktop.notices == []
    assert sanne.desk.notifying.sounding.played == []

    # Her time has come: she is reminded, on the desktop and in the window.
    sanne.desk.context.clock = lambda: now_ms() + HOUR
    sanne.sees(lambda: bar.late)
    sanne.sees(lambda: desktop.titles == ["You meant to be back by now"])
    assert "you meant to be back at" in bar.words
    sanne.picture("reminded")

    # Back with one click: now she hears who wrote, and a click on that leads to Anna.
    sanne.clicks(bar.back)
    sanne.sees(lambda: "Anna Bakker writes" in desktop.titles)
    sanne.sees(lambda: not bar.isVisible())
    desktop.click()
    sanne.sees_contact(desktop.notices[-1].contact_id)
    sanne.press("Ctrl+R")
    sanne.sees(sanne.contact.composer.text.hasFocus)
    sanne.sends("Then it fits.")
    sanne.sees(lambda: any("Then it fits. [read]" in said for said in sanne.says))

    # The server knows that she is there again, and has all of it once.
    back = shop.only(Presence)
    assert (back.state, back.reason, back.until) == ("available", "", None)
    said = [one.text for one in shop.rows(Message) if one.kind == "text"]
    assert said == [
        "Does the cable fit?",
        "Which television do you have?",
        "The large one, of last year.",
        "Then it fits.",
    ]
