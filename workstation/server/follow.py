"""What follows from an action, in its own transaction: files checked, jobs enqueued."""

from collections.abc import Mapping

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from workstation.actions import Refused
from workstation.channels.port import (
    Channel,
)
from workstation.models import Attachment, Call, Contact, Message
from workstation.models.office import Blob
from workstation.server.files.store import FileStore
from workstation.server.intake.calls import look_after
from workstation.server.jobs.queue import Jobs


class Follow:
    """Called before the commit with the rows of the session still unwritten."""

    def __init__(self, jobs: Jobs, channels: Mapping[str, Channel], files: FileStore) -> None:
        self._jobs = jobs
        self._channels = channels
        self._files = files

    def __call__(self, session: Session, now: int) -> None:
        rows = [*session.new, *session.dirty]
        for attachment in rows:
            if isinstance(attachment, Attachment):
                self._check(session, attachment)
        for row in rows:
            if isinstance(row, Message) and row.delivery == "queued" and _moved(row, "delivery"):
                self._send(session, row, rows)
            if isinstance(row, Call) and row in session.new:
                look_after(session=session, jobs=self._jobs, call_id=row.id, now=now)
            if isinstance(row, Call) and row.wished and _moved(row, "wished"):
                self._jobs.enqueue(
                    session, "control_call", {"call_id": row.id}, key=f"control_call:{row.id}"
                )
            if isinstance(row, Contact) and row.state == "snoozed":
                self._jobs.enqueue(
                    session,
                    "unsnooze",
                    {"contact_id": row.id},
                    key=f"unsnooze:{row.id}:{row.snoozed_until}",
                    run_at=row.snoozed_until,
                )

    def _check(self, session: Session, attachment: Attachment) -> None:
        """The content must be here, and be what it was said to be."""
        name = attachment.name or attachment.sha256[:8]
        blob = session.get(Blob, attachment.sha256)
        if blob is None or not self._files.has(attachment.sha256):
            raise Refused("file_missing", name=name)
        if (blob.size, blob.media_type) != (attachment.size, attachment.media_type):
            raise Refused("file_refused", name=name)

    def _send(self, session: Session, message: Message, rows: list[object]) -> None:
        contact = session.get_one(Contact, message.contact_id)
        rules = self._channels[contact.channel].rules
        if not rules.longest_text:
            raise Refused("takes_no_text")
        if len(message.text) > rules.longest_text:
            raise Refused("text_too_long", limit=str(rules.longest_text))
        files = [
            row for row in rows if isinstance(row, Attachment) and row.message_id == message.id
        ]
        if len(files) > rules.most_files:
            raise Refused("too_many_files", limit=str(rules.most_files))
        for file in files:
            if not rules.takes(file.media_type, file.size):
                raise Refused("file_refused", name=file.name)
        self._jobs.enqueue(
            session, "deliver", {"contact_id": contact.id}, key=f"deliver:{contact.id}"
        )


def _moved(row: object, column: str) -> bool:
    return bool(inspect(row).attrs[column].history.has_changes())
