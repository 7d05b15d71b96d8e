"""The job that hands a contact's answers to its channel, in order, each at most once.

One job a contact, so that what was written first is sent first. Before the provider is called, the
job says in the database which message it is about to send. Whoever finds a job that stopped there
cannot know whether the customer has the message: it becomes uncertain, and only a person sends it
again. While a provider is down its messages wait, and one at a time looks whether it is back
(`server/lines.py`).
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from sqlalchemy.orm import Session

from workstation.channels.outgoing import (
    OutboundFile,
    Rejected,
    Sent,
    Unavailable,
    Uncertain,
)
from workstation.channels.port import (
    Channel,
)
from workstation.models import Contact, Message
from workstation.models.message import DeliveryState
from workstation.models.text import one_line
from workstation.rules.delivery import may_become
from workstation.rules.failures import known
from workstation.server.files.store import FileStore
from workstation.server.intake import awaited
from workstation.server.intake.arrived import key
from workstation.server.intake.settling import settle
from workstation.server.jobs.outgoing import Outgoing, next_of
from workstation.server.jobs.queue import Claimed, Jobs, pause
from workstation.server.lines import Lines
from workstation.server.store.database import Database

log = logging.getLogger(__name__)

DAY = 24 * 3_600_000
"""How long an unavailable provider is tried before the message has failed: milliseconds."""
SHOWN = 1_000
"""Milliseconds that a message must wait for its turn before an agent is told when that is."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it went: "queued" is to try again, `wait` milliseconds from now."""

    outgoing: Outgoing
    state: DeliveryState
    reason: str = ""
    """A sentence, or a code of `rules/failures`."""
    provider_id: str = ""
    pieces: tuple[str, ...] = ()
    wait: int | None = None
    pacing: bool = False
    """Nothing is wrong, it is only not its turn."""
    answered: bool | None = None
    """Whether the provider was there; None when that is not known."""


