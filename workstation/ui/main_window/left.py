"""What was on the screen when a window had to be made anew, and bringing it back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from workstation.ui.main_window.main_window import MainWindow

if TYPE_CHECKING:
    from workstation.ui.settings.settings_view import Page


@dataclass(frozen=True, slots=True)
class Left:
    """The open contact, what was shown beside it ("customer" or "product"), and the page of the
    settings that was open."""

    open_id: str
    beside: str
    page: "Page | None"

    @classmethod
    def of(cls, window: MainWindow) -> "Left":
        page = window.comforts.settings_page if window.comforts is not None else None
        panel = window.area.panel
        return cls(window.open_id, panel.page if panel is not None else "customer", page)

    def bring_back(self, window: MainWindow, done: Callable[[], None]) -> None:
        """`done` is called once all of it is on the screen."""
        if self.open_id:
            window.open_contact(self.open_id, caret=False)
        # Once more round: by then the window has made what comes after its first paint.
        window.painted.connect(
            lambda: QTimer.singleShot(0, window, lambda: self._show(window, done))
        )

    def _show(self, window: MainWindow, done: Callable[[], None]) -> None:
        if window.area.panel is not None:
            window.area.panel.show_page(self.beside)
        if window.comforts is not None and self.page is not None:
            window.comforts.show_settings(self.page)
        contact = window.area.contact
        if contact is None or not self.open_id or contact.head is not None:
            QTimer.singleShot(0, window, done)
        else:
            contact.head_changed.connect(lambda _: QTimer.singleShot(0, window, done))
