"""The menu of the field one writes in: the words that may be meant, above what is always there."""

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from workstation.ui.theme.menu import Menu
from workstation.ui.theme.round_corners import round_corners
from workstation.ui.words import QT_TRANSLATE_NOOP, translate

LANGUAGES: Final[tuple[tuple[Literal["nl", "en"] | None, str], ...]] = (
    (None, QT_TRANSLATE_NOOP("composer", "As it is written")),
    ("nl", QT_TRANSLATE_NOOP("composer", "Dutch")),
    ("en", QT_TRANSLATE_NOOP("composer", "English")),
)


def unavailable() -> str:
    """Why nothing is underlined where there are no dictionaries."""
    return translate("composer", "Spelling is not available on this computer.")


class SpellingMenu(QObject):
    """Put together around the menu that the field has of its own; gone with it."""

    chosen = Signal(str)
    """The word that was meant."""
    learned = Signal()
    """What stands there is a word."""

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        self.menu = menu
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        round_corners(menu)
        self._first = menu.actions()[0]
        self._waits: QAction | None = None

    def offer(self, word: str) -> None:
        """A word that is none: its place is kept until the suggestions come."""
        self._waits = self._put(translate("composer", "Looking for words…"))
        self._waits.setEnabled(False)
        learn = self._put(translate("composer", "Add “{word}” to my words").format(word=word))
        learn.triggered.connect(lambda _=False: self.learned.emit())
        self._separate()

    def suggest(self, words: list[str]) -> None:
        """The likeliest first."""
        waits, self._waits = self._waits, None
        if waits is None:
            return
        if not words:
            waits.setText(translate("composer", "No word is like it"))
            return
        for word in words:
            action = QAction(word.replace("&", "&&"), self.menu)
            shape = action.font()
            shape.setBold(True)
            action.setFont(shape)
            action.triggered.connect(lambda _=False, one=word: self.chosen.emit(one))
            self.menu.insertAction(waits, action)
        self.menu.removeAction(waits)
        if self.menu.isVisible():
            self.menu.setActiveAction(self.menu.actions()[0])

    def languages(
        self, now: Literal["nl", "en"] | None, choose: Callable[[Literal["nl", "en"] | None], None]
    ) -> None:
        within = Menu(self.menu, translate("composer", "Language of this text"))
        group = QActionGroup(within)
        for language, title in LANGUAGES:
            action = within.addAction(translate("composer", title))
            action.setCheckable(True)
            action.setChecked(language == now)
            action.triggered.connect(lambda _=False, one=language: choose(one))
            group.addAction(action)
        self.menu.insertMenu(self._first, within)

    def switch(self, on: bool, turn: Callable[[bool], None]) -> None:
        """Check at all, or not."""
        action = self._put(translate("composer", "Check spelling"))
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(turn)
        self._separate()

    def say_unavailable(self) -> None:
        """There are no dictionaries on this computer."""
        self._put(unavailable()).setEnabled(False)
        self._separate()

    def popup(self, at: QPoint) -> None:
        self.menu.popup(at)

    def _put(self, title: str) -> QAction:
        action = QAction(title.replace("&", "&&"), self.menu)
        self.menu.insertAction(self._first, action)
        return action

    def _separate(self) -> None:
        self.menu.insertSeparator(self._first)
