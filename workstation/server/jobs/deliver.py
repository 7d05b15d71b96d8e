"""The job that hands a contact's answers to its channel, in order, each at most once.

One job a contact, so that what was written first is sent first. Before the provider is called, the
job says in the database which message it is about to send. Whoever finds a job that stopped there
cannot know whether the customer has the message: it becomes uncertain, and only a person sends it
again.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.channels.port import (
    Channel,
    Outbound,
    OutboundFile,
    Rejected,
    Sent,
    Unavailable,
    Uncertain,
)
from workstation.models import Attachment, Contact, Identity, Message
from workstation.models.message import DeliveryState
from workstation.models.text import one_line, shown
from workstation.rules.delivery import may_become
from workstation.server.files.store import FileStore
from workstation.server.intake.arrived import key
from workstation.server.jobs.queue import Claimed, Jobs, pause
from workstation.server.store.database import Database

log = logging.getLogger(__name__)

DAY = 24 * 3_600_000
"""How long an unavailable provider is tried before the message has failed: milliseconds."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message that is about to be sent."""

    message_id: str
    contact_id: str
    channel: Channel
    message: Outbound
    files: tuple[tuple[str, str, str], ...]
    """sha256, media type, name"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it went: "queued" is to try again, `wait` milliseconds from now."""

    outgoing: Outgoing
    state: DeliveryState
    reason: str = ""
    provider_id: str = ""
    wait: int | None = None


class Deliver:
    """`data`: contact_id; `started`, the message whose sending has begun; `tries` in vain."""

    def __init__(
        self,
        database: Database,
        jobs: Jobs,
        channels: Mapping[str, Channel],
        files: FileStore,
        clock: Callable[[], int],
    ) -> None:
        self._database = database
        self._jobs = jobs
        self._channels = channels
        self._files = files
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
        if before is not None:
            self._record(session, before, now)
        if held is None:  # we were taken for dead: somebody else goes on
            session.flush()
            return None
        contact_id = held.data["contact_id"]
        tries = held.data.get("tries", 0)
        started = held.data.get("started")
        if before is None and started is not None:
            self._abandoned(session, started, now)
        if before is not None and before.state == "queued":
            wait = pause(tries + 1) if before.wait is None else before.wait
            data = {"contact_id": contact_id, "tries": tries + 1}
            self._jobs.again(session, job, data=data, in_=wait)
            session.flush()
            return None
        session.flush()
        outgoing = self._next(session, contact_id)
        if outgoing is None:
            self._jobs.done(session, job)
            return None
        if before is not None:
            tries = 0
        held.data = {"contact_id": contact_id, "started": outgoing.message_id, "tries": tries}
        session.flush()
        return outgoing

    def _next(self, session: Session, contact_id: str) -> Outgoing | None:
        message = session.scalar(
            select(Message)
            .where(Message.contact_id == contact_id, Message.delivery == "queued")
            .order_by(Message.at, Message.id)
            .limit(1)
            .with_for_update()
        )
        contact = session.get(Contact, contact_id)
        if message is None or contact is None:
            return None
        identity = session.get(Identity, contact.identity_id) if contact.identity_id else None
        attachments = session.scalars(
            select(Attachment).where(Attachment.message_id == message.id).order_by(Attachment.id)
        )
        return Outgoing(
            message_id=message.id,
            contact_id=contact.id,
            channel=self._channels[contact.channel],
            message=Outbound(
                reference=message.id,
                channel=contact.channel,
                thread=contact.thread,
                address=identity.address if identity else contact.thread,
                text=shown(message.text),
            ),
            files=tuple((file.sha256, file.media_type, file.name) for file in attachments),
        )

    def _send(self, outgoing: Outgoing) -> Outcome:
        try:
            files = []
            for sha256, media_type, name in outgoing.files:
                content = self._files.read(sha256)
                if content is None:
                    return Outcome(outgoing, "failed", f"The file {name} is no longer here.")
                files.append(OutboundFile(content=content, media_type=media_type, name=name))
        except OSError as error:
            log.exception("a file cannot be read")
            return Outcome(outgoing, "queued", type(error).__name__)
        given = outgoing.message
        try:
            sent: Sent = outgoing.channel.send(
                Outbound(
                    reference=given.reference,
                    channel=given.channel,
                    thread=given.thread,
                    address=given.address,
                    text=given.text,
                    files=tuple(files),
                )
            )
        except Rejected as error:
            return Outcome(outgoing, "failed", str(error))
        except Unavailable as error:
            wait = None if error.retry_after is None else int(error.retry_after * 1000)
            return Outcome(outgoing, "queued", str(error), wait=wait)
        except Uncertain as error:
            return Outcome(outgoing, "uncertain", str(error))
        except Exception:
            log.exception("sending over %s ended in an error", outgoing.channel.name)
            return Outcome(outgoing, "uncertain", "The answer of the provider was not understood.")
        return Outcome(outgoing, "sent", provider_id=sent.provider_id)

    def _record(self, session: Session, outcome: Outcome, now: int) -> None:
        message = session.get(Message, outcome.outgoing.message_id, with_for_update=True)
        if message is None:
            return
        if outcome.provider_id:
            message.origin = key(outcome.outgoing.channel.name, outcome.provider_id, sent=True)
        state = outcome.state
        reason = outcome.reason
        if state == "queued":
            if now - (message.delivery_at or now) < DAY:
                return
            state = "failed"
        if may_become(message.delivery, state):
            message.delivery = state
            message.delivery_at = now
            message.failure = one_line(reason, 200)

    def _abandoned(self, session: Session, message_id: str, now: int) -> None:
        message = session.get(Message, message_id, with_for_update=True)
        if message is not None and may_become(message.delivery, "uncertain"):
            message.delivery = "uncertain"
            message.delivery_at = now
            message.failure = ""
