"""Taking in a file that a channel brought: looked at, stored, and known."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from workstation.models.office import Blob
from workstation.server.files.kinds import FileRefusedError, Looked, look_at, recognised
from workstation.server.files.store import FileStore
from workstation.server.settings import Settings
from workstation.server.store import bulk


@dataclass(frozen=True, slots=True)
class Accepted:
    """Content that is on disk; `record` makes it known."""

    sha256: str
    size: int
    looked: Looked


def accept(
    settings: Settings, store: FileStore, content: bytes, media_type: str, role: str = ""
) -> Accepted:
    """Check and store `content`. Raises FileRefusedError for what we do not take. Providers and
    senders say all kinds of things about a file: what it is counts. `role` is its role in its
    message: a page is only taken for one when the channel has made it harmless ("html")."""
    if role != "html" and media_type.strip().lower().startswith("text/html"):
        media_type = "text/plain"
    try:
        looked = look_at(settings, content, media_type, brought=True)
    except FileRefusedError as refused:
        found = recognised(content, media_type)
        if refused.code != "type_refused" or not found:
            raise
        looked = look_at(settings, content, found)
    return Accepted(sha256=store.keep(content), size=len(content), looked=looked)


def accept_as_said(
    settings: Settings, store: FileStore, content: bytes, media_type: str
) -> Accepted:
    """Check and store what must be what it is said to be: somebody who imports can mend it. Raises
    FileRefusedError."""
    looked = look_at(settings, content, media_type)
    return Accepted(sha256=store.keep(content), size=len(content), looked=looked)


def record(session: Session, accepted: Accepted, now: int) -> None:
    """Make it known, in the transaction that refers to it."""
    row = {
        "sha256": accepted.sha256,
        "size": accepted.size,
        "media_type": accepted.looked.media_type,
        "at": now,
    }
    bulk.write(session, Blob, [row], update=False)
