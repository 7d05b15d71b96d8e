"""How many visitors were invited to chat within the last hour, and how many were kept back by the
dial: counted in each process, added up in the database twice a minute."""

import threading
from collections.abc import Callable

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from workstation.models.office import ChannelMemory
from workstation.rules.dial import HOUR
from workstation.server.jobs.queue import Jobs
from workstation.server.store import bulk
from workstation.server.store.database import Database

STRETCH = 300_000
"""Milliseconds that are counted together."""
EVERY = 30_000
MOST = 100_000
"""Visitors that are remembered as counted; beyond that somebody counts twice."""
_CHANNEL = "chat"
_NAME = "invited:"


class Invited:
    """`ask` is called, with the session, when there is something new to be seen."""

    def __init__(
        self,
        database: Database,
        jobs: Jobs,
        clock: Callable[[], int],
        ask: Callable[[Session, Jobs, int], None],
    ) -> None:
        self._database = database
        self._jobs = jobs
        self._clock = clock
        self._ask = ask
        self._lock = threading.Lock()
        self._hour = 0
        self._known: set[str] = set()
        self._counts = [0, 0]
        self._written_at = 0

    def count(self, who: str, *, offered: bool) -> None:
        """Somebody looked at a page: once an hour each, however many pages they look at."""
        now = self._clock()
        with self._lock:
            if now // HOUR != self._hour or len(self._known) > MOST:
                self._hour, self._known = now // HOUR, set()
            if who in self._known:
                return
            self._known.add(who)
            self._counts[0 if offered else 1] += 1
            if now - self._written_at < EVERY:
                return
            counts, self._counts, self._written_at = self._counts, [0, 0], now
        self._database.retrying(lambda session: self._add(session, counts, now))

    def _add(self, session: Session, counts: list[int], now: int) -> None:
        key = {"channel": _CHANNEL, "name": f"{_NAME}{now // STRETCH:012d}"}
        bulk.write(session, ChannelMemory, [{**key, "value": [0, 0]}], update=False)
        row = session.get_one(ChannelMemory, tuple(key.values()), with_for_update=True)
        row.value = [had + more for had, more in zip(row.value, counts, strict=True)]
        session.flush()
        self._ask(session, self._jobs, now)


def invited_lately(session: Session, now: int) -> tuple[int, int]:
    """Invited and kept back within the last hour; what is older is cleared away."""
    first = f"{_NAME}{(now - HOUR) // STRETCH + 1:012d}"
    mine = ChannelMemory.channel == _CHANNEL, ChannelMemory.name.startswith(_NAME)
    session.execute(delete(ChannelMemory).where(*mine, ChannelMemory.name < first))
    rows = session.scalars(select(ChannelMemory.value).where(*mine)).all()
    return sum(row[0] for row in rows), sum(row[1] for row in rows)
