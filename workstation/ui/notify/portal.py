"""Notices through the desktop's portal, for Linux desktops that have no tray for icons."""

import itertools
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import SLOT, QObject, Signal, Slot

from workstation.ui.notify.notice_words import Notice

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

SERVICE: Final = "org.freedesktop.portal.Desktop"
PATH: Final = "/org/freedesktop/portal/desktop"
INTERFACE: Final = "org.freedesktop.portal.Notification"
PROPERTIES: Final = "org.freedesktop.DBus.Properties"
ACTION: Final = "app.open"
INVOKED: Final[Any] = SLOT("invoked(QDBusMessage)")
"""The slot below. Qt takes it as this text, though its types say that it wants bytes."""
KEPT: Final = 20
"""Notices of which a click is still heard."""


class Portal(QObject):
    """`there` once the desktop answered that it takes notices; nothing waits for that."""

    there = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._bus: QDBusConnection | None = None
        self._clicks: dict[str, Callable[[], None]] = {}
        self._numbers = itertools.count(1)

    def look(self) -> None:
        """Ask whether there is one."""
        if not sys.platform.startswith("linux"):
            return
        try:
            from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher
        except ImportError:
            return
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        self._bus = bus
        asked = QDBusMessage.createMethodCall(SERVICE, PATH, PROPERTIES, "Get")
        asked.setArguments([INTERFACE, "version"])
        watcher = QDBusPendingCallWatcher(bus.asyncCall(asked), self)
        watcher.finished.connect(self._answered)

    def show(self, notice: Notice, clicked: Callable[[], None]) -> None:
        from PySide6.QtDBus import QDBusMessage

        if self._bus is None:
            return
        name = f"workstation-{next(self._numbers)}"
        self._clicks[name] = clicked
        while len(self._clicks) > KEPT:
            del self._clicks[next(iter(self._clicks))]
        said = {"title": notice.title, "body": notice.words, "default-action": ACTION}
        call = QDBusMessage.createMethodCall(SERVICE, PATH, INTERFACE, "AddNotification")
        call.setArguments([name, said])
        self._bus.asyncCall(call)

    def _answered(self, watcher: object) -> None:
        from PySide6.QtDBus import QDBusPendingCallWatcher

        if not isinstance(watcher, QDBusPendingCallWatcher) or self._bus is None:
            return
        watcher.deleteLater()
        if watcher.isError():
            return
        self._bus.connect(SERVICE, PATH, INTERFACE, "ActionInvoked", self, INVOKED)
        self.there.emit()

    @Slot("QDBusMessage")
    def invoked(self, message: "QDBusMessage") -> None:
        """Somebody clicked a notice."""
        given = message.arguments()
        clicked = self._clicks.pop(str(given[0]), None) if given else None
        if clicked is not None:
            clicked()
