"""Buttons that show their key, so that the hands learn it by looking."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from workstation.ui.icons import icon
from workstation.ui.theme.fonts import MEDIUM, font
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme

_SIDE, _BETWEEN = 12, 8
SMALL = 26
"""Device-independent pixels each way that a small button takes, and none takes less: a hand that
trembles hits it."""


class KeyButton(QPushButton):
    """A button with its key behind its name, in a quieter ink."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        key: str = "",
        *,
        primary: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._key = key
        self._primary = primary
        self.setFont(font(13, MEDIUM))
        if primary:
            self.setProperty("look", "primary")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setToolTip(f"{text}  ·  {key}" if key else text)

    def say(self, text: str) -> None:
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.setToolTip(f"{text}  ·  {self._key}" if self._key else text)
            self.updateGeometry()

    def show_key(self, key: str) -> None:
        """Another key does the same now."""
        if key != self._key:
            self._key = key
            self.setToolTip(f"{self.text()}  ·  {key}" if key else self.text())
            self.updateGeometry()
            self.update()

    def rename_key(self, instead: Mapping[str, str]) -> None:
        """Show another key, if the one it shows has another now."""
        if self._key in instead:
            self._key = instead[self._key]
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(font(13, MEDIUM)).horizontalAdvance(self.text())
        if self._key:
            wide += _BETWEEN + QFontMetricsF(font(11)).horizontalAdvance(self._key)
        return QSize(round(wide) + 2 * _SIDE, px(30))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        ink = QColor(self._theme.color("on_accent" if self._primary else "text"))
        if not self.isEnabled():
            ink = QColor(self._theme.color("faint"))
        box = QRectF(self.rect()).adjusted(_SIDE, 0, -_SIDE, 0)
        painter.setFont(font(13, MEDIUM))
        painter.setPen(ink)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextHideMnemonic
        painter.drawText(box, flags | Qt.AlignmentFlag.AlignLeft, self.text())
        if self._key:
            quiet = ink if self._primary or not self.isEnabled() else self._theme.color("faint")
            painter.setFont(font(11))
            painter.setPen(quiet)
            painter.drawText(box, flags | Qt.AlignmentFlag.AlignRight, self._key)


class IconButton(QToolButton):
    """An icon alone, with its name for the mouse and the screen reader. A `small` one stands at the
    end of a line of text, and is still large enough to be hit."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        title: str,
        key: str = "",
        parent: QWidget | None = None,
        *,
        small: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self.setAccessibleName(title)
        self.setToolTip(f"{title}  ·  {key}" if key else title)
        side, drawn = (px(SMALL), px(14)) if small else (px(30), px(18))
        self.setFixedSize(max(SMALL, side), max(SMALL, side))
        self.setIconSize(QSize(drawn, drawn))
        if small:
            self.setProperty("look", "small")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        tokens = self._theme.tokens
        self.setIcon(icon(self._name, tokens.muted, tokens.text))


class ModeTab(QToolButton):
    """One of a few ways to do something: a word, underlined when it is the one in use."""

    def __init__(
        self, theme: Theme, text: str, parent: QWidget | None = None, *, wide: bool = False
    ) -> None:
        """`wide` fills the room there is, with its line along the whole lower edge."""
        super().__init__(parent)
        self._theme = theme
        self._shape = font(13 if wide else 12, MEDIUM)
        self._inset = 0 if wide else 3
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        policy = QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Fixed
        self.setSizePolicy(policy, policy)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(round(QFontMetricsF(self._shape).horizontalAdvance(self.text())) + 10, px(26))

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        painter.setFont(self._shape)
        painter.setPen(self._theme.color("text" if on or self.underMouse() else "faint"))
        room = self.rect().adjusted(0, 0, 0, -3)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.text())
        if on:
            line = self.rect().adjusted(self._inset, self.height() - 2, -self._inset, 0)
            painter.fillRect(line, self._theme.color("accent"))
        if self.hasFocus():
            painter.setPen(self._theme.color("accent"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -1.5), 5, 5)
