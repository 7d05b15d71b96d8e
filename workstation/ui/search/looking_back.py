"""The look through all that was ever said, among what takes long."""

from collections.abc import Callable

from workstation.ui.context import DeskContext
from workstation.ui.long_work.long_work import Work
from workstation.ui.words import translate


class LookingBack:
    """`stopped` is called when somebody has had enough of it."""

    def __init__(self, context: DeskContext, stopped: Callable[[], None]) -> None:
        self._context = context
        self._stopped = stopped
        self._work: Work | None = None

    def begin(self) -> None:
        """It goes on; one look is one work however many steps it takes."""
        if self._work is None:
            self._work = self._context.long_work.begin(
                translate("search", "Looking through all contacts of before"), stop=self._stopped
            )

    def end(self) -> None:
        work, self._work = self._work, None
        if work is not None:
            work.end()
