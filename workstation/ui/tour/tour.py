"""The tour at work: one step after the other, over the window as it is, which stays usable."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtWidgets import QWidget

from workstation.ui.context import DeskContext
from workstation.ui.tour.coach_card import CoachCard
from workstation.ui.tour.spotlight import Spotlight
from workstation.ui.tour.steps import OF_A_CONTACT, STEPS, Part

if TYPE_CHECKING:
    from workstation.ui.main_window.main_window import MainWindow

FOLLOW_MS: Final = 120
"""The lit part moves as the person works: it is followed so often while the tour shows."""


class Tour(QObject):
    """Begins at the first step, or goes on to the next one when it is asked for again."""

    ended = Signal()

    def __init__(self, context: DeskContext, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._number = 0
        self._spotlight = Spotlight(context.theme, window)
        self.card = CoachCard(context, window)
        self._follow = QTimer(self)
        self._follow.setInterval(FOLLOW_MS)
        self._follow.timeout.connect(self._place)
        self.card.onward.connect(self.onward)
        self.card.back.connect(self.back)
        self.card.left.connect(self.leave)
        self._spotlight.hide()
        self.card.hide()

    @property
    def running(self) -> bool:
        return self._follow.isActive()

    @property
    def number(self) -> int:
        return self._number

    @property
    def lit(self) -> QRect:
        """What the step is about, in the window's coordinates."""
        return self._spotlight.place

    def begin(self) -> None:
        self._follow.start()
        self._spotlight.show()
        self.card.show()
        self.show_step(0)
        self.card.setFocus()

    def onward(self) -> None:
        if self._number == len(STEPS) - 1:
            self.leave()
        else:
            self._have_a_contact(STEPS[self._number + 1].part)
            self.show_step(self._number + 1)

    def back(self) -> None:
        self.show_step(max(0, self._number - 1))

    def _have_a_contact(self, part: Part) -> None:
        """Whoever has opened nobody yet is shown the first customer: words about a field to answer
        in say little over an empty place."""
        if part in OF_A_CONTACT and not self._window.open_id:
            self._window.inbox.list.step(1)

    def leave(self) -> None:
        """Put the card away; whoever goes on is in the list, with the first customer."""
        had_focus = self.card.isAncestorOf(self._window.focusWidget() or self._window)
        had_focus = had_focus or self.card.hasFocus()
        self._follow.stop()
        self._spotlight.hide()
        self.card.hide()
        if had_focus:
            self._window.inbox.list.setFocus()
        self.ended.emit()

    def show_step(self, number: int) -> None:
        self._number = number
        self.card.show_step(number)
        self._place()

    def _place(self) -> None:
        window = self._window
        lit = self._lit(STEPS[self._number].part)
        if self._spotlight.size() != window.size():
            self._spotlight.resize(window.size())
        self._spotlight.light(lit)
        self._spotlight.raise_()
        self.card.stand_by(lit, window.rect())
        self.card.raise_()

    def _lit(self, part: Part) -> QRect:
        """Where a part is now. What is not on the screen yet is where the contact will be."""
        for widget in (self._widget(part), self._window.area):
            if widget is not None and widget.isVisible():
                return QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size())
        return self._window.rect()

    def _widget(self, part: Part) -> QWidget | None:
        window, area = self._window, self._window.area
        match part:
            case "lists":
                return window.sidebar
            case "inbox":
                return window.inbox
            case "contact":
                return area.contact and area.contact.transcript
            case "writing":
                return area.contact and area.contact.composer
            case "beside":
                return area.panel
            case "wrap up":
                return area.contact and area.contact.wrapup
            case "search":
                return window.top_bar.search
            case "me":
                return window.top_bar.me
            case _:
                return window
