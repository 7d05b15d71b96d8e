"""The rows of messages that came in: gathered, and written together."""

from dataclasses import asdict, dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from workstation.channels.incoming import (
    RemoteFile,
)
from workstation.models import Attachment, Message, new_id
from workstation.models.office import Blob
from workstation.rules.moments import after
from workstation.server.intake.arrived import Letter, fit
from workstation.server.intake.place import Place
from workstation.server.jobs.queue import Jobs
from workstation.server.store import many


@dataclass
class Writing:
    session: Session
    jobs: Jobs
    now: int
    _messages: dict[str, dict[str, Any]] = field(default_factory=dict)
    _attachments: list[dict[str, Any]] = field(default_factory=list)
    _blobs: dict[str, dict[str, Any]] = field(default_factory=dict)
    _remote: list[tuple[str, str, RemoteFile]] = field(default_factory=list)
    _answered: dict[str, tuple[str, int]] = field(default_factory=dict)
    """By message, what it answers: its id, and its moment when it was here before."""

    def message(self, letter: Letter, place: Place, *, at: int) -> str:
        """Its row and those of its files; its id."""
        given = letter.message
        facts = dict(given.facts)
        if letter.refused:
            facts["files_refused"] = list(letter.refused)
        given_addresses = [one for channel, one in given.also if channel == "email"]
        if given_addresses:
            facts["addresses"] = given_addresses
        if given.automatic:
            facts["automatic"] = True
        if given.echo:
            facts.setdefault("via", given.channel)
        message_id = self._row(
            place,
            at,
            direction="outbound" if given.echo else "inbound",
            text=given.text,
            facts=facts,
            written_at=given.at,
            delivery="sent" if given.echo else "",
            delivery_at=at if given.echo else None,
            origin=letter.origin,
        )
        for file, accepted in letter.files:
            self._blobs[accepted.sha256] = {
                "sha256": accepted.sha256,
                "size": accepted.size,
                "media_type": accepted.looked.media_type,
                "at": self.now,
            }
            self._file(
                place,
                message_id,
                sha256=accepted.sha256,
                size=accepted.size,
                media_type=accepted.looked.media_type,
                name=fit(file.name),
                width=accepted.looked.width,
                height=accepted.looked.height,
                role=fit(file.role),
                content_id=fit(file.content_id),
            )
        for remote in given.remote:
            attachment_id = self._file(
                place,
                message_id,
                media_type=fit(remote.media_type),
                name=fit(remote.name),
                role=fit(remote.role),
                state="fetching",
            )
            self._remote.append((attachment_id, letter.channel, remote))
        return message_id

    def answers(self, message_id: str, target_id: str, target_at: int) -> None:
        """The first answers the second, which is here: it need not be quoted, and stands below."""
        row = self._messages[message_id]
        row["reply_to_id"] = target_id
        row["facts"].pop("quoted", None)
        self._answered[message_id] = (target_id, target_at)

    def reopened(self, place: Place, at: int) -> None:
        """Say in the transcript that a contact was taken up again."""
        self._row(place, at, kind="event", facts={"what": "reopened"})

    def write(self) -> None:
        self._put_below()
        many.insert(self.session, Message, list(self._messages.values()))
        many.insert(self.session, Blob, list(self._blobs.values()), passing_over=True)
        many.insert(self.session, Attachment, self._attachments)
        for attachment_id, channel, remote in self._remote:
            self.jobs.enqueue(
                self.session,
                "fetch_file",
                {"attachment_id": attachment_id, "channel": channel, **asdict(remote)},
                key=f"fetch_file:{attachment_id}",
            )

    def _put_below(self) -> None:
        """Let no answer stand above what it answers, which may be an answer itself."""
        for _ in self._answered:
            moved = False
            for message_id, (target_id, target_at) in self._answered.items():
                row, target = self._messages[message_id], self._messages.get(target_id)
                at = after(row["at"], target["at"] if target else target_at)
                moved, row["at"] = moved or at != row["at"], at
            if not moved:
                return

    def _row(self, place: Place, at: int, **given: Any) -> str:
        row = _MESSAGE | given | {"id": new_id(), "contact_id": place.id, "at": at}
        self._messages[row["id"]] = row
        return str(row["id"])

    def _file(self, place: Place, message_id: str, **given: Any) -> str:
        row = _ATTACHMENT | given | {"id": new_id(), "contact_id": place.id}
        self._attachments.append(row | {"message_id": message_id})
        return str(row["id"])


_MESSAGE: dict[str, Any] = {
    "direction": "internal",
    "kind": "text",
    "text": "",
    "facts": {},
    "reply_to_id": None,
    "written_at": None,
    "delivery": "",
    "delivery_at": None,
    "origin": None,
}
_ATTACHMENT: dict[str, Any] = {
    "sha256": "",
    "size": 0,
    "media_type": "",
    "name": "",
    "width": None,
    "height": None,
    "role": "",
    "content_id": "",
    "state": "ready",
}
