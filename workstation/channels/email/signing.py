"""What we sign ourselves, so that it is recognised when it comes back: reply addresses and the
ids of our messages.

A reply address is `help+<contact><mark>@example.nl`; a message id `<message>.<mark>.ws@example.nl`.
Both are in letters that survive being written in capitals. The mark is an HMAC cut to 80 bits: it
keeps anybody from making one up, and an address short enough for every mail server.
"""

import base64
import hashlib
import hmac
import re
import uuid
from collections.abc import Iterator, Sequence

_PACKED = 26
_MARK = 16
_LONGEST_LOCAL = 64
_TOKEN = re.compile(rf"\+([a-z2-7]{{{_PACKED + _MARK}}})@", re.IGNORECASE)
_MESSAGE = re.compile(
    rf"([a-z2-7]{{{_PACKED}}})\.([a-z2-7]{{{_MARK}}})\.ws@([a-z0-9.\-]{{1,253}})", re.IGNORECASE
)


class Signer:
    """`secrets`: the first signs; all of them are recognised."""

    def __init__(self, secrets: Sequence[str], address: str) -> None:
        self._secrets = [secret.encode() for secret in secrets]
        self._local, _, self._domain = address.rpartition("@")

    def reply_address(self, contact_id: str) -> str:
        """Where an answer to this contact goes; empty when there is no room to say it."""
        packed = _pack(contact_id)
        local = f"{self._local}+{packed}{self._mark('reply', packed, self._secrets[0])}"
        return f"{local}@{self._domain}" if packed and len(local) <= _LONGEST_LOCAL else ""

    def contact_in(self, text: str) -> str:
        """The contact of the first of our reply addresses in this text, or empty."""
        for match in _TOKEN.finditer(text):
            token = match.group(1).lower()
            if self._is_ours("reply", token[:_PACKED], token[_PACKED:]):
                return _unpack(token[:_PACKED])
        return ""

    def message_id(self, reference: str) -> str:
        """The Message-ID of our message, without its brackets: the same every time."""
        packed = _pack(reference)
        return f"{packed}.{self._mark('message', packed, self._secrets[0])}.ws@{self._domain}"

    def references_in(self, text: str) -> Iterator[tuple[str, str]]:
        """The ids of ours in this text, and our own ids of those messages."""
        for match in _MESSAGE.finditer(text):
            packed = match.group(1).lower()
            if self._is_ours("message", packed, match.group(2).lower()):
                yield match.group().lower(), _unpack(packed)

    def _is_ours(self, what: str, packed: str, mark: str) -> bool:
        return any(
            hmac.compare_digest(self._mark(what, packed, secret), mark) for secret in self._secrets
        )

    @staticmethod
    def _mark(what: str, packed: str, secret: bytes) -> str:
        digest = hmac.new(secret, f"{what}:{packed}".encode(), hashlib.sha256).digest()
        return base64.b32encode(digest[:10]).decode().lower()


def _pack(identifier: str) -> str:
    try:
        content = uuid.UUID(identifier).bytes
    except ValueError:
        return ""
    return base64.b32encode(content).decode().rstrip("=").lower()


def _unpack(packed: str) -> str:
    content = base64.b32decode(packed.upper() + "=" * 6)
    return str(uuid.UUID(bytes=content))
