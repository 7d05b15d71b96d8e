"""What telephone calls do: each step that a provider tells becomes part of the call that it is a
step of, and of the contact that the call belongs to.

Steps may overtake one another and come again. They are kept with the call's message, and the call
is worked out anew from all of them (`rules/calls.py`). A step that tells neither of a beginning nor
of a number waits until there is such a call.
"""

import re
from collections.abc import Sequence
from dataclasses import asdict
from typing import TypeVar

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from workstation.channels.incoming import (
    CallNews,
    RemoteFile,
)
from workstation.models import Agent, Attachment, Call, Contact, Message, Setting, id_for, new_id
from workstation.models.office import Awaited
from workstation.models.text import one_line
from workstation.rules.calls import Step, course, step, steps_of, together, waits
from workstation.rules.extensions import EXTENSIONS, login_of
from workstation.server.intake.arrived import fit, key
from workstation.server.intake.call_contacts import contact_for
from workstation.server.intake.call_news import (
    fulfilled_by,
    kept_news,
    names_of,
    number_of,
    rung_at,
    step_of,
    thread_of,
)
from workstation.server.intake.call_waiting import own, stop_waiting, wait
from workstation.server.intake.holding import hold
from workstation.server.intake.placing import Shop, read_shop
from workstation.server.jobs.queue import Jobs
from workstation.server.store.shares import share_contact

Held = TypeVar("Held", Contact, Call, Message)
_ID = re.compile(r"[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}")
RINGS = 30 * 60_000
"""How long a call may ring until its end was forgotten: milliseconds."""
LASTS = 8 * 3_600_000
"""How long it may last once it is answered."""
KIND = "CallNews"
"""What `Awaited` calls a step that came before its call."""


def apply_calls(
    session: Session,
    channel: str,
    calls: Sequence[CallNews],
    now: int,
    *,
    jobs: Jobs,
    shop: Shop | None = None,
) -> None:
    """Do what these steps say, whatever is known of their calls; `channel` is the slot that
    brought them."""
    by_call: dict[str, list[CallNews]] = {}
    for news in calls:
        by_call.setdefault(key(channel, news.provider_id), []).append(news)
    if not by_call:
        return
    hold(session, names_of(channel, calls))  # nothing more, where they are held already
    if shop is None:
        shop = read_shop(session)
    for origin, heard in sorted(by_call.items()):
        _Calls(session, shop, jobs, channel, now).hear(origin, heard)


def settle_call(session: Session, channel: str, origin: str, now: int, *, jobs: Jobs) -> None:
    """Do what was told of a call before we knew that it was this one."""
    mine = (Awaited.origin == origin) & (Awaited.kind == KIND)
    kept = session.scalars(select(Awaited.data).where(mine)).all()
    if kept:
        session.execute(delete(Awaited).where(mine))
        apply_calls(session, channel, [kept_news(data) for data in kept], now, jobs=jobs)


def look_after(*, session: Session, jobs: Jobs, call_id: str, now: int) -> None:
    """See to it that this call ends one day, also when nobody tells."""
    key_of_it = f"forgotten_call:{call_id}"
    data = {"call_id": call_id}
    jobs.enqueue(session, "forgotten_call", data, key=key_of_it, run_at=now + RINGS)


def end_forgotten(session: Session, call_id: str, now: int, *, jobs: Jobs) -> int | None:
    """End a call that has rung or lasted for so long that its end was not told. When to look again
    (milliseconds since the epoch), None when it has ended."""
    call = session.get(Call, call_id, populate_existing=True)
    if call is None or call.state == "ended":
        return None
    until = call.started_at + (RINGS if call.state in ("ringing", "dialling") else LASTS)
    if now < until:
        return until
    contact = session.get_one(Contact, call.contact_id)
    _Calls(session, read_shop(session), jobs, contact.channel, now).end(call_id)
    return None


def rings_on(session: Session, call: Call) -> None:
    """Whoever wanted to answer this call could not: it rings as it did before."""
    message = session.get_one(Message, call.id, populate_existing=True)
    known = steps_of(message.facts)
    if known and call.state == "ringing":
        called = course(known, inbound=call.inbound).agent
        call.agent_id = agent_called(session, called)


def agent_called(session: Session, called: str) -> str | None:
    """The colleague whom the provider calls so."""
    if not called:
        return None
    setting = session.scalar(select(Setting.value).where(Setting.name == EXTENSIONS))
    return session.scalar(select(Agent.id).where(Agent.login == login_of(setting, called)))


