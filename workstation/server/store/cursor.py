"""Where a desk is in the feed: opaque to it, and a small tree here.

A cursor at rest says "these audiences are known below this revision". In the middle of a pull it
also holds the revision the pull runs up to and the place where the next page begins, so that a
pull may be cut anywhere and go on later.
"""

import base64
import binascii
import re
from dataclasses import dataclass, field
from typing import Any

import orjson


class UnreadableCursor(ValueError):
    """Not a cursor of ours: the desk must start over."""


@dataclass(frozen=True)
class Place:
    """Where the next page begins: a stage of `feed.STAGES`, and the key after which it goes on."""

    stage: int
    after: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Cursor:
    epoch: str
    known: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """(revision, audiences known below it), ascending by revision."""
    upto: int | None = None
    place: Place | None = None
    going: tuple[str, ...] = field(default=())
    """The audiences the running pull is about."""

    def since(self, audience: str) -> int:
        for revision, audiences in self.known:
            if audience in audiences:
                return revision
        return 0

    def audiences(self) -> set[str]:
        """Every audience of which the desk may hold something, if only the beginning."""
        return {audience for _, audiences in self.known for audience in audiences} | {*self.going}

    def write(self) -> str:
        parts: list[Any] = [self.epoch, self.known]
        if self.upto is not None and self.place is not None:
            parts += [self.upto, self.place.stage, self.place.after, self.going]
        return base64.urlsafe_b64encode(orjson.dumps(parts)).decode().rstrip("=")


def read_cursor(text: str) -> Cursor:
    """A cursor from its text. Raises `UnreadableCursor`."""
    try:
        parts = orjson.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        epoch, known, *rest = parts
        cursor = Cursor(
            epoch=_text(epoch),
            known=tuple((_whole(at), tuple(map(_text, names))) for at, names in known),
        )
        if not rest:
            return cursor
        upto, stage, after, going = rest
        if not going:
            raise ValueError
        return Cursor(
            epoch=cursor.epoch,
            known=cursor.known,
            upto=_whole(upto),
            place=Place(_whole(stage), tuple(_key(part) for part in after)),
            going=tuple(map(_text, going)),
        )
    except (binascii.Error, orjson.JSONDecodeError, ValueError, TypeError) as error:
        raise UnreadableCursor(text[:40]) from error


_NAME = re.compile(r"all|[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}")


def _text(value: Any) -> str:
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        raise ValueError
    return value


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 1 << 62:
        raise ValueError
    return value


def _key(value: Any) -> int | str:
    if value == "all":  # an audience, and never a row
        raise ValueError
    return _text(value) if isinstance(value, str) else _whole(value)
