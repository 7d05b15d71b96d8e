"""Which palette the desk wears, light or dark, and how Qt is dressed in it."""

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from workstation.ui.theme.enter_presses import EnterPresses
from workstation.ui.theme.fonts import font
from workstation.ui.theme.sheet import sheet
from workstation.ui.theme.sizes import choose_text_size, text_size
from workstation.ui.theme.tokens import DARK, LIGHT, Tokens

Choice = Literal["system", "light", "dark"]


class Theme(QObject):
    """The palette in use. `changed` comes after every widget was dressed anew."""

    changed = Signal()
    resized = Signal()
    """Text has another size: what was measured must be made anew."""

    def __init__(self, choice: Choice = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice: Choice = choice
        self.tokens: Tokens = LIGHT
        self._colors: dict[str, QColor] = {}
        self.tokens = self._wanted()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def choice(self) -> Choice:
        return self._choice

    def choose(self, choice: Choice) -> None:
        """Wear this from now on; "system" follows the operating system."""
        self._choice = choice
        self._settle()

    def grow(self, percent: int) -> None:
        """Text, and what holds it, is as large as this from now on."""
        if percent == text_size():
            return
        choose_text_size(percent)
        font.cache_clear()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setFont(font())
            app.setStyleSheet(sheet(self.tokens))
        self.resized.emit()

    def color(self, token: str) -> QColor:
        """The colour with a token's name, ready for a painter. Do not change it, copy it."""
        found = self._colors.get(token)
        if found is None:
            found = self._colors[token] = QColor(getattr(self.tokens, token))
        return found

    def dress(self, app: QApplication) -> None:
        """Dress the whole application, and have its buttons pressed alike. Fusion looks the same
        on every system and obeys a palette; asking Qt for a colour scheme has no effect on some
        platforms."""
        wanted = sheet(self.tokens)
        if app.styleSheet() != wanted:  # else it is dressed like that, and Qt would do it all again
            app.setStyle(QStyleFactory.create("Fusion"))
            app.setPalette(_palette(self.tokens))
            app.setStyleSheet(wanted)
        app.setFont(font())  # last: with a first style sheet Qt puts back the system's own letters
        if app.findChild(EnterPresses) is None:
            EnterPresses(app)

    def _wanted(self) -> Tokens:
        if self._choice == "system":
            scheme = QGuiApplication.styleHints().colorScheme()
            return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._choice == "dark" else LIGHT

    @Slot()
    def _system_changed(self) -> None:
        if self._choice == "system":
            self._settle()

    def _settle(self) -> None:
        wanted = self._wanted()
        if wanted is self.tokens:
            return
        self.tokens = wanted
        self._colors.clear()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(_palette(wanted))
            app.setStyleSheet(sheet(wanted))
        self.changed.emit()


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, value in (
        (role.Window, tokens.window),
        (role.WindowText, tokens.text),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.sunken),
        (role.Text, tokens.text),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.on_accent),
        (role.PlaceholderText, tokens.faint),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Link, tokens.accent),
        (role.LinkVisited, tokens.accent),
        (role.ToolTipBase, tokens.raised),
        (role.ToolTipText, tokens.text),
        (role.Accent, tokens.accent),
        (role.Light, tokens.raised),
        (role.Midlight, tokens.line2),
        (role.Mid, tokens.line),
        (role.Dark, tokens.line),
        (role.Shadow, tokens.line),
    ):
        palette.setColor(which, QColor(value))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.faint))
    return palette
