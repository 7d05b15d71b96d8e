"""One fact of a panel: it can be reached by keyboard, and copied with Ctrl+C or from its menu."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from workstation.ui.panels.section import Ink, Words
from workstation.ui.theme.fonts import Size
from workstation.ui.theme.menu import Menu
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.message_menu import copy_text
from workstation.ui.words import translate


class Fact(Words):
    """`value` is what is copied, when that is not what is shown; `name` says what kind of fact it
    is to a screen reader."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        name: str = "",
        value: str | None = None,
        ink: Ink = "text",
        size: Size = 13,
        strong: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, ink=ink, size=size, strong=strong, parent=parent)
        self._theme = theme
        self._value = text if value is None else value
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{name}: {self.text()}" if name else self.text())

    def copy(self) -> None:
        """What is selected, else all of it."""
        chosen = self.selectedText().replace("\u2028", "\n").replace("\u2029", "\n")
        copy_text(chosen or self._value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            event.accept()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        menu.popup(event.globalPos())

    def fill_menu(self, menu: Menu) -> None:
        """What can be done with it."""
        menu.addAction(translate("panels", "Copy"), self.copy)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("accent"), 1.2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.6, 0.6, -0.6, -0.6), 4, 4)
