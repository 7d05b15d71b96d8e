"""The job that reminds owners, some time before it happens, that a channel will soon take no free
answer any more: a line in the transcript, and the contact is unread again.

One job for the whole office. It sleeps until the next window is about to close; a window that opens
meanwhile closes later than that, or is seen within the hour.
"""

from collections.abc import Callable, Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workstation.channels.port import (
    Channel,
)
from workstation.models import Contact, Message, Setting, id_for
from workstation.rules.windows import is_due, reminder_before
from workstation.server.jobs.queue import Claimed, Jobs
from workstation.server.store.among import among
from workstation.server.store.database import Database

HOUR = 3_600_000
SETTING = "window_reminder_minutes"
TOGETHER = 200
"""Contacts in one transaction."""


class WindowReminder:
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

    def schedule(self) -> None:
        """See to it that there is one such job, where any channel has a window."""
        if all(channel.rules.reply_window is None for channel in self._channels.values()):
            return
        now = self._clock()
        self._database.retrying(
            lambda session: self._jobs.enqueue(
                session, "window_reminder", {}, key="window_reminder", run_at=now
            )
        )

    def run(self, job: Claimed) -> None:
        self._database.retrying(lambda session: self._step(job, session))

    def _step(self, job: Claimed, session: Session) -> None:
        now = self._clock()
        setting = session.scalar(select(Setting.value).where(Setting.name == SETTING))
        before = reminder_before(setting)
        waiting = (Contact.waiting_since.is_not(None), Contact.state.in_(("open", "snoozed")))
        closing = session.execute(
            select(Contact.id, Contact.reply_until)
            .where(*waiting, Contact.reply_until > now, Contact.reply_until <= now + before)
            .order_by(Contact.reply_until, Contact.id)
        ).all()
        events = {_event_id(contact_id, until or 0): contact_id for contact_id, until in closing}
        told = set(session.scalars(select(Message.id).where(among(session, Message.id, events))))
        untold = [contact_id for event_id, contact_id in events.items() if event_id not in told]
        for contact_id in untold[:TOGETHER]:
            self._remind(session, contact_id, before, now)
        following = session.scalar(
            select(func.min(Contact.reply_until)).where(
                *waiting, Contact.reply_until > now + before
            )
        )
        wait = HOUR if following is None else min(HOUR, following - before - now)
        if len(untold) > TOGETHER:
            wait = 0
        self._jobs.again(session, job, data={}, in_=wait)
        session.flush()

    def _remind(self, session: Session, contact_id: str, before: int, now: int) -> None:
        contact = session.get(Contact, contact_id, with_for_update=True)
        if contact is None or not is_due(
            reply_until=contact.reply_until,
            waiting_since=contact.waiting_since,
            before=before,
            now=now,
        ):
            return
        until = contact.reply_until
        assert until is not None
        session.add(
            Message(
                id=_event_id(contact.id, until),
                contact_id=contact.id,
                direction="internal",
                kind="event",
                facts={"what": "window_closing", "until": until},
                at=now,
            )
        )
        if contact.read_at is not None and contact.read_at >= contact.last_at:
            contact.read_at = contact.last_at - 1
        if contact.state == "snoozed" and (contact.snoozed_until or 0) >= until:
            contact.state = "open"  # it would wake up too late
            contact.snoozed_until = None


def _event_id(contact_id: str, until: int) -> str:
    """One line for each window, however often we look."""
    return id_for("window closing", f"{contact_id}:{until}", at=until)
