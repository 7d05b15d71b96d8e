"""Files on their way in, in pieces: what has arrived stays, and the next piece goes on from there.

Pieces are written at their own place, so a connection that hangs and the one that took over from it
write the same bytes to the same place, and need not know of each other.
"""

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.models import new_id
from workstation.models.office import Blob, Upload
from workstation.server.files.kinds import FileRefusedError, look_at
from workstation.server.files.store import FileStore, sha256_of
from workstation.server.settings import Settings
from workstation.server.store import bulk
from workstation.server.store.database import Database


class OtherContentError(Exception):
    """What arrived is not what was announced."""


class Uploads:
    def __init__(self, settings: Settings, database: Database, files: FileStore) -> None:
        self._settings = settings
        self._database = database
        self._files = files

    def begin(
        self, agent_id: str, *, sha256: str, size: int, media_type: str, name: str, now: int
    ) -> Upload:
        """An upload of this content by this agent: the one that was begun before, if any."""

        def work(session: Session) -> Upload:
            found = session.scalar(
                select(Upload)
                .where(Upload.agent_id == agent_id, Upload.sha256 == sha256, Upload.size == size)
                .limit(1)
            )
            if found is None:
                found = Upload(
                    id=new_id(),
                    agent_id=agent_id,
                    sha256=sha256,
                    size=size,
                    media_type=media_type,
                    name=name,
                    at=now,
                )
                session.add(found)
            found.media_type = media_type
            return found

        return self._database.retrying(work)

    def find(self, agent_id: str, upload_id: str) -> Upload | None:
        """One's own upload."""
        with self._database.read() as session:
            found = session.get(Upload, upload_id)
        return found if found is not None and found.agent_id == agent_id else None

    def offset(self, upload: Upload) -> int:
        """How much of it is here, from the beginning."""
        with self._database.read() as session:
            known = session.get(Blob, upload.sha256)
        if known is not None and known.size == upload.size and self._files.has(upload.sha256):
            return upload.size
        try:
            return min(self._arriving(upload).stat().st_size, upload.size)
        except FileNotFoundError:
            return 0

    def add(self, upload: Upload, offset: int, piece: bytes) -> int:
        """Write a piece at its place; the place after it."""
        path = self._arriving(upload)
        path.touch()
        with path.open("r+b") as file:
            file.seek(offset)
            file.write(piece)
        return offset + len(piece)

    def finish(self, upload: Upload, now: int) -> None:
        """Check what has arrived, and keep it. Raises FileRefusedError or OtherContentError; then
        nothing of it is kept."""
        path = self._arriving(upload)
        try:
            if path.stat().st_size != upload.size or sha256_of(path) != upload.sha256:
                path.unlink()
                raise OtherContentError
            looked = look_at(self._settings, path, upload.media_type)
            self._files.settle(path, upload.sha256)
        except FileNotFoundError:
            if not self._files.has(upload.sha256):
                raise
            looked = look_at(self._settings, self._files.path(upload.sha256), upload.media_type)
        except FileRefusedError:
            path.unlink(missing_ok=True)
            raise
        row = {
            "sha256": upload.sha256,
            "size": upload.size,
            "media_type": looked.media_type,
            "at": now,
        }
        self._database.retrying(lambda session: bulk.write(session, Blob, [row], update=False))

    def _arriving(self, upload: Upload) -> Path:
        return self._files.arriving(upload.id)
