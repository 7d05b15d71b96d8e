"""Server-sent events, from lines to events (WHATWG HTML, section 9.2)."""

from collections.abc import Iterator
from dataclasses import dataclass

import requests

_LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Event:
    name: str
    data: bytes
    cursor: str


def read_events(response: requests.Response) -> Iterator[Event]:
    """Whole events as they arrive; an event cut off by the end is dropped, as it must be."""
    name, data, cursor = "", b"", ""
    for line in _lines(response):
        if not line:
            if data:
                yield Event(name=name or "message", data=data, cursor=cursor)
            name, data = "", b""
        elif line.startswith(b"data: "):
            data += line[6:]
        elif line.startswith(b"event: "):
            name = line[7:].decode("utf-8", "replace")
        elif line.startswith(b"id: "):
            cursor = line[4:].decode("ascii", "replace")


def _lines(response: requests.Response) -> Iterator[bytes]:
    waiting = bytearray()
    while part := response.raw.read1(1 << 18, decode_content=True):
        waiting += part
        *whole, rest = bytes(waiting).split(b"\n")
        waiting = bytearray(rest)
        if len(waiting) > _LARGEST:
            return
        yield from whole
