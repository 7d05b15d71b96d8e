"""The values an operator may take, for what is typed of one."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from workstation.rules.finding.completing import Place
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.search.completions import (
    FROM_ROWS,
    completion_lines,
    heading,
    known_values,
)
from workstation.ui.search.lines import Line, group

PURPOSE = "search values"


class Values:
    """`came` is called when some were read."""

    def __init__(self, context: DeskContext, owner: QObject, came: Callable[[], None]) -> None:
        self._context = context
        self._owner = owner
        self._came = came
        self._at: Place | None = None
        self._found: list[tuple[str, str]] = []

    def look_for(self, at: Place | None) -> None:
        """Those for what stands at the caret; what needs reading comes a little later."""
        self._at, self._found = at, []
        if at is None or at.kind is None:
            return
        self._found = known_values(self._context, at.kind, at.typed)
        if at.kind not in FROM_ROWS:
            return
        kind, typed = at.kind, at.typed

        def work(replica: ReplicaDoor) -> tuple[str, ...]:
            return replica.find_values(kind, typed)

        def show(values: tuple[str, ...]) -> None:
            if at is self._at:
                self._found = [(value, "") for value in values]
                self._came()

        self._context.reader.ask(PURPOSE, work, show, owner=self._owner)

    def put(self, lines: list[Line]) -> None:
        """Add them, under their heading."""
        at = self._at
        if at is not None and at.kind is not None:
            title = heading(at.kind, self._context.language)
            group(lines, title, completion_lines(at.kind, self._found, at.typed))
