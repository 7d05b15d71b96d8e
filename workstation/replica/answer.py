"""What the server answered: all of it, within its size and time, and whether it is a refusal."""

import time
from typing import Any, Final

import orjson
import requests
import urllib3

from workstation.replica.errors import ServerSaysNo, SignInNeeded, Unreachable
from workstation.replica.pieces import Told

LARGEST: Final = 256 * 1024 * 1024
"""Bytes of an answer that are taken."""


def body_of(response: requests.Response, whole: float, told: Told | None = None) -> bytes:
    """The whole answer, however it drips in, within its size and time."""
    claimed = response.headers.get("Content-Length", "")
    total = int(claimed) if claimed.isdecimal() else 0
    until = time.monotonic() + whole
    parts: list[bytes] = []
    size = 0
    try:
        while part := response.raw.read1(1 << 18, decode_content=True):
            parts.append(part)
            size += len(part)
            if told is not None:
                told(size, max(size, total))
            if size > LARGEST or time.monotonic() > until:
                raise Unreachable("too_slow")
    except (OSError, urllib3.exceptions.HTTPError) as error:
        raise Unreachable("broken_off") from error
    return b"".join(parts)


def check(response: requests.Response, content: bytes) -> None:
    """Raise what a refusing answer means."""
    status = response.status_code
    if status < 300:
        return
    problem: Any = None
    if "json" in response.headers.get("Content-Type", ""):
        try:
            problem = orjson.loads(content)
        except orjson.JSONDecodeError:
            problem = None
    if not isinstance(problem, dict) or "code" not in problem:
        raise Unreachable("not_ours")
    if status == 401:
        raise SignInNeeded(str(problem["code"]))
    if status >= 500:
        raise Unreachable("busy" if problem["code"] == "busy" else "unexpected")
    raise ServerSaysNo(str(problem["code"]), str(problem.get("detail", "")), status)
