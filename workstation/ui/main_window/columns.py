"""Two parts side by side: one has its share of the window, until somebody drags it otherwise."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from workstation.ui.theme.sizes import px
from workstation.ui.theme.tokens import (
    INBOX,
    INBOX_WIDE,
    PANEL,
    PANEL_WIDE,
    SIDEBAR,
    SIDEBAR_WIDE,
    WIDE_AT,
    WIDE_FROM,
)


def sidebar_share(window: int) -> int:
    """How wide the sidebar is in a window this wide; device-independent pixels, as below."""
    return _share(window, SIDEBAR, SIDEBAR_WIDE)


def inbox_share(window: int) -> int:
    return _share(window, INBOX, INBOX_WIDE)


def panel_share(window: int) -> int:
    return _share(window, PANEL, PANEL_WIDE)


def _share(window: int, usual: int, wide: int) -> int:
    """The usual width up to `WIDE_FROM`, the wide one from `WIDE_AT`, evenly between them: a large
    screen shows longer names and lines, not only a wider contact."""
    begin, end = px(WIDE_FROM), px(WIDE_AT)
    part = min(1.0, max(0.0, (window - begin) / (end - begin)))
    return px(usual) + round(part * (px(wide) - px(usual)))


class Columns(QSplitter):
    """`share` says how wide the part at `place` (0 or 1) is in a window; the other has the rest."""

    LEFT: Final = 0
    RIGHT: Final = 1

    def __init__(self, place: int, share: Callable[[int], int], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._place = place
        self._share = share
        self.chosen = 0
        """How wide somebody made it; 0 while nobody did."""
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._dragged)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.settle()

    def settle(self) -> None:
        """Give both parts their width."""
        part = self.widget(self._place) if self.count() == 2 else None
        if part is None or part.isHidden():
            return
        wanted = self.chosen or self._share(self.window().width())
        sizes = [max(1, self.width() - self.handleWidth() - wanted)] * 2
        sizes[self._place] = wanted
        self.setSizes(sizes)

    def _dragged(self, *_: object) -> None:
        self.chosen = self.sizes()[self._place]
