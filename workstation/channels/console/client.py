"""The customers' side of the console: what they write goes in, what agents answer comes out.

For simulated customers, replays and measurements. It knows the office only by its HTTP doors.
"""

import http.client
import json
from collections.abc import Sequence
from typing import Any, Self
from urllib.parse import urlsplit

from workstation.channels.port import (
    signature,
)

INBOUND = "/v1/channels/console/inbound"
OUTBOX = "/v1/channels/console/outbox"
_FINAL = (400, 401, 403, 404, 405, 413)


class NotTaken(Exception):
    """The office did not take it, or is not there. The same may be posted again, unless the
    office says that it will never do: `final`."""

    def __init__(self, reason: str, *, final: bool = False) -> None:
        super().__init__(reason)
        self.final = final


class ConsoleClient:
    """One kept-open connection, so for one thread. `server` is `http://host:port`."""

    def __init__(self, server: str, secret: str, *, timeout: float = 10.0) -> None:
        address = urlsplit(server)
        if address.hostname is None or address.scheme not in ("http", "https"):
            raise ValueError(f"{server!r} is not the address of a server")
        secure = address.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        self._connection = kind(address.hostname, address.port, timeout=timeout)
        self._secret = secret
        self.place = 0
        """How far the outbox was read."""

    def post(
        self,
        messages: Sequence[dict[str, Any]] = (),
        statuses: Sequence[dict[str, Any]] = (),
    ) -> None:
        """Post what was written and what became of answers (`reading.py` has the form). Durable
        when this returns; raises `NotTaken`."""
        body = json.dumps({"messages": list(messages), "statuses": list(statuses)}).encode()
        self._ask("POST", INBOUND, body, signature(self._secret, body), expected=202)

    def answers(self, limit: int = 500) -> list[dict[str, Any]]:
        """What agents answered since the last time, oldest first; raises `NotTaken`."""
        path = f"{OUTBOX}?after={self.place}&limit={limit}"
        answer = self._ask("GET", path, None, signature(self._secret, path.encode()), expected=200)
        found: list[dict[str, Any]] = answer["messages"]
        self.place = int(answer["after"])
        return found

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _ask(
        self, method: str, path: str, body: bytes | None, signed: str, *, expected: int
    ) -> dict[str, Any]:
        headers = {"X-Workstation-Signature": signed, "Content-Type": "application/json"}
        try:
            self._connection.request(method, path, body, headers)
            answer = self._connection.getresponse()
            content = answer.read()
        except (OSError, http.client.HTTPException) as error:
            self._connection.close()  # the next request opens it again
            raise NotTaken(str(error) or type(error).__name__) from error
        if answer.status != expected:
            said = f"{answer.status} {content[:300].decode(errors='replace')}"
            raise NotTaken(said, final=answer.status in _FINAL)
        found: dict[str, Any] = json.loads(content)
        return found
