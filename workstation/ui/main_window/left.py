"""What was on the screen when a window had to be made anew, and bringing it back."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from workstation.ui.main_window.main_window import MainWindow

if TYPE_CHECKING:
    from workstation.ui.settings.settings_view import Page


@dataclass(frozen=True, slots=True)
class Left:
    """The open contact, and the page of the settings that was open."""

    open_id: str
    page: "Page | None"

    @classmethod
    def of(cls, window: MainWindow) -> "Left":
        page = window.comforts.settings_page if window.comforts is not None else None
        return cls(window.open_id, page)

    def bring_back(self, window: MainWindow) -> None:
        if self.open_id:
            window.open_contact(self.open_id, caret=False)
        if self.page is not None:
            # Once more round: by then the window has made what comes after its first paint.
            window.painted.connect(lambda: QTimer.singleShot(0, window, lambda: self._show(window)))

    def _show(self, window: MainWindow) -> None:
        if window.comforts is not None and self.page is not None:
            window.comforts.show_settings(self.page)
