"""Making the window again in another language or size, so that nothing blinks."""

from collections.abc import Callable

from workstation.ui.main_window.left import Left
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.main_window.still import Still


class Anew:
    """Drafts and place are kept, and what was on the screen stays there until it is all there
    again."""

    def __init__(self) -> None:
        self._bringing: tuple[MainWindow, Left] | None = None
        """Where something is being brought back. When that is made again meanwhile, it still is."""

    def make(
        self, former: MainWindow, change: Callable[[], None], new: Callable[[], MainWindow]
    ) -> None:
        """Do `change`, and show what `new` makes in the place of `former`."""
        if self._bringing is not None and self._bringing[0] is former:
            left = self._bringing[1]
        else:
            left = Left.of(former)
        still = Still(former)
        former.settle()
        change()
        window = new()
        still.lie_over(window)
        window.show()
        self._bringing = (window, left)
        left.bring_back(window, lambda: self._brought_back(window, still))

    def _brought_back(self, window: MainWindow, still: Still) -> None:
        if self._bringing is not None and self._bringing[0] is window:
            self._bringing = None
        still.lift()
