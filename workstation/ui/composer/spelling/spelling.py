"""Underlines what is not a word while somebody writes, and offers the words that may be meant."""

from collections.abc import Callable, Iterator
from typing import Final, Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QContextMenuEvent, QTextBlock, QTextCursor

from workstation.replica.rows.contact import ContactHead
from workstation.ui.composer.composer_view import ComposerView
from workstation.ui.composer.spelling.available import spelling_there
from workstation.ui.composer.spelling.language import SpeltLanguage, spelt_language
from workstation.ui.composer.spelling.my_words import MyWords
from workstation.ui.composer.spelling.speller import Languages, Speller
from workstation.ui.composer.spelling.spelling_menu import SpellingMenu, unavailable
from workstation.ui.composer.spelling.words import words_in
from workstation.ui.composer.text_marks import Mark
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.preferences import SPELLING
from workstation.ui.transcript.harmless import units
from workstation.ui.words import translate

ASK_AFTER: Final = 120
"""Milliseconds in which new words are gathered into one question."""
REMEMBERED: Final = 20_000
"""Words whose verdict is remembered."""
READ: Final = 8_000
"""Characters of a text that are looked at for its language."""
Wish = Literal["nl", "en"] | None


class Spelling(QObject):
    """Follows one composer. Nothing is loaded before somebody types. The word at whose end the
    caret stands is left in peace: it is still being written. Names of the customer, of colleagues
    and of the catalogue are words too."""

    def __init__(
        self,
        context: DeskContext,
        composer: ComposerView,
        speller: Callable[[Callable[[Exception], None]], Speller] = Speller,
    ) -> None:
        super().__init__(composer)
        self._context = context
        self._composer = composer
        self._text = composer.text
        self._make_speller = speller
        self._speller: Speller | None = None
        self._my_words = MyWords(context.preferences)
        self._verdicts: dict[str, Languages] = {}
        self._names: set[str] = set()
        self._asking: set[str] = set()
        self._unasked: set[str] = set()
        self._contact_id = ""
        self._customers: str = context.language
        self._wishes: dict[str, Wish] = {}
        """By contact the language somebody chose."""
        self._language: SpeltLanguage = "nl"
        self._questions = 0
        self._caret = -1
        """The block in which the caret stood."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(ASK_AFTER)
        self._soon.timeout.connect(self._ask)
        self._text.marks.add(self._marks)
        self._text.installEventFilter(self)
        self._text.viewport().installEventFilter(self)
        self._text.cursorPositionChanged.connect(self._caret_moved)
        composer.typed.connect(self._typed)
        context.preferences.changed.connect(self._preferred)
        context.commands.handle("spelling", self.next_mistake)

    @property
    def language(self) -> SpeltLanguage:
        """In which language the text is read."""
        return self._language

    @property
    def idle(self) -> bool:
        """Whether all that was asked is answered."""
        return (
            not self._soon.isActive()
            and not self._asking
            and (self._speller is None or self._speller.idle)
        )

    def look_at(self, head: ContactHead | None) -> None:
        """Another contact is open: whose language, whose name."""
        contact_id = "" if head is None else head.contact_id
        self._customers = head.language if head is not None and head.language else "nl"
        if contact_id != self._contact_id:
            self._contact_id = contact_id
            # What was a name there may be none here.
            self._names.clear()
            self._verdicts = {word: one for word, one in self._verdicts.items() if len(one) > 1}
        self._settle_language()

    def end(self) -> None:
        """The window closes."""
        speller, self._speller = self._speller, None
        self._soon.stop()
        self._asking.clear()
        if speller is not None:
            speller.stop()

    def mistakes(self, line: str, writing: int = -1) -> Iterator[tuple[int, str]]:
        """Where in a line something stands that is not a word, and what; but not the word that
        ends where somebody is `writing`, in UTF-16 units."""
        for start, word in words_in(line):
            if units(line[: start + len(word)]) == writing:
                continue
            verdict = self._verdicts.get(word)
            if verdict is None:
                self._want(word)
            elif self._language not in verdict and not self._is_a_name(word):
                yield start, word

    def wish(self, language: Wish) -> None:
        """Read this contact's text in a language, or (None) find out oneself."""
        self._wishes[self._contact_id] = language
        self._settle_language()
        self._text.marks.look_again()

    def learn(self, word: str) -> None:
        """From now on it is a word, at this desk."""
        self._my_words.add(word)
        self._text.marks.look_again()

    def next_mistake(self) -> None:
        """Select the next word that is none, after the caret or else from the start, and offer."""
        block = self._text.textCursor().block()
        after = self._text.textCursor().selectionEnd() - block.position()
        document = self._text.document()
        for _ in range(document.blockCount() + 1):
            for start, word in self.mistakes(block.text()):
                at = units(block.text()[:start])
                if at >= after:
                    self._select(block, at, units(word))
                    self._open_menu(self._text.cursorRect().bottomLeft())
                    return
            block = block.next() if block.next().isValid() else document.begin()
            after = 0
        self._say_none()

    def _say_none(self) -> None:
        """A key that did nothing says why."""
        if not spelling_there():
            words = unavailable()
        elif not self._context.preferences.of(SPELLING):
            words = translate(
                "composer", "Spelling is not checked. The menu of the field turns it on."
            )
        elif self.idle:
            words = translate("composer", "No word here is spelt wrong.")
        else:
            return
        self._context.news.notice.emit(words, "quiet")

    # ------------------------------------------------------------------ finding

    def _on(self) -> bool:
        return self._speller is not None and self._context.preferences.of(SPELLING)

    def _marks(self, line: str) -> list[Mark]:
        if not self._on():
            return []
        cursor = self._text.textCursor()
        here = cursor.positionInBlock() if cursor.block().text() == line else -1
        return [
            Mark(start, len(word), "misspelt") for start, word in self.mistakes(line, writing=here)
        ]

    def _is_a_name(self, word: str) -> bool:
        return word.casefold() in self._names or word in self._my_words

    def _want(self, word: str) -> None:
        if word not in self._asking:
            self._unasked.add(word)
            if not self._soon.isActive():
                self._soon.start()

    def _typed(self) -> None:
        if self._speller is None and self._context.preferences.of(SPELLING):
            self._speller = self._make_speller(self._context.reader.unhandled)
            self.destroyed.connect(self._speller.stop)
            self._text.marks.look_again()
        if self._on() and not self._soon.isActive():
            self._soon.start()

    def _ask(self) -> None:
        """The new words first of the dictionaries, then of the names; then all is shown at once."""
        self._settle_language()
        words, self._unasked = sorted(self._unasked), set()
        speller, contact_id = self._speller, self._contact_id
        if not words or speller is None:
            return
        self._asking.update(words)

        def checked(verdicts: dict[str, Languages]) -> None:
            odd = {word for word, languages in verdicts.items() if len(languages) < 2}
            self._ask_names(contact_id, odd, lambda names: told(verdicts, names))

        def told(verdicts: dict[str, Languages], names: frozenset[str]) -> None:
            if len(self._verdicts) > REMEMBERED:
                self._verdicts.clear()
            if contact_id == self._contact_id:
                self._names |= names
            self._verdicts |= verdicts
            self._asking.difference_update(verdicts)
            self._settle_language()
            self._text.marks.look_again()

        speller.check(words, checked, self)

    def _ask_names(
        self, contact_id: str, words: set[str], then: Callable[[frozenset[str]], None]
    ) -> None:
        def work(replica: ReplicaDoor) -> frozenset[str]:
            return replica.names_among(contact_id, words)

        self._questions += 1  # every question counts: none takes the place of another
        self._context.reader.ask(f"names {self._questions}", work, then, owner=self)

    def _settle_language(self) -> None:
        wished = self._wishes.get(self._contact_id)
        words = [word for _, word in words_in(self._text.toPlainText()[-READ:])]
        found = wished or spelt_language(words, self._verdicts, self._customers)
        if found != self._language:
            self._language = found
            self._text.marks.look_again()

    def _caret_moved(self) -> None:
        """The word that was being written is finished, or is written in again."""
        before, self._caret = self._caret, self._text.textCursor().blockNumber()
        if self._on():
            for number in {before, self._caret}:
                block = self._text.document().findBlockByNumber(number)
                if block.isValid():
                    self._text.marks.look_again_at(block)

    def _preferred(self, name: str) -> None:
        if name == SPELLING.name:
            self._text.marks.look_again()

    # ------------------------------------------------------------------ offering

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent) and event.type() == QEvent.Type.ContextMenu:
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            if not by_key:
                cursor = self._text.cursorForPosition(event.pos())
                if not self._text.textCursor().hasSelection() or self._mistake_at(cursor):
                    self._text.setTextCursor(cursor)
            at = self._text.cursorRect().bottomLeft() if by_key else event.pos()
            self._open_menu(at)
            return True
        return super().eventFilter(watched, event)

    def _mistake_at(self, cursor: QTextCursor) -> tuple[QTextBlock, int, str] | None:
        """The block, where in it, and the word that is none."""
        if not self._on():
            return None
        block, here = cursor.block(), cursor.selectionStart() - cursor.block().position()
        for start, word in self.mistakes(block.text()):
            at = units(block.text()[:start])
            if at <= here <= at + units(word):
                return block, at, word
        return None

    def _select(self, block: QTextBlock, at: int, length: int) -> None:
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + at)
        cursor.setPosition(block.position() + at + length, QTextCursor.MoveMode.KeepAnchor)
        self._text.setTextCursor(cursor)

    def _open_menu(self, at: QPoint) -> None:
        menu = SpellingMenu(self._text.createStandardContextMenu())
        found = self._mistake_at(self._text.textCursor())
        speller = self._speller
        if found is not None and speller is not None:
            block, start, word = found
            self._select(block, start, units(word))
            menu.offer(word)
            menu.chosen.connect(lambda other: self._text.textCursor().insertText(other))
            menu.learned.connect(lambda: self.learn(word))
            speller.suggest(word, self._language, menu.suggest, menu)
        if spelling_there():
            menu.languages(self._wishes.get(self._contact_id), self.wish)
            menu.switch(
                self._context.preferences.of(SPELLING),
                lambda on: self._context.preferences.choose(SPELLING, on),
            )
        else:
            menu.say_unavailable()
        menu.popup(self._text.viewport().mapToGlobal(at))
