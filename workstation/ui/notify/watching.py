"""Looks at my contacts whenever something changed, off the thread that paints, and says what
happened."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from workstation.replica.rows.news import Changed
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.notify.happenings import Look, happened, look, next_warning

SOON_MS: Final = 150
"""Changes come in bursts."""
SLACK: Final = 60_000
"""The office's clock and this one may differ by so much."""
LONGEST_MS: Final = 60_000
"""A computer that slept through the moment says so soon after it wakes."""


class Watching(QObject):
    """`happened` with a list of `Happening`, `unread` with how many of mine are not read."""

    happened = Signal(list)
    unread = Signal(int)

    def __init__(self, context: DeskContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._since = context.clock() - SLACK
        self._before: dict[str, int] | None = None
        self._changed: set[str] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._look)
        self._warning = QTimer(self)
        self._warning.setSingleShot(True)
        self._warning.timeout.connect(self._look)
        context.news.changed.connect(self._heard)
        self._look()

    def _heard(self, changed: Changed) -> None:
        if changed.everything:
            # The memory was made anew: what is in it now is where comparing begins.
            self._before = None
            self._changed.clear()
        self._changed |= changed.contacts
        if changed.everything or changed.contacts or "phone_call" in changed.tables:
            self._soon.start()

    def _look(self) -> None:
        changed = frozenset(self._changed)

        def work(replica: ReplicaDoor) -> Look:
            return look(replica, changed)

        def seen(found: Look) -> None:
            self._changed -= changed
            self._compare(found)

        self._context.reader.ask("watching", work, seen, owner=self)

    def _compare(self, found: Look) -> None:
        me, now = self._context.me.agent_id, self._context.clock()
        before, self._before = self._before, {row.contact_id: row.last_at for row in found.rows}
        if before is None:
            before = dict(self._before)
        news = happened(before, found, me=me, since=self._since, now=now) if me else []
        self.unread.emit(found.unread)
        if news:
            self.happened.emit(news)
        warn_at = next_warning(found.rows, now)
        if warn_at is None:
            self._warning.stop()
        else:
            self._warning.start(min(LONGEST_MS, warn_at - now + SOON_MS))
