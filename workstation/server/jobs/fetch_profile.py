"""The job that asks a provider what somebody calls themselves, once they have written for the first
time. Until then they are called by their address; where nobody knows, by the channel and the end of
their address."""

import logging
from collections.abc import Callable, Mapping

from sqlalchemy.orm import Session

from workstation.channels.incoming import (
    Inbound,
)
from workstation.channels.outgoing import (
    Rejected,
    Unavailable,
)
from workstation.channels.port import (
    Channel,
)
from workstation.models import Customer, Identity
from workstation.models.text import one_line, storable
from workstation.server.jobs.match import ask
from workstation.server.jobs.queue import Claimed, Jobs, pause
from workstation.server.store.database import Database

log = logging.getLogger(__name__)

TRIES = 8
"""How often it is tried: a name is worth no more."""


def wonder(
    session: Session, jobs: Jobs, channel: Channel, slot: str, message: Inbound, identity_id: str
) -> None:
    """Have it asked, where the channel can and the message did not say it."""
    if channel.asks_names and not message.name:
        data = {"identity_id": identity_id, "channel": slot}
        jobs.enqueue(session, "fetch_profile", data, key=f"fetch_profile:{identity_id}")


class FetchProfile:
    """`data`: identity_id, the slot's name (`channel`), and `tries` in vain."""

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
        with self._database.read() as session:
            identity = session.get(Identity, job.data["identity_id"])
        name = ""
        try:
            if identity is not None and not identity.name:
                name = self._channels[job.data["channel"]].profile(identity.address)
        except Unavailable as error:
            if self._later(job, error.retry_after):
                return
        except Rejected:
            log.info("a name was not given")

        def work(session: Session) -> None:
            self._name(session, job.data["identity_id"], one_line(storable(name), 200))
            self._jobs.done(session, job)
            session.flush()

        self._database.retrying(work)

    def _name(self, session: Session, identity_id: str, name: str) -> None:
        identity = session.get(Identity, identity_id, with_for_update=True, populate_existing=True)
        if identity is None or identity.name:
            return
        identity.name = name
        customer = session.get(
            Customer, identity.customer_id, with_for_update=True, populate_existing=True
        )
        if (
            customer is not None
            and customer.provisional
            and customer.name in ("", one_line(identity.address, 200))
        ):
            customer.name = name or f"{identity.channel.title()} …{identity.address[-4:]}"
        if name:
            ask(session, self._jobs, identity_id=identity_id)

    def _later(self, job: Claimed, told: float | None) -> bool:
        tries = job.data.get("tries", 0) + 1
        if tries >= TRIES:
            return False
        wait = pause(tries) if told is None else max(0, int(told * 1000))
        with self._database.write() as session:
            self._jobs.again(session, job, data={**job.data, "tries": tries}, in_=wait)
            session.flush()
        return True
