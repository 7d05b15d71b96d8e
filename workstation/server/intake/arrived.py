"""A body that a provider posted, read, with its files already on disk."""

import hashlib
import logging
from dataclasses import dataclass

from workstation.channels.port import Channel, DeliveryNews, Inbound, NotUnderstood
from workstation.models import new_id
from workstation.server.files.accept import Accepted, accept
from workstation.server.files.kinds import FileRefusedError
from workstation.server.files.store import FileStore
from workstation.server.settings import Settings

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Letter:
    """A message and its files. `refused` names the files that we do not take."""

    message: Inbound
    origin: str
    files: tuple[tuple[str, Accepted], ...] = ()
    """name, content"""
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrived:
    """`error` is empty unless the body was not understood; then there is nothing but the body."""

    id: str
    channel: str
    digest: str
    body: bytes
    letters: tuple[Letter, ...] = ()
    news: tuple[DeliveryNews, ...] = ()
    error: str = ""


def read(
    settings: Settings, files: FileStore, channel: Channel, body: bytes, *, arrival_id: str = ""
) -> Arrived:
    """Read a body. Whatever is wrong with it, the answer can be kept."""
    arrival_id = arrival_id or new_id()
    digest = hashlib.sha256(body).hexdigest()
    try:
        parsed = channel.parse(body)
        letters = tuple(
            _letter(settings, files, channel.name, message) for message in parsed.messages
        )
    except NotUnderstood as error:
        log.warning("a body of %s was not understood: %s", channel.name, error)
        return Arrived(arrival_id, channel.name, digest, body, error=str(error))
    return Arrived(arrival_id, channel.name, digest, body, letters, parsed.news)


def key(channel: str, identifier: str, *, sent: bool = False) -> str:
    """What `Message.origin` holds: the provider's id of a message, told apart by channel, and what
    came from what went."""
    return fit(f"{channel}:out:{identifier}" if sent else f"{channel}:{identifier}")


def fit(identifier: str) -> str:
    """An identifier from outside that fits a column, and still differs from every other."""
    if len(identifier) <= 200:
        return identifier
    return f"{identifier[:120]}#{hashlib.sha256(identifier.encode()).hexdigest()}"


def _letter(settings: Settings, files: FileStore, channel: str, message: Inbound) -> Letter:
    accepted: list[tuple[str, Accepted]] = []
    refused: list[str] = []
    for file in message.files:
        try:
            found = accept(settings, files, file.content, file.media_type)
            accepted.append((file.name, found))
        except FileRefusedError as error:
            log.info("a file was left out: %s", error.code)
            refused.append(file.name)
    return Letter(message, key(channel, message.provider_id), tuple(accepted), tuple(refused))