class Deliver:
    """`data`: contact_id; `started`, the message whose sending has begun; `tries` in vain; `held`,
    the channel whose outage it waits for."""

    def __init__(
        self,
        database: Database,
        jobs: Jobs,
        channels: Mapping[str, Channel],
        files: FileStore,
        lines: Lines,
        clock: Callable[[], int],
    ) -> None:
        self._database = database
        self._jobs = jobs
        self._channels = channels
        self._files = files
        self._lines = lines
        self._clock = clock

    def run(self, job: Claimed) -> None:
        outcome: Outcome | None = None
        while True:
            step = partial(self._step, job, outcome)
            outgoing = self._database.retrying(step)
            if outgoing is None:
                return
            outcome = self._send(outgoing)

    def _step(self, job: Claimed, before: Outcome | None, session: Session) -> Outgoing | None:
        """Write down how the last message went, and that the next one is started."""
        now = self._clock()
        held = self._jobs.held(session, job)
        wait, outage = (None, False) if before is None else self._record(session, before, now)
        if held is None:  # we were taken for dead: somebody else goes on
            session.flush()
            return None
        contact_id = held.data["contact_id"]
        tries = held.data.get("tries", 0)
        started = held.data.get("started")
        if before is None and started is not None:
            self._abandoned(session, contact_id, started, now)
        data = {"contact_id": contact_id, "tries": tries}
        if before is not None and wait is not None:
            if not before.pacing:
                data["tries"] = tries + 1
                wait = max(wait, pause(tries + 1) if before.wait is None else before.wait)
            if outage:
                data["held"] = before.outgoing.message.channel
            self._jobs.again(session, job, data=data, in_=wait)
            session.flush()
            return None
        session.flush()
        outgoing = next_of(session, self._channels, contact_id, now)
        if outgoing is None:
            self._jobs.done(session, job)
            return None
        name = outgoing.message.channel
        wait = self._lines.held(session, name)
        if wait is not None:
            self._jobs.again(session, job, data={**data, "held": name}, in_=wait)
            session.flush()
            return None
        if before is not None:
            tries = 0
        held.data = {"contact_id": contact_id, "started": outgoing.message_id, "tries": tries}
        session.flush()
        return outgoing

    def _send(self, outgoing: Outgoing) -> Outcome:
        try:
            files = []
            for sha256, media_type, name in outgoing.files:
                content = self._files.read(sha256)
                if content is None:
                    return Outcome(outgoing, "failed", "office.file_gone")
                files.append(OutboundFile(content=content, media_type=media_type, name=name))
        except OSError as error:
            log.exception("a file cannot be read")
            return Outcome(outgoing, "queued", type(error).__name__)
        try:
            sent: Sent = outgoing.slot.send(replace(outgoing.message, files=tuple(files)))
        except Rejected as error:
            reason = error.code if known(error.code) else str(error)
            return Outcome(outgoing, "failed", reason, answered=True)
        except Unavailable as error:
            wait = None if error.retry_after is None else max(0, int(error.retry_after * 1000))
            if error.pacing:
                return Outcome(outgoing, "queued", wait=wait or 1, pacing=True)
            answered = None if error.alone else False
            return Outcome(outgoing, "queued", str(error), wait=wait, answered=answered)
        except Uncertain as error:
            log.warning(
                "nobody knows what became of a message over %s: %s", outgoing.slot.name, error
            )
            reason = error.code if known(error.code) else "office.lost"
            return Outcome(outgoing, "uncertain", reason)
        except Exception:
            log.exception("sending over %s ended in an error", outgoing.slot.name)
            return Outcome(outgoing, "uncertain", "office.lost")
        return Outcome(
            outgoing, "sent", provider_id=sent.provider_id, pieces=sent.pieces, answered=True
        )

    def _record(self, session: Session, outcome: Outcome, now: int) -> tuple[int | None, bool]:
        """What came of it. Milliseconds to wait at least before it is tried again, None when it
        is not; and whether that is for the end of an outage."""
        outgoing = outcome.outgoing
        message = session.get(Message, outgoing.message_id, with_for_update=True)
        wait: int | None = None
        if message is not None:
            wait = self._write(session, message, outcome, now)
            session.flush()
        name = outgoing.message.channel
        if outcome.answered:
            self._lines.went_well(session, name)
        elif outcome.answered is not None:
            longer = self._lines.failed(
                session, name, outgoing.contact_id, outcome.reason, outcome.wait
            )
            if wait is not None and longer:
                return max(wait, longer), True
        return wait, False

    def _write(self, session: Session, message: Message, outcome: Outcome, now: int) -> int | None:
        state, reason = outcome.state, outcome.reason
        if state == "queued":
            wait = outcome.wait or 0
            send_at = now + wait if outcome.pacing and wait >= SHOWN else None
            if outcome.pacing or now - (message.delivery_at or now) < DAY:
                if message.send_at != send_at:
                    message.send_at = send_at
                return wait
            state, reason = "failed", "office.a_day"
        if may_become(message.delivery, state):
            message.delivery = state
            message.delivery_at = now
            message.failure = one_line(reason, 200)
        message.send_at = None
        if outcome.provider_id:
            origin = key(outcome.outgoing.slot.name, outcome.provider_id, sent=True)
            settle(session, origin, message, now)
            pieces = [key(outcome.outgoing.slot.name, one, sent=True) for one in outcome.pieces]
            awaited.wait(session, pieces, awaited.PIECE, {"message_id": message.id}, now)
        return None

    def _abandoned(self, session: Session, contact_id: str, message_id: str, now: int) -> None:
        contact = session.get(Contact, contact_id)
        if contact is not None:
            self._lines.looked_away(session, contact.channel)
        message = session.get(Message, message_id, with_for_update=True)
        if message is not None and may_become(message.delivery, "uncertain"):
            message.delivery = "uncertain"
            message.delivery_at = now
            message.failure = "office.lost"
