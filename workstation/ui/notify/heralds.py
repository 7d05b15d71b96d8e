"""Where a notice shows: by the tray icon where the system has one, else in the window."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from workstation.ui.context import DeskContext
from workstation.ui.notify.notice_words import Notice
from workstation.ui.words import translate

SHOWN_MS: Final = 8_000


class InWindow:
    """For a desktop that shows no notices: a line in the window says it."""

    def __init__(self, context: DeskContext) -> None:
        self._context = context

    def show(self, notice: Notice, clicked: Callable[[], None]) -> None:
        words = f"{notice.title}: {notice.words}" if notice.words else notice.title
        self._context.news.notice.emit(words.replace("\n", " · "), "quiet")


class Tray(QObject):
    """The icon in the tray, its menu, and its notices."""

    def __init__(self, context: DeskContext, icon: QIcon, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._clicked: Callable[[], None] = self._forward
        self._menu = QMenu()
        self._menu.addAction(translate("notify", "Show the desk"), self._forward)
        self._menu.addSeparator()
        for name in ("quiet", "be_back"):
            action = self._menu.addAction(context.commands.title(name))
            action.triggered.connect(lambda _=False, one=name: context.commands.run(one))
        self._icon = QSystemTrayIcon(icon, self)
        self._icon.setToolTip("Workstation")
        self._icon.setContextMenu(self._menu)
        self._icon.messageClicked.connect(self._was_clicked)
        self._icon.activated.connect(self._activated)
        self._icon.show()

    def show(self, notice: Notice, clicked: Callable[[], None]) -> None:
        self._clicked = clicked
        self._icon.showMessage(notice.title, notice.words, self._icon.icon(), SHOWN_MS)

    def wear(self, title: str, icon: QIcon) -> None:
        """Say how many wait."""
        self._icon.setToolTip(title)
        self._icon.setIcon(icon)

    def put_away(self) -> None:
        self._icon.hide()
        self._menu.deleteLater()

    def _was_clicked(self) -> None:
        self._clicked()

    def _forward(self) -> None:
        self._context.news.come_forward.emit()

    def _activated(self, why: QSystemTrayIcon.ActivationReason) -> None:
        if why in (
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        ):
            self._forward()


def tray_there() -> bool:
    return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()
