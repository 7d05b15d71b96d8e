"""Files that conversations name: taken from beside the imported file, and from nowhere else."""

from dataclasses import dataclass
from pathlib import Path

from workstation.server.files.accept import Accepted, accept_as_said
from workstation.server.files.kinds import FileRefusedError, check_claim
from workstation.server.files.store import FileStore
from workstation.server.importing.settle import NotThere
from workstation.server.settings import Settings
from workstation.shop.beside import OutsideError, beside
from workstation.shop.records import AttachmentRecord


@dataclass(frozen=True)
class Beside:
    """`folder` is the one that holds the imported file."""

    folder: Path
    settings: Settings
    store: FileStore

    def take(self, attachment: AttachmentRecord) -> Accepted:
        """Put it into the office's keeping; raises `NotThere` with the reason."""
        try:
            path = beside(self.folder, attachment.path)
            check_claim(self.settings, attachment.media_type, path.stat().st_size)
            content = path.read_bytes()
            return accept_as_said(self.settings, self.store, content, attachment.media_type)
        except OutsideError as problem:
            said = f"attachment {attachment.path} lies outside the folder of this file"
            raise NotThere(said) from problem
        except OSError as problem:
            why = problem.strerror or str(problem)
            raise NotThere(f"attachment {attachment.path}: {why}") from problem
        except FileRefusedError as problem:
            raise NotThere(f"attachment {attachment.path}: {problem.detail}") from problem
