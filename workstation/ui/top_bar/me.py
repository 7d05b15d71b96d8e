"""Who I am and whether I am there; with what is only mine: look, language, signing out."""

from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from workstation.ui.context import DeskContext
from workstation.ui.notify.kinds import QUIET
from workstation.ui.presence.presence_words import in_a_line, short
from workstation.ui.theme.avatar import paint_avatar
from workstation.ui.theme.fonts import MEDIUM, font
from workstation.ui.theme.menu import Menu
from workstation.ui.theme.pill import Tone, paint_pill, pill_width
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Choice
from workstation.ui.words import QT_TRANSLATE_NOOP, translate

TONES: Final[dict[str, Tone]] = {"available": "ok", "busy": "warn"}
LOOKS: Final[dict[Choice, str]] = {
    "system": QT_TRANSLATE_NOOP("me", "As the system"),
    "light": QT_TRANSLATE_NOOP("me", "Light"),
    "dark": QT_TRANSLATE_NOOP("me", "Dark"),
}
LANGUAGES: Final = {"en": "English", "nl": "Nederlands"}


class Me(QToolButton):
    """A face, a first name and a state; opens a menu."""

    presence_chosen = Signal(str, str, object)
    """The state, the reason, and when one is back (milliseconds since the epoch) or None."""
    look_chosen = Signal(str)
    language_chosen = Signal(str)
    sign_out_chosen = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("me")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._menu = Menu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        context.news.reference_changed.connect(self._show)
        context.commands.handle("presence", self.open_menu)
        context.theme.changed.connect(self.update)
        context.preferences.changed.connect(self._show)
        self._show()

    def open_menu(self) -> None:
        """By key: the first choice is marked, so that Enter does something."""
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))
        if self._menu.actions():
            self._menu.setActiveAction(self._menu.actions()[0])

    def _show(self, *_: object) -> None:
        me = self._context.me
        said = [in_a_line(me, self._context.clock()), *(words for words, _ in self._pills()[1:])]
        words = ", ".join(said)
        self.setAccessibleName(f"{me.name}, {words}")
        key = self._context.commands.key("presence")
        self.setToolTip(f"{me.name} · {words}  ·  {key}")
        self.updateGeometry()
        self.update()

    def _pills(self) -> list[tuple[str, Tone]]:
        """Whether I am there; and that nothing disturbs me, so that nobody forgets it."""
        me = self._context.me
        pills: list[tuple[str, Tone]] = [(short(me), TONES.get(me.presence, "quiet"))]
        if self._context.preferences.of(QUIET):
            pills.append((translate("settings", "Do not disturb"), "warn"))
        return pills

    def _first_name(self) -> str:
        return self._context.me.name.partition(" ")[0]

    def sizeHint(self) -> QSize:
        name = QFontMetricsF(font(13, MEDIUM)).horizontalAdvance(self._first_name())
        pills = sum(pill_width(words) + 6 for words, _ in self._pills())
        return QSize(round(px(48) + name + pills), px(36))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._context.me.agent_id:
            return
        theme = self._context.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse():
            painter.setBrush(theme.color("sunken"))
            painter.drawRoundedRect(QRectF(self.rect()), 7, 7)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        paint_avatar(painter, self._context.me.name, px(4), px(4), px(28))
        painter.setFont(font(13, MEDIUM))
        painter.setPen(theme.color("text"))
        width = QFontMetricsF(painter.font()).horizontalAdvance(self._first_name())
        painter.drawText(
            QRectF(px(40), 0, width + 2, px(36)), Qt.AlignmentFlag.AlignVCenter, self._first_name()
        )
        x = px(40) + width + px(8)
        for words, tone in self._pills():
            x += paint_pill(painter, theme, words, tone, x, px(9)) + 6

    def _fill(self) -> None:
        """The menu, made when asked for: it shows how things are now."""
        menu = self._menu
        menu.clear()
        from workstation.ui.presence.presence_menu import fill

        fill(menu, self._context, self.presence_chosen.emit)
        menu.addSeparator()
        looks = menu.within(translate("me", "Look"))
        for look, words in LOOKS.items():
            self._choice(
                looks,
                translate("me", words),
                look == self._context.theme.choice,
                lambda chosen=look: self.look_chosen.emit(chosen),
            )
        languages = menu.within(translate("me", "Language"))
        for language, name in LANGUAGES.items():
            self._choice(
                languages,
                name,
                language == self._context.language,
                lambda chosen=language: self.language_chosen.emit(chosen),
            )
        menu.addSeparator()
        for name in ("quiet", "settings", "keys", "help", "tour"):
            menu.addAction(self._context.commands.action(name))
        menu.addSeparator()
        menu.addAction(translate("me", "Sign out"), self.sign_out_chosen.emit)

    def _choice(self, menu: Menu, words: str, chosen: bool, what: object) -> None:
        action = QAction(words, menu)
        action.setCheckable(True)
        action.setChecked(chosen)
        group = QActionGroup(action)
        group.addAction(action)
        action.triggered.connect(what)
        menu.addAction(action)
