"""Watches what is typed, asks the source whose sign it is, and writes what is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from workstation.ui.composer.suggesting.asked import Asked, asked
from workstation.ui.composer.suggesting.suggestion import Source, Suggestion
from workstation.ui.composer.suggesting.suggestions_popup import SuggestionsPopup
from workstation.ui.composer.text_box import TextBox
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.harmless import units

MOST = 50


class Suggesting(QObject):
    """Belongs to a text box. `key` has to be asked before the text box gets a key."""

    def __init__(self, theme: Theme, text: TextBox, sources: Sequence[Source]) -> None:
        super().__init__(text)
        self._theme = theme
        self._text = text
        self._sources = {source.sign: source for source in sources}
        self._asked: Asked | None = None
        self._given_up: tuple[str, int] | None = None
        """A sign and where it stood, that the person wanted nothing for."""
        self._number = 0
        self._popup: SuggestionsPopup | None = None
        text.textChanged.connect(self._look)
        text.cursorPositionChanged.connect(self._look)
        text.left.connect(self.close)

    @property
    def popup(self) -> SuggestionsPopup | None:
        """The list while it is open."""
        popup = self._popup
        return popup if popup is not None and popup.isVisible() else None

    def look_again(self) -> None:
        """There may be more to offer now."""
        if self._asked is None or self.popup is None:
            self._look()

    def close(self) -> None:
        self._number += 1
        if self._popup is not None:
            self._popup.hide()

    def key(self, event: QKeyEvent) -> bool:
        """Whether the key was for the list."""
        popup = self.popup
        if popup is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        match event.key():
            case Qt.Key.Key_Down:
                popup.step(1)
            case Qt.Key.Key_Up:
                popup.step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab:
                if popup.current is None:
                    return False
                self._take(popup.current)
            case Qt.Key.Key_Escape:
                if self._asked is not None:
                    self._given_up = (self._asked.sign, self._asked.start)
                self.close()
            case _:
                return False
        return True

    def _look(self) -> None:
        cursor = self._text.textCursor()
        found = None
        if not cursor.hasSelection() and self._text.hasFocus():
            found = self._asked_at(cursor)
        if found is None:
            self._given_up = None
        elif self._given_up == (found.sign, found.start):
            found = None
        source = self._sources[found.sign] if found is not None else None
        if found is None or source is None or len(found.typed) < source.least:
            self._asked = None
            self.close()
            return
        if found == self._asked and self.popup is not None:
            return
        self._asked = found
        self._number += 1
        number = self._number

        def answer(suggestions: list[Suggestion]) -> None:
            if number == self._number:
                self._show(suggestions)

        source.find(found.typed, answer)

    def _asked_at(self, cursor: QTextCursor) -> Asked | None:
        line = QTextCursor(cursor)
        line.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        before = line.selectedText()
        signs = "".join(sign for sign, source in self._sources.items() if source.works())
        found = asked(before, signs)
        if found is None:
            return None
        return Asked(found.sign, found.typed, cursor.position() - units(before[found.start :]))

    def _show(self, suggestions: list[Suggestion]) -> None:
        if self._asked is None or not suggestions:
            self.close()
            return
        if self._popup is None:
            self._popup = SuggestionsPopup(self._theme, self._text.window())
            self._popup.chosen.connect(self._take)
        source = self._sources[self._asked.sign]
        self._popup.show_found(source.title, suggestions[:MOST], self._caret())

    def _caret(self) -> QRect:
        cursor = self._text.textCursor()
        if self._asked is not None:
            cursor.setPosition(self._asked.start)
        place = self._text.cursorRect(cursor)
        return QRect(self._text.viewport().mapToGlobal(place.topLeft()), place.size())

    def _take(self, suggestion: Suggestion) -> None:
        """Write it in the place of the sign and what followed it."""
        if self._asked is None:
            return
        source, start = self._sources[self._asked.sign], self._asked.start
        self._asked = None
        self.close()
        cursor = self._text.textCursor()
        cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        following = cursor.document().characterAt(cursor.selectionEnd())
        text = source.text_of(suggestion)
        cursor.insertText(text.rstrip(" ") if following == " " else text)
        self._text.setTextCursor(cursor)
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        source.taken(suggestion)
