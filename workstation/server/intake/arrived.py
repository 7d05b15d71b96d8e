"""A body that a provider posted, read, with its files already on disk."""

import hashlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field

from workstation.channels.incoming import (
    Inbound,
    InboundFile,
    NotUnderstood,
    Parsed,
)
from workstation.channels.port import (
    Channel,
)
from workstation.rules.failures import coded, known
from workstation.server.files.accept import Accepted, accept
from workstation.server.files.kinds import FileRefusedError
from workstation.server.files.store import FileStore
from workstation.server.settings import Settings

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Kept:
    """A body as it came in. `channel` is the slot it came in by, `at` when (milliseconds)."""

    id: str
    channel: str
    body: bytes
    at: int


@dataclass(frozen=True, slots=True)
class Letter:
    """A message and its files. `refused` names the files that we do not take."""

    message: Inbound
    origin: str
    kept: Kept
    """The body that it was in."""
    files: tuple[tuple[InboundFile, Accepted], ...] = ()
    refused: tuple[str, ...] = ()

    @property
    def channel(self) -> str:
        """The slot it came in by."""
        return self.kept.channel


@dataclass(frozen=True, slots=True)
class Arrived:
    """`error` is empty unless the body could not be read; then there is nothing in it."""

    kept: Kept
    parsed: Parsed = field(default_factory=Parsed)
    letters: tuple[Letter, ...] = ()
    error: str = ""


class Reading:
    """Reads bodies. Whatever is wrong with one, there is an answer."""

    def __init__(
        self, settings: Settings, files: FileStore, channels: Mapping[str, Channel]
    ) -> None:
        self._settings = settings
        self._files = files
        self._slots = {channel.name: channel for channel in channels.values()}

    def read(self, kept: Kept) -> Arrived:
        channel = self._slots.get(kept.channel)
        if channel is None:
            return Arrived(kept, error=coded("arrival.not_open"))
        try:
            parsed = channel.parse(kept.body)
            letters = tuple(self._letter(kept, message) for message in parsed.messages)
        except NotUnderstood as error:
            log.warning("a body of %s was not understood: %s", kept.channel, error)
            return Arrived(kept, error=_sentence(error))
        except Exception as error:  # a bug in a parser loses nothing, and stops nobody
            log.exception("a body of %s could not be read", kept.channel)
            return Arrived(kept, error=coded("arrival.fault", what=type(error).__name__))
        return Arrived(kept, parsed, letters)

    def _letter(self, kept: Kept, message: Inbound) -> Letter:
        accepted: list[tuple[InboundFile, Accepted]] = []
        refused: list[str] = []
        for file in message.files:
            try:
                found = accept(
                    self._settings, self._files, file.content, file.media_type, file.role
                )
                accepted.append((file, found))
            except FileRefusedError as error:
                log.info("a file was left out: %s", error.code)
                refused.append(file.name)
        origin = key(kept.channel, message.provider_id, sent=message.echo)
        return Letter(message, origin, kept, tuple(accepted), tuple(refused))


def _sentence(error: NotUnderstood) -> str:
    said = str(error)
    return said if known(said) else coded("arrival.not_understood", what=said.rstrip("."))


def key(channel: str, identifier: str, *, sent: bool = False) -> str:
    """What `Message.origin` holds: the provider's id of a message, told apart by channel, and what
    came from what went."""
    return fit(f"{channel}:out:{identifier}" if sent else f"{channel}:{identifier}")


def either(channel: str, identifier: str) -> tuple[str, str]:
    """The origins of a message of which nobody says whether it came or went."""
    return key(channel, identifier), key(channel, identifier, sent=True)


def fit(identifier: str) -> str:
    """An identifier from outside that fits a column, and still differs from every other."""
    if len(identifier) <= 200:
        return identifier
    return f"{identifier[:120]}#{hashlib.sha256(identifier.encode()).hexdigest()}"
