"""The job that counts what the dials do: invited, begun, told to wait and open, by channel.

It runs soon after a contact begins, once for many, and again each minute while there is anything
left of the last hour to fade away. Every desk hears of a count, so only channels with a dial are
counted, and only what changed is written.
"""

from collections.abc import Callable

from sqlalchemy import String, cast, exists, func, select
from sqlalchemy.orm import Session

from workstation.models import Contact, Dial, DialSeen, id_for
from workstation.models.office import Job
from workstation.rules.dial import HOUR
from workstation.server.chat.invited import invited_lately
from workstation.server.intake.ceiling import OVER, count
from workstation.server.jobs.queue import Claimed, Jobs
from workstation.server.store.database import Database

KEY = "see_dials"
SOON = 5_000
AGAIN = 60_000


class SeeDials:
    """`data`: nothing."""

    def __init__(self, database: Database, jobs: Jobs, clock: Callable[[], int]) -> None:
        self._database = database
        self._jobs = jobs
        self._clock = clock

    def run(self, job: Claimed) -> None:
        def work(session: Session) -> None:
            busy = see(session, self._clock())
            if busy:
                self._jobs.again(session, job, data={}, in_=AGAIN)
            else:
                self._jobs.done(session, job)
            session.flush()

        self._database.retrying(work)


def ask(session: Session, jobs: Jobs, now: int) -> None:
    """Have it counted soon. In a transaction of its own: there is one such job, and whoever asks
    for it waits for whoever else does."""
    jobs.enqueue(session, "see_dials", {}, key=KEY, run_at=now + SOON)


def soon(database: Database, jobs: Jobs, clock: Callable[[], int]) -> None:
    """Contacts began: have it counted, unless that will happen anyway."""
    now = clock()
    turned = exists().where(Dial.id.is_not(None))
    waiting = exists().where(Job.key == KEY, Job.state == "ready", Job.run_at <= now + SOON)
    with database.read() as session:
        if session.scalar(select(turned & ~waiting)) is not True:
            return
    database.retrying(lambda session: ask(session, jobs, now))


def see(session: Session, now: int) -> bool:
    """Count, and write what changed. Whether anything of the last hour is left."""
    known = {seen.channel: seen for seen in session.scalars(select(DialSeen))}
    busy = False
    for channel in session.scalars(select(Dial.channel).order_by(Dial.channel)).all():
        room = count(session, channel, now)
        told = (
            session.scalar(
                select(func.count()).where(
                    Contact.channel == channel,
                    Contact.last_at > now - HOUR,
                    Contact.opened_at > now - HOUR,
                    cast(Contact.tags, String).contains(OVER),
                )
            )
            or 0
        )
        offered, kept_back = invited_lately(session, now) if channel == "chat" else (0, 0)
        busy = busy or room.begun + offered + kept_back > 0
        seen = known.get(channel)
        if seen is None:
            if not (room.begun or room.open_now or offered or kept_back):
                continue
            seen = DialSeen(id=id_for("dial seen", channel, at=0), channel=channel, at=now)
            session.add(seen)
        found = (room.begun, told, room.open_now, offered, kept_back)
        if found != (seen.begun, seen.told, seen.open_now, seen.offered, seen.kept_back):
            seen.begun, seen.told, seen.open_now, seen.offered, seen.kept_back = found
            seen.at = now
    return busy
