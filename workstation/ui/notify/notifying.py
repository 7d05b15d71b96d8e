"""Everything that tells this person of what happens, for as long as somebody is signed in."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from workstation.ui.context import DeskContext
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.notify.badge import Badge
from workstation.ui.notify.happenings import Happening
from workstation.ui.notify.heralds import InWindow, Tray, tray_there
from workstation.ui.notify.kinds import QUIET
from workstation.ui.notify.portal import Portal
from workstation.ui.notify.sounding import Sounding
from workstation.ui.notify.system_quiet import SystemQuiet
from workstation.ui.notify.telling import Around, Herald, Telling
from workstation.ui.notify.watching import Watching


class Notifying(QObject):
    """Made after the first paint. `window` gives the window that is there now."""

    def __init__(
        self, context: DeskContext, window: Callable[[], MainWindow | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._window = window
        self.badge = Badge(context.theme, self)
        self.sounding = Sounding(context, self)
        self._system = SystemQuiet(self)
        self._tray = Tray(context, self.badge.icon(), self) if tray_there() else None
        herald: Herald = self._tray or InWindow(context)
        self.telling = Telling(context, herald, self.sounding.play, self._around, self)
        if self._tray is None:
            self._portal = Portal(self)
            self._portal.there.connect(self._show_by_portal)
            self._portal.look()
        self._watching = Watching(context, self)
        self._watching.happened.connect(self._heard)
        self._watching.unread.connect(self.badge.show_count)
        self.badge.changed.connect(self._wear)
        context.preferences.changed.connect(self._chosen)
        context.news.reference_changed.connect(lambda _: self.telling.look_again())
        context.news.back_due.connect(self._back_due)

    def meet(self, window: MainWindow) -> None:
        """A window was made, or made anew."""
        window.setWindowTitle(self.badge.title)

    def put_away(self) -> None:
        if self._tray is not None:
            self._tray.put_away()
        self.badge.show_count(0)

    def _show_by_portal(self) -> None:
        """The desktop has no tray, but shows notices."""
        if isinstance(self.telling.herald, InWindow):
            self.telling.herald = self._portal

    def _around(self) -> Around:
        window = self._window()
        active = window is not None and window.isActiveWindow()
        return Around(
            presence=self._context.me.presence,
            quiet=self._context.preferences.of(QUIET),
            system_quiet=self._system.quiet,
            looking_at=window.open_id if window is not None and active else "",
        )

    def _heard(self, happenings: list[Happening]) -> None:
        self._system.ask()
        self.telling.hear(happenings)
        window = self._window()
        if window is not None and not window.isActiveWindow() and not self.telling.held:
            QApplication.alert(window)

    def _back_due(self, until: int) -> None:
        self.telling.hear([Happening("back", f"back {until}", "", "", "", until)])

    def _chosen(self, name: str) -> None:
        if name == QUIET.name:
            self.telling.look_again()

    def _wear(self, title: str, icon: QIcon) -> None:
        window = self._window()
        if window is not None:
            window.setWindowTitle(title)
        QGuiApplication.setWindowIcon(icon)
        if self._tray is not None:
            self._tray.wear(title, icon)
