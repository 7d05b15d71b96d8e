"""How a telephone provider is asked over HTTP: once, with a time limit, and honest about what
became of it."""

import logging
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
import requests
import urllib3

from workstation.channels.outgoing import (
    Rejected,
    Unavailable,
    Uncertain,
)

log = logging.getLogger(__name__)

TIMEOUT = (5.0, 15.0)
"""Seconds to connect, and between two pieces of an answer."""
LARGEST_ANSWER = 4 << 20
LARGEST_RECORDING = 200 << 20
WHOLE = 300.0
"""Seconds that one recording may take in all."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the provider said: a 2xx."""

    status: int
    media_type: str
    content: bytes

    def facts(self) -> Mapping[str, Any]:
        """The JSON object in it; an empty one when there is none."""
        try:
            found = orjson.loads(self.content)
        except orjson.JSONDecodeError:
            return {}
        return found if isinstance(found, dict) else {}


class Asking:
    """Asks one server, `base`, and no other: redirects are not followed."""

    def __init__(self, base: str, *, timeout: tuple[float, float] = TIMEOUT) -> None:
        self._base = base.rstrip("/")
        self._timeout = timeout

    def get(self, path: str, *, most: int = LARGEST_ANSWER, **given: Any) -> Answer:
        """Ask for something. Raises Rejected or Unavailable."""
        return self._ask("GET", path, most=most, matters=False, **given)

    def do(self, method: str, path: str, **given: Any) -> Answer:
        """Have something done, once. Raises Rejected, Unavailable or Uncertain."""
        return self._ask(method, path, most=LARGEST_ANSWER, matters=True, **given)

    def _ask(self, method: str, path: str, *, most: int, matters: bool, **given: Any) -> Answer:
        given.setdefault("auth", _as_nobody)
        try:
            with requests.request(
                method,
                self._base + path,
                timeout=self._timeout,
                allow_redirects=False,
                stream=True,
                **given,
            ) as response:
                content = _limited(response, most)
        except requests.ConnectTimeout as error:
            raise Unavailable("the provider is not reached") from error
        except requests.ConnectionError as error:
            if not matters or _never_left(error):
                raise Unavailable("the provider is not reached") from error
            raise Uncertain("the provider hung up") from error
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            kind = Uncertain if matters else Unavailable
            raise kind(f"no answer from the provider: {type(error).__name__}") from error
        if 200 <= response.status_code < 300:
            media_type = response.headers.get("content-type", "").partition(";")[0].strip()
            return Answer(response.status_code, media_type, content)
        log.warning("the telephone provider answered %d", response.status_code)
        raise _refusal(response, matters=matters)


def _refusal(response: requests.Response, *, matters: bool) -> Exception:
    status = response.status_code
    if status in (404, 409, 410, 412, 422):
        return Rejected("The provider no longer knows this call.", "phone.gone")
    if status in (401, 403):
        return Rejected("The provider does not let us in.", "phone.shut")
    if status in (429, 503):
        return Unavailable("the provider is busy", _seconds(response.headers.get("retry-after")))
    if status >= 500:
        return Uncertain("the provider failed") if matters else Unavailable("the provider failed")
    return Rejected("The provider does not do this.", "phone.refused")


def _seconds(given: str | None) -> float | None:
    try:
        return min(max(float(given or ""), 0.0), 3600.0)
    except ValueError:
        return None


def _limited(response: requests.Response, most: int) -> bytes:
    found = bytearray()
    until = time.monotonic() + WHOLE
    for piece in response.iter_content(64 << 10):
        found += piece
        if len(found) > most:
            raise Rejected("This is larger than we take.", "phone.too_large")
        if time.monotonic() > until:
            raise requests.exceptions.ReadTimeout("it took too long in all")
    return bytes(found)


def _as_nobody(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Named, so that no password file of this machine takes its place."""
    return request


def _never_left(error: requests.ConnectionError) -> bool:
    """Whether no connection was made, so that nothing can have been taken."""
    cause = error.args[0] if error.args else None
    reason = getattr(cause, "reason", cause)
    if isinstance(reason, urllib3.exceptions.SSLError) and reason.args:
        return isinstance(reason.args[0], ssl.SSLCertVerificationError)
    return isinstance(
        reason, urllib3.exceptions.NewConnectionError | urllib3.exceptions.ConnectTimeoutError
    )
