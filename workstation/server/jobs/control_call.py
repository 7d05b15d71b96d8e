"""The job that asks a telephone provider for what an agent wants of a call, once.

One job a call, so that "hold" and "resume" arrive in that order. Before the provider is asked, the
job says in the database what it is about to ask. Whoever finds a job that stopped there does not
ask again: a call may be hung up twice, but not the next one with it.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast, get_args

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.channels.outgoing import (
    CallControl,
    CallWish,
    Rejected,
    Unavailable,
    Uncertain,
)
from workstation.channels.port import (
    Channel,
)
from workstation.models import Agent, Call, Contact, Setting, Team
from workstation.models.text import one_line
from workstation.rules.extensions import EXTENSIONS, TEAMS, extension_of, number_of_team
from workstation.rules.failures import known
from workstation.server.intake.arrived import key
from workstation.server.intake.calls import rings_on, settle_call
from workstation.server.jobs.outgoing import provider_id
from workstation.server.jobs.queue import Claimed, Jobs
from workstation.server.store.database import Database

log = logging.getLogger(__name__)

_TOLD = ("dial", "answer")
"""Wishes that stay until the provider tells that they came true: until then nobody else answers."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What is about to be asked of whom."""

    slot: Channel
    control: CallControl


@dataclass(frozen=True, slots=True)
class Asked:
    """How it went. `failure` is empty when the provider took it; `certain` is false when nobody
    knows whether it did."""

    wish: str
    slot: str = ""
    provider_id: str = ""
    failure: str = ""
    certain: bool = True


class ControlCall:
    """`data`: call_id; `started`, the wish that is being asked for."""

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

    def run(self, job: Claimed) -> None:
        asked: Asked | None = None
        while True:
            asking = self._database.retrying(
                lambda session, before=asked: self._step(job, before, session)  # type: ignore[misc]
            )
            if asking is None:
                return
            asked = _ask(asking)

    def _step(self, job: Claimed, before: Asked | None, session: Session) -> Asking | None:
        """Write down how the last one went, and that the next one is started."""
        held = self._jobs.held(session, job)
        call = session.get(Call, job.data["call_id"], with_for_update=True, populate_existing=True)
        if before is None and held is not None and (started := held.data.get("started")):
            before = Asked(started, failure="office.call_lost", certain=False)
        if before is not None and call is not None:
            self._record(session, call, before)
        session.flush()
        if held is None:  # we were taken for dead: somebody else goes on
            return None
        last = None if before is None else before.wish
        asking = None if call is None else self._next(session, call, last)
        if asking is None:
            self._jobs.done(session, job)
        else:
            held.data = {"call_id": job.data["call_id"], "started": asking.control.wish}
        session.flush()
        return asking

    def _next(self, session: Session, call: Call, last: str | None) -> Asking | None:
        if call.wished not in get_args(CallWish) or call.wished == last or call.state == "ended":
            return None
        contact = session.get_one(Contact, call.contact_id)
        slot = self._channels[contact.channel]
        agent = session.get(Agent, call.agent_id) if call.agent_id else None
        control = CallControl(
            wish=cast(CallWish, call.wished),
            reference=call.id,
            provider_id=provider_id(slot, call.origin),
            agent=extension_of(_setting(session, EXTENSIONS), agent.login) if agent else "",
            target=call.number if call.wished == "dial" else _target(session, call.target),
        )
        return Asking(slot, control)

    def _record(self, session: Session, call: Call, asked: Asked) -> None:
        now = self._clock()
        mine = call.wished == asked.wish
        if asked.failure:
            if mine:
                call.wished = call.target = ""
            call.failure = one_line(asked.failure, 200)
            if asked.wish == "answer" and mine and asked.certain:
                rings_on(session, call)
            if asked.wish == "dial" and asked.certain and call.state == "dialling":
                call.state, call.outcome, call.ended_at = "ended", "failed", now
            return
        if mine and asked.wish not in _TOLD:
            call.wished = call.target = ""
        if asked.provider_id and call.origin is None:
            self._name(session, call, asked, now)

    def _name(self, session: Session, call: Call, asked: Asked, now: int) -> None:
        """The provider's id of a call that we had dialled: what it already told of it counts."""
        origin = key(asked.slot, asked.provider_id)
        if session.scalar(select(Call.id).where(Call.origin == origin)) is not None:
            # Its news came before this answer, and did not say that it was ours: it has a card.
            log.warning("a call of %s was told of without our reference", asked.slot)
            call.state, call.ended_at, call.wished = "ended", now, ""
            return
        call.origin = origin
        session.flush()
        settle_call(session, asked.slot, origin, now, jobs=self._jobs)


def _ask(asking: Asking) -> Asked:
    slot, control = asking.slot, asking.control
    wish = control.wish
    if wish == "transfer" and not control.target:
        return Asked(wish, failure="office.no_extension")
    try:
        sent = slot.control(control)
    except Rejected as error:
        reason = error.code if known(error.code) else str(error)
        return Asked(wish, failure=reason or "office.no_calls")
    except Unavailable:
        return Asked(wish, failure="office.call_unavailable")
    except Uncertain:
        return Asked(wish, failure="office.call_lost", certain=False)
    except Exception:
        log.exception("asking %s about a call ended in an error", slot.name)
        return Asked(wish, failure="office.call_lost", certain=False)
    return Asked(wish, slot.name, sent.provider_id if sent is not None else "")


def _target(session: Session, target: str) -> str:
    """The number or extension of whom it goes to; empty where they have none."""
    kind, _, identifier = target.partition(":")
    if kind == "agent":
        agent = session.get(Agent, identifier)
        return extension_of(_setting(session, EXTENSIONS), agent.login) if agent else ""
    if kind == "team":
        team = session.get(Team, identifier)
        return number_of_team(_setting(session, TEAMS), team.id, team.name_en) if team else ""
    return target


def _setting(session: Session, name: str) -> object:
    return session.scalar(select(Setting.value).where(Setting.name == name))
