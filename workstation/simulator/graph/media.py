"""Files that the pretended provider keeps, and the addresses at which it gives them for a while."""

import hashlib
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

LASTS = 300
"""Seconds for which an address of a WhatsApp file may be used."""


@dataclass(frozen=True, slots=True)
class Kept:
    id: str
    content: bytes
    media_type: str
    name: str = ""
    open: bool = False
    """Whether anybody who has its address may fetch it, as with Messenger and Instagram."""
    at: float = field(default_factory=time.time)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


class Media:
    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._kept: dict[str, Kept] = {}
        self._addresses: dict[str, tuple[str, float]] = {}
        """Media id and last moment, by the secret part of an address."""

    def keep(
        self, content: bytes, media_type: str, *, name: str = "", is_open: bool = False
    ) -> Kept:
        kept = Kept(_number(), content, media_type, name, is_open, self._clock())
        with self._lock:
            self._kept[kept.id] = kept
        return kept

    def find(self, media_id: str) -> Kept | None:
        return self._kept.get(media_id)

    def forget(self, media_id: str) -> bool:
        with self._lock:
            return self._kept.pop(media_id, None) is not None

    def lend(self, kept: Kept, *, seconds: float = LASTS) -> str:
        """The secret of an address at which it may be had for a while."""
        secret = secrets.token_urlsafe(18)
        with self._lock:
            self._addresses[secret] = (kept.id, self._clock() + seconds)
        return secret

    def fetch(self, secret: str) -> Kept | None:
        """What is at this address; nothing once it has expired."""
        with self._lock:
            media_id, until = self._addresses.get(secret, ("", 0.0))
            return self._kept.get(media_id) if self._clock() <= until else None

    def expire(self) -> None:
        """No address that was given until now leads anywhere any more."""
        with self._lock:
            self._addresses.clear()


def _number() -> str:
    return str(10**15 + secrets.randbelow(9 * 10**15))
