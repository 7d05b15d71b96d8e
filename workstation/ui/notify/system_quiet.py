"""Whether the whole computer is asked to be quiet, where that can be known.

Windows and desktops with a notification service that says so are asked; macOS tells no program.
"""

import sys
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

SERVICE: Final = "org.freedesktop.Notifications"
PATH: Final = "/org/freedesktop/Notifications"
ACCEPTS: Final = 5
"""What Windows calls "notices are welcome": everything below is a presentation, a game, quiet
hours or nobody there."""


class SystemQuiet(QObject):
    """`quiet` is the newest answer; `ask` gets another without waiting for it."""

    changed = Signal()
    """Another answer came than the last."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.quiet = False
        self.ask()

    def ask(self) -> None:
        if sys.platform == "win32":
            self._become(_windows_is_quiet())
        elif sys.platform.startswith("linux"):
            self._ask_desktop()

    def _ask_desktop(self) -> None:
        try:
            from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher
        except ImportError:
            return
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        asked = QDBusMessage.createMethodCall(
            SERVICE, PATH, "org.freedesktop.DBus.Properties", "Get"
        )
        asked.setArguments([SERVICE, "Inhibited"])
        watcher = QDBusPendingCallWatcher(bus.asyncCall(asked), self)
        watcher.finished.connect(self._answered)

    def _answered(self, watcher: object) -> None:
        from PySide6.QtDBus import QDBusPendingCallWatcher, QDBusVariant

        if not isinstance(watcher, QDBusPendingCallWatcher):
            return
        watcher.deleteLater()
        found = watcher.reply().arguments() if not watcher.isError() else []
        value = found[0] if found else False
        self._become(bool(value.variant() if isinstance(value, QDBusVariant) else value))

    def _become(self, quiet: bool) -> None:
        if quiet != self.quiet:
            self.quiet = quiet
            self.changed.emit()


def _windows_is_quiet() -> bool:
    import ctypes

    state = ctypes.c_int(ACCEPTS)
    windows: Any = getattr(ctypes, "windll")  # noqa: B009 - it is there on Windows only
    if windows.shell32.SHQueryUserNotificationState(ctypes.byref(state)) != 0:
        return False
    return state.value < ACCEPTS
