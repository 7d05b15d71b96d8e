"""What a person chooses about their desk, done at once: look, language, size of text, presence."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from workstation.ui.context import DeskContext, Language
from workstation.ui.preferences import LANGUAGE, LOOK, TEXT_SIZE
from workstation.ui.theme.sizes import USUAL, step
from workstation.ui.translations import Translations, language_of


class DeskChoices(QObject):
    """Follows the preferences. `anew` does what it is given, and makes the window again, with all
    that was in it."""

    def __init__(
        self,
        context: DeskContext,
        translations: Translations,
        anew: Callable[[Callable[[], None]], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._translations = translations
        self._anew = anew
        context.preferences.changed.connect(self._changed)

    def choose_look(self, look: str) -> None:
        if look in ("system", "light", "dark"):
            self._context.preferences.choose(LOOK, look)
            self._context.theme.choose(self._context.preferences.look())

    def choose_language(self, language: Language) -> None:
        self._context.preferences.choose(LANGUAGE, language)
        self._speak(language)

    def choose_presence(self, state: str, reason: str = "", until: int | None = None) -> None:
        self._context.writer.act("set_presence", state=state, reason=reason, until=until)

    def handle(self) -> None:
        """The keys for the size of text, in the window that is there now."""
        handle = self._context.commands.handle
        handle("larger_text", lambda: self._step(1))
        handle("smaller_text", lambda: self._step(-1))
        handle("usual_text", lambda: self._context.preferences.choose(TEXT_SIZE, USUAL))

    def _step(self, steps: int) -> None:
        size = self._context.preferences.of(TEXT_SIZE)
        self._context.preferences.choose(TEXT_SIZE, step(size, steps))

    def _changed(self, name: str) -> None:
        preferences = self._context.preferences
        if name == LOOK.name:
            self._context.theme.choose(preferences.look())
        elif name == LANGUAGE.name:
            self._speak(language_of(preferences.of(LANGUAGE)))
        elif name == TEXT_SIZE.name:
            self._anew(lambda: self._context.theme.grow(preferences.of(TEXT_SIZE)))

    def _speak(self, language: Language) -> None:
        def change() -> None:
            self._context.language = language
            self._translations.speak(language)

        if language != self._context.language:
            self._anew(change)
