"""The pictures of a contact in the order they came, and which of them is looked at."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from workstation.replica.rows.contact import AttachmentRow, MessageRow
from workstation.ui.transcript.shapes.files import sorted_files


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture; `said` is who sent it and when, in a few words."""

    file: AttachmentRow
    said: str = ""


def shots_of(
    messages: Iterable[MessageRow], said: Callable[[MessageRow], str] = lambda _: ""
) -> list[Shot]:
    """Every photo that is here, stickers left out: those are said rather than shown."""
    return [
        Shot(file, said(message))
        for message in messages
        if message.deleted_at is None and message.attachments
        for file in sorted_files(message.attachments).pictures
        if file.state == "ready" and file.role != "sticker"
    ]


class Gallery:
    """Begins at the picture with the given id, which is part of it in any case."""

    def __init__(self, shots: list[Shot], first: AttachmentRow) -> None:
        ids = [one.file.attachment_id for one in shots]
        place = ids.index(first.attachment_id) if first.attachment_id in ids else None
        self._shots = shots if place is not None else [Shot(first)]
        self.place = place or 0

    def __len__(self) -> int:
        return len(self._shots)

    @property
    def current(self) -> Shot:
        return self._shots[self.place]

    def go(self, place: int) -> bool:
        """Look at the picture at this place; whether it is another."""
        place = min(max(place, 0), len(self._shots) - 1)
        other = place != self.place
        self.place = place
        return other

    def neighbours(self) -> list[Shot]:
        """What is likely looked at next: the one after, the one before."""
        places = (self.place + 1, self.place - 1)
        return [self._shots[place] for place in places if 0 <= place < len(self._shots)]
