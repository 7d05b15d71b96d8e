"""Who may post to a webhook of Meta's channels, and how values in one are read."""

from typing import Any

import pytest

from workstation.channels.graph import door
from workstation.channels.graph.envelope import entries
from workstation.channels.graph.fields import moment, number, parts, text
from workstation.channels.incoming import (
    NotUnderstood,
)
from workstation.channels.port import (
    Request,
    signature,
)

SECRET = "the app's secret"
TOKEN = "the verify token"


def greeting(**query: str) -> Request:
    given = {"hub.mode": "subscribe", "hub.verify_token": TOKEN, "hub.challenge": "115820"}
    asked = given | {name.replace("_", ".", 1): value for name, value in query.items()}
    return Request(method="GET", url="https://desk.example.nl/x", query=asked, headers={})


def test_who_knows_the_verify_token_gets_the_challenge_back() -> None:
    answer = door.greet(greeting(), TOKEN)
    assert (answer.status, answer.body) == (200, b"115820")


@pytest.mark.parametrize(
    ("request_", "token"),
    [
        (greeting(hub_verify_token="another"), TOKEN),
        (greeting(hub_verify_token=""), ""),
        (greeting(), ""),
        (greeting(hub_mode="unsubscribe"), TOKEN),
        (greeting(hub_verify_token="\udcff"), TOKEN),
        (Request(method="GET", url="x", query={}, headers={}), TOKEN),
    ],
)
def test_anybody_else_is_turned_away(request_: Request, token: str) -> None:
    answer = door.greet(request_, token)
    assert answer.status == 403
    assert b"115820" not in answer.body


def posted(given: str | None, body: bytes = b"{}") -> Request:
    headers = {} if given is None else {"x-hub-signature-256": given}
    return Request(method="POST", url="x", query={}, headers=headers, body=body)


def test_what_the_secret_signs_is_genuine() -> None:
    assert door.is_genuine(posted(f"sha256={signature(SECRET, b'{}')}"), SECRET)


@pytest.mark.parametrize(
    ("given", "secret"),
    [
        (None, SECRET),
        ("", SECRET),
        ("sha256=", SECRET),
        (signature(SECRET, b"{}"), SECRET),
        (f"sha1={signature(SECRET, b'{}')}", SECRET),
        (f"sha256={signature(SECRET, b'{} ')}", SECRET),
        (f"sha256={signature('another', b'{}')}", SECRET),
        (f"sha256={signature('', b'{}')}", ""),
        ("sha256=\udcff", SECRET),
    ],
)
def test_anything_else_is_not(given: str | None, secret: str) -> None:
    assert not door.is_genuine(posted(given), secret)


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"{}", b'{"object": "page"}', b'{"object": "mine", "entry": 5}', b"[" * 90_000],
)
def test_what_is_no_envelope_is_not_understood(body: bytes) -> None:
    with pytest.raises(NotUnderstood):
        entries(body, "mine")


def test_the_entries_of_an_envelope() -> None:
    assert entries(b'{"object": "mine", "entry": [{"id": "1"}, 5, null]}', "mine") == [{"id": "1"}]


@pytest.mark.parametrize(
    ("given", "milliseconds"),
    [
        ("1795000000", 1_795_000_000_000),
        (1795000000, 1_795_000_000_000),
        (1795000000123, 1_795_000_000_123),
        ("1795000000123", 1_795_000_000_123),
        (0, 0),
        (-5, None),
        ("soon", None),
        (True, None),
        (None, None),
        (float("nan"), None),
        ("9" * 400, None),
        (1e30, None),
    ],
)
def test_moments_in_both_forms(given: Any, milliseconds: int | None) -> None:
    assert moment({"at": given}, "at") == milliseconds


def test_values_of_the_wrong_kind_read_as_nothing() -> None:
    odd: list[Any] = [None, 5, "x", [], {"a": {}}, {"a": None}]
    for given in odd:
        assert text(given, "a") == ""
        assert number(given, "a") is None
        assert parts(given, "a") == []
    assert text({"a": "nul \x00"}, "a") == "nul \ufdd00000"
