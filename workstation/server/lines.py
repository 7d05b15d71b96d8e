"""How each channel is doing: its row on every desk, and what several processes know of an outage.

A line is as well as the worst that is said of it: by who sends over it, by who listens to it, and
by the provider about our account. Each of these says it under a name of its own (`source`).
"""

import random
from collections.abc import Callable, Mapping
from typing import Any, Literal

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from workstation.channels.closed import NOT_CONFIGURED, Closed
from workstation.channels.port import (
    Channel,
)
from workstation.models import Line, id_for
from workstation.models.office import ChannelMemory
from workstation.rules.outages import Outage
from workstation.server.jobs.queue import Jobs
from workstation.server.store import bulk
from workstation.server.store.database import Database

Source = Literal["sending", "listening", "account", "templates"]
State = Literal["open", "degraded", "down"]

_WORSE: tuple[State, ...] = ("open", "degraded", "down")
_SENDING = "sending"
_SAID = "said"
"""Names under which it is remembered."""
_SPREAD = 3_000
"""Milliseconds over which those that waited for an outage look again."""


class Lines:
    """`channels` by name: the slot that carries each."""

    def __init__(
        self,
        database: Database,
        jobs: Jobs,
        channels: Mapping[str, Channel],
        clock: Callable[[], int],
    ) -> None:
        self._database = database
        self._jobs = jobs
        self._channels = channels
        self._clock = clock

    def open(self) -> None:
        """Write down which channels there are, who carries them, and their rules."""
        self._database.retrying(self._open)

    def _open(self, session: Session) -> None:
        now = self._clock()
        new = [
            {"id": line_id(name), "channel": name, "state": "open", "since": now, "rules": {}}
            for name in self._channels
        ]
        bulk.write(session, Line, new, update=False)
        lines = session.scalars(select(Line).order_by(Line.id).with_for_update())
        for line in lines:
            channel = self._channels.get(line.channel)
            if channel is None:
                continue
            rules = channel.rules.as_facts()
            if line.provider != channel.name:  # what was said of another slot says nothing here
                session.execute(
                    delete(ChannelMemory).where(
                        ChannelMemory.channel == line.channel,
                        ChannelMemory.name.in_((_SAID, _SENDING)),
                    )
                )
                is_closed = isinstance(channel, Closed)
                line.provider, line.since = channel.name, now
                line.state = "closed" if is_closed else "open"
                line.reason = NOT_CONFIGURED if is_closed else ""
            if line.rules != rules:
                line.rules = rules
        session.flush()

    def say(self, slot: str, source: Source, state: State, reason: str = "") -> None:
        """Tell the desks how the lines are that this slot carries. `reason` is a code of
        `rules/failures`; what is no code is shown as it is."""
        self._database.retrying(lambda session: self.tell(session, slot, source, state, reason))

    def tell(
        self, session: Session, slot: str, source: Source, state: State, reason: str = ""
    ) -> None:
        """The same in a transaction that does more."""
        for name in self.carried(slot):
            self._say(session, name, source, state, reason)
        session.flush()

    def carried(self, slot: str) -> list[str]:
        """The channels that this slot carries: its own, or all that nobody else does."""
        return [name for name, channel in self._channels.items() if channel.name == slot]

    def held(self, session: Session, name: str) -> int | None:
        """How many milliseconds a message over this channel has to wait for the end of an outage.
        None: it may go; while the line is down that is said to one at a time."""
        memory = self._outage(session, name)
        if memory is None:
            return None
        outage = Outage.from_json(memory.value)
        now = self._clock()
        if outage.holds(now):
            return outage.until - now + random.randrange(_SPREAD)
        if outage.state == "down":
            memory.value = outage.looking(now).as_json()
            session.flush()
        return None

    def looked_away(self, session: Session, name: str) -> None:
        """A message that was on its way ended with its process: another one may go and look."""
        memory = self._outage(session, name)
        if memory is not None:
            memory.value = Outage.from_json(memory.value).looked_away(self._clock()).as_json()
            session.flush()

    def failed(
        self, session: Session, name: str, contact_id: str, reason: str, told: int | None
    ) -> int:
        """A message could not be handed over. How many milliseconds it waits at least."""
        memory = self._memory(session, name, _SENDING, Outage().as_json())
        now = self._clock()
        outage = Outage.from_json(memory.value).failed(contact_id, reason, now=now, told=told)
        memory.value = outage.as_json()
        self._say(session, name, "sending", outage.state, reason)
        session.flush()
        if not outage.holds(now):
            return 0
        # Behind the others, one of whom may have more luck.
        return outage.until - now + _SPREAD

    def went_well(self, session: Session, name: str) -> None:
        """A provider answered: who waited for that goes on now."""
        memory = self._outage(session, name)
        if memory is None:
            return
        session.delete(memory)
        self._say(session, name, "sending", "open", "")
        session.flush()
        self._jobs.release(session, held=name)

    def _say(self, session: Session, name: str, source: Source, state: State, reason: str) -> None:
        line = session.get(Line, line_id(name), with_for_update=True)
        if line is None:
            return
        memory = self._memory(session, name, _SAID)
        said: dict[str, Any] = {**memory.value, source: [state, reason]}
        if state == "open":
            del said[source]
        if memory.value != said:
            memory.value = said
        worst: tuple[State, str] = ("open", "")
        for each, why in said.values():
            if _WORSE.index(each) > _WORSE.index(worst[0]):
                worst = (each, why)
        if line.state != worst[0]:
            line.state = worst[0]
            line.since = self._clock()
        if line.reason != worst[1]:
            line.reason = worst[1]

    def _outage(self, session: Session, name: str) -> ChannelMemory | None:
        key = (name, _SENDING)
        return session.get(ChannelMemory, key, with_for_update=True, populate_existing=True)

    def _memory(
        self, session: Session, channel: str, name: str, begins: Mapping[str, Any] | None = None
    ) -> ChannelMemory:
        """The row, held still."""
        row = {"channel": channel, "name": name, "value": dict(begins or {})}
        bulk.write(session, ChannelMemory, [row], update=False)
        return session.get_one(
            ChannelMemory, (channel, name), with_for_update=True, populate_existing=True
        )


def line_id(channel: str) -> str:
    return id_for("line", channel)
