"""Files on their way into a message: offered in the GUI thread, taken in by the writer's."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from workstation.replica.errors import BadLuck
from workstation.replica.rows.outbox import Draft
from workstation.ui.composer.channel_limits import ChannelLimits
from workstation.ui.composer.files_model import FilesModel
from workstation.ui.composer.taking import NotTaken, Taken, as_png, take_content, take_path
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.words import translate

AT_ONCE: Final = 100
"""Files looked at when a whole folder is dropped; more than a message takes."""


class Attaching(QObject):
    """Adds to `files` for the contact that is open; a file that was still being read when the
    agent turned to another contact joins the draft it was meant for."""

    added = Signal()
    waits = Signal()
    """More or fewer files are being read."""
    refused = Signal(str)
    """A sentence: why a file does not go along."""

    def __init__(self, context: DeskContext, files: FilesModel, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._files = files
        self.contact_id: str | None = None
        self.limits = ChannelLimits()
        self._reading: dict[str, int] = {}
        """By contact, how many files are being read."""

    @property
    def waiting(self) -> int:
        """How many files of the open contact are being read."""
        return self._reading.get(self.contact_id or "", 0)

    def add_paths(self, paths: list[Path]) -> None:
        for place, path in enumerate(paths[:AT_ONCE]):
            self._take(
                partial(
                    take_path,
                    path=path,
                    count=self._files.rowCount() + place,
                    language=self._context.language,
                    limits=self.limits,
                )
            )

    def add_picture(self, image: QImage) -> None:
        """A picture from the clipboard, which has no name of its own."""
        name = translate("composer", "picture") + ".png"
        count, language = self._files.rowCount(), self._context.language
        limits = self.limits
        self._take(
            lambda replica: take_content(
                replica, as_png(image), name=name, media_type="image/png", count=count,
                language=language, limits=limits,
            )
        )  # fmt: skip

    def add_text(self, text: str) -> None:
        """A text too long for a message."""
        name = translate("composer", "pasted text") + ".txt"
        self._take(
            partial(
                take_content,
                content=text.encode("utf-8", "replace"),
                name=name,
                media_type="text/plain",
                count=self._files.rowCount(),
                language=self._context.language,
                limits=self.limits,
            )
        )

    def _take(self, work: Callable[[ReplicaDoor], Taken]) -> None:
        contact_id = self.contact_id
        if contact_id is None:
            return

        self._count(contact_id, 1)

        def done(taken: Taken) -> None:
            self._count(contact_id, -1)
            if contact_id == self.contact_id:
                self._files.add(taken)
                self.added.emit()
            else:
                self._context.writer.do(partial(_join_draft, contact_id=contact_id, taken=taken))

        def failed(error: Exception) -> None:
            self._count(contact_id, -1)
            if not isinstance(error, NotTaken | BadLuck):
                raise error
            self.refused.emit(str(error))

        self._context.writer.do(work, done=done, failed=failed, owner=self)

    def _count(self, contact_id: str, more: int) -> None:
        left = self._reading.pop(contact_id, 0) + more
        if left > 0:
            self._reading[contact_id] = left
        self.waits.emit()


def _join_draft(replica: ReplicaDoor, *, contact_id: str, taken: Taken) -> None:
    draft = replica.draft(contact_id) or Draft(contact_id, "")
    replica.save_draft(replace(draft, files=(*draft.files, taken.facts)))
