"""A stream of events, however its bytes arrive."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, cast

import pytest
import requests
from hypothesis import given, strategies as st

from workstation.replica.events import Event, read_events

WHOLE = (
    b"event: changes\nid: abc\ndata: {\"upto\": 1}\n\n"
    b": a comment\n\n"
    b"event: beat\nid: abd\ndata: {}\n\n"
    b"data: no name\n\n"
    b"event: behind\ndata: {}\n\n"
)  # fmt: skip
EVENTS = [
    Event("changes", b'{"upto": 1}', "abc"),
    Event("beat", b"{}", "abd"),
    Event("message", b"no name", "abd"),
    Event("behind", b"{}", "abd"),
]


class _Raw:
    def __init__(self, pieces: Sequence[bytes]) -> None:
        self._pieces = list(pieces)

    def read1(self, amount: int, *, decode_content: bool) -> bytes:
        return self._pieces.pop(0) if self._pieces else b""


class _Response:
    def __init__(self, pieces: Sequence[bytes]) -> None:
        self.raw: Any = _Raw(pieces)


def _read(pieces: Sequence[bytes]) -> list[Event]:
    return list(read_events(cast(requests.Response, _Response(pieces))))


@given(st.lists(st.integers(1, len(WHOLE) - 1), max_size=12))
def test_events_are_the_same_wherever_the_bytes_are_cut(cuts: list[int]) -> None:
    places = [0, *sorted(set(cuts)), len(WHOLE)]
    assert _read([WHOLE[a:b] for a, b in pairwise(places)]) == EVENTS


@pytest.mark.parametrize("kept", range(1, len(WHOLE), 7))
def test_an_event_that_is_cut_off_is_not_told(kept: int) -> None:
    told = _read([WHOLE[:kept]])
    assert told == EVENTS[: len(told)]
    assert len(told) <= WHOLE[:kept].count(b"\n\n")


def test_a_line_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workstation.replica.events._LARGEST", 1 << 20)
    assert _read([b"data: " + b"x" * (1 << 18)] * 70 + [b"\n\n"]) == []