class _Calls:
    def __init__(self, session: Session, shop: Shop, jobs: Jobs, channel: str, now: int) -> None:
        self._session = session
        self._shop = shop
        self._jobs = jobs
        self._channel = channel
        self._now = now

    def hear(self, origin: str, heard: list[CallNews]) -> None:
        """Take these steps of one call in."""
        call = self._find(origin, heard)
        if call is None:
            heard = self._begin(origin, heard)
            if not heard:
                return
            call = self._make(origin, heard)
        contact = self._held(Contact, call.contact_id)
        call = self._held(Call, call.id)
        message = self._held(Message, call.id)
        call.origin = call.origin or origin
        known = steps_of(message.facts)
        steps = together(known, (step_of(news) for news in heard))
        for news in heard:
            call.number = call.number or number_of(news)
        for file in {file.reference: file for news in heard for file in news.remote}.values():
            self._fetch(origin, call, file)
        fresh = [one for one in steps if one not in known]
        if fresh:
            message.facts = message.facts | {"steps": [one.as_facts() for one in steps]}
            self._work_out(call, contact, message, steps, fresh)
        self._session.flush()
        share_contact(self._session, contact)

    def _held(self, model: type[Held], row_id: str) -> Held:
        """The row as it is now, and stays until we are done: somebody may act on it meanwhile."""
        return self._session.get_one(model, row_id, with_for_update=True, populate_existing=True)

    def _find(self, origin: str, heard: list[CallNews]) -> Call | None:
        found = self._session.scalar(select(Call).where(Call.origin == origin))
        if found is not None:
            return found
        for news in heard:
            reference = news.reference or ""
            found = self._session.get(Call, reference) if _ID.fullmatch(reference) else None
            if found is not None and not found.inbound:
                return found
        return None

    def _begin(self, origin: str, heard: list[CallNews]) -> list[CallNews]:
        """All that is known of a call that is not here yet, once that tells whose it is; until
        then it is kept."""
        if not any(news.address or news.step == "ringing" for news in heard):
            self._session.add_all(
                Awaited(id=new_id(), origin=origin, kind=KIND, data=asdict(news), at=self._now)
                for news in heard
            )
            self._session.flush()
            return []
        mine = (Awaited.origin == origin) & (Awaited.kind == KIND)
        kept = self._session.scalars(select(Awaited.data).where(mine)).all()
        self._session.execute(delete(Awaited).where(mine))
        return heard + [kept_news(data) for data in kept]

    def _make(self, origin: str, heard: list[CallNews]) -> Call:
        """The call and its message, on the contact of whoever calls."""
        first = min(heard, key=lambda news: (not news.address, step_of(news)))
        contact = contact_for(
            self._session,
            self._shop,
            first,
            thread=thread_of(first),
            number=number_of(first),
            rung=self._agent(rung_at(heard)),
            now=self._now,
        )
        call_id = new_id()
        message = Message(
            id=call_id,
            contact_id=contact.id,
            direction="inbound" if first.inbound else "outbound",
            kind="call",
            at=self._now,
            written_at=first.at,
        )
        call = Call(
            id=call_id,
            contact_id=contact.id,
            inbound=first.inbound,
            number=number_of(first),
            state="ringing" if first.inbound else "dialling",
            started_at=first.at,
            origin=origin,
        )
        contact.last_at = max(contact.last_at, self._now)
        contact.last_text = one_line(call.number)
        contact.last_side = "customer" if first.inbound else "agent"
        self._session.add_all([message, call])
        self._session.flush()
        look_after(session=self._session, jobs=self._jobs, call_id=call_id, now=self._now)
        return call

    def end(self, call_id: str) -> None:
        """Nobody told how this call ended: it has."""
        call = self._session.get_one(Call, call_id)
        contact = self._held(Contact, call.contact_id)
        call = self._held(Call, call_id)
        message = self._held(Message, call_id)
        if call.state == "ended":
            return
        ended = step("ended", self._now)
        steps = together(steps_of(message.facts), [ended])
        message.facts = message.facts | {"steps": [one.as_facts() for one in steps]}
        self._work_out(call, contact, message, steps, [ended])
        self._session.flush()
        share_contact(self._session, contact)

    def _work_out(
        self,
        call: Call,
        contact: Contact,
        message: Message,
        steps: Sequence[Step],
        fresh: Sequence[Step],
    ) -> None:
        """Bring the call in line with its steps, and the contact with what is new about it."""
        asked_at = message.at if message.author_id is not None else None
        now_is = course(steps, inbound=call.inbound, asked_at=asked_at)
        began = len(fresh) == len(steps)
        started_before = call.started_at
        waited = not began and waits(inbound=call.inbound, state=call.state, outcome=call.outcome)
        call.state = now_is.state
        call.outcome = now_is.outcome
        call.started_at = message.written_at = now_is.started_at
        call.answered_at = now_is.answered_at
        call.held_since = now_is.held_since
        call.held_ms = now_is.held_ms
        call.ended_at = now_is.ended_at
        call.agent_id = self._agent(now_is.agent) or call.agent_id
        if now_is.rings_again:  # who wanted to take it did not
            call.agent_id = self._agent(now_is.agent)
        if any(call.wished in fulfilled_by(one) for one in fresh):
            call.wished = call.target = call.failure = ""
        if contact.state == "done":
            return
        own(contact, self._talked(call, steps))
        if waits(inbound=call.inbound, state=call.state, outcome=call.outcome):
            longer = contact.waiting_since is not None and call.started_at < started_before
            if longer or not waited:
                wait(self._session, self._shop, contact, call, self._now)
        elif waited or call.answered_at is not None or call.outcome == "answered":
            stop_waiting(contact, call, started_before)

    def _talked(self, call: Call, steps: Sequence[Step]) -> list[str]:
        """The colleagues who had the customer on the line, one after the other."""
        found = [
            agent
            for one in steps
            if one.step in ("answered", "transferred")
            and (agent := self._agent(one.agent)) is not None
        ]
        if not found and call.answered_at is not None and call.agent_id is not None:
            found = [call.agent_id]
        return found

    def _agent(self, called: str) -> str | None:
        return agent_called(self._session, called)

    def _fetch(self, origin: str, call: Call, file: RemoteFile) -> None:
        """Have a recording fetched: once, however often we hear of it."""
        attachment_id = id_for("recording", f"{origin}:{file.reference}")
        if self._session.get(Attachment, attachment_id) is not None:
            return
        self._session.add(
            Attachment(
                id=attachment_id,
                contact_id=call.contact_id,
                message_id=call.id,
                sha256="",
                size=0,
                media_type=fit(file.media_type),
                name=fit(file.name),
                state="fetching",
                role=file.role or "recording",
            )
        )
        self._jobs.enqueue(
            self._session,
            "fetch_file",
            {"attachment_id": attachment_id, "channel": self._channel, **asdict(file)},
            key=f"fetch_file:{attachment_id}",
        )
