"""What every channel must do, whoever its provider is. A new channel is added to `CHANNELS`."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from workstation.channels.console.channel import Console
from workstation.channels.port import (
    Channel,
    NotUnderstood,
    Outbound,
    OutboundFile,
    Rejected,
    Sent,
    Unavailable,
    Uncertain,
)


@dataclass(frozen=True)
class Subject:
    """A channel with a pretended provider behind it, and how to speak for that provider."""

    channel: Channel
    writes: Callable[[str, str], bytes]
    """The body that the provider posts for a customer's message: its id, its text."""
    reports: Callable[[str, str], bytes]
    """The body that it posts when a message that was sent has got further: its id, the state."""
    asked: Callable[[], list[str]]
    """The texts that the provider was asked to send."""
    refusing: str
    """An address that the provider does not take."""
    away: str
    """An address for which it is unavailable."""
    silent: str
    """An address for which its answer gets lost."""


def _console(folder: Path) -> Subject:
    console = Console(folder)

    def writes(identifier: str, text: str) -> bytes:
        message: dict[str, Any] = {"id": identifier, "from": {"address": "a@example.nl"}}
        return json.dumps({"messages": [message | {"text": text}]}).encode()

    return Subject(
        channel=console,
        writes=writes,
        reports=lambda identifier, state: json.dumps(
            {"statuses": [{"id": identifier, "state": state, "at": 5}]}
        ).encode(),
        asked=lambda: [entry["text"] for entry in console.provider.after(0)[0]],
        refusing="refuses@example.nl",
        away="away@example.nl",
        silent="silent@example.nl",
    )


CHANNELS = {"console": _console}


@pytest.fixture(params=CHANNELS)
def subject(request: pytest.FixtureRequest, tmp_path: Path) -> Subject:
    return CHANNELS[request.param](tmp_path)


def outbound(address: str = "a@example.nl", **given: Any) -> Outbound:
    return Outbound(
        **{
            "reference": "01990000-0000-7000-8000-000000000001",
            "channel": "email",
            "thread": "t",
            "address": address,
            "text": "Hello",
        }
        | given
    )


def test_a_message_is_read(subject: Subject) -> None:
    (message,) = subject.channel.parse(subject.writes("m-1", "It flickers.")).messages
    assert (message.provider_id, message.text) == ("m-1", "It flickers.")
    assert message.address
    assert message.thread


@pytest.mark.parametrize("text", ["nul \x00", "lone \ud800", "😀", "\u202e", "x" * 1_000_000])
def test_any_text_is_made_storable(subject: Subject, text: str) -> None:
    (message,) = subject.channel.parse(subject.writes("m-1", text)).messages
    message.text.encode()
    assert "\x00" not in message.text


def test_news_is_read(subject: Subject) -> None:
    (news,) = subject.channel.parse(subject.reports("p-1", "delivered")).news
    assert (news.provider_id, news.state, news.at) == ("p-1", "delivered", 5)


@pytest.mark.parametrize(
    "body", [b"", b"null", b"[]", b"{", b"\xff\xfe", b"[" * 100_000, b'{"messages": 5}']
)
def test_anything_else_is_not_understood(subject: Subject, body: bytes) -> None:
    with pytest.raises(NotUnderstood):
        subject.channel.parse(body)


def test_what_is_not_understood_is_not_repeated(subject: Subject) -> None:
    with pytest.raises(NotUnderstood) as caught:
        subject.channel.parse(b'{"messages": "a.bakker@example.nl"}')
    assert "bakker" not in str(caught.value)


def test_a_message_is_handed_over_once_for_each_time_it_is_sent(subject: Subject) -> None:
    first, second = subject.channel.send(outbound()), subject.channel.send(outbound(text="More"))
    assert isinstance(first, Sent)
    assert first.provider_id != second.provider_id
    assert subject.asked() == ["Hello", "More"]


def test_a_picture_goes_along(subject: Subject) -> None:
    file = OutboundFile(content=b"\x89PNG", media_type="image/png", name="a.png")
    assert subject.channel.send(outbound(files=(file,))).provider_id


def test_a_rejected_message_was_not_taken(subject: Subject) -> None:
    with pytest.raises(Rejected) as caught:
        subject.channel.send(outbound(subject.refusing))
    assert str(caught.value)
    assert subject.asked() == []


def test_an_unavailable_provider_has_not_taken_it(subject: Subject) -> None:
    with pytest.raises(Unavailable):
        subject.channel.send(outbound(subject.away))
    assert subject.asked() == []


def test_a_lost_answer_is_said_to_be_uncertain(subject: Subject) -> None:
    with pytest.raises(Uncertain):
        subject.channel.send(outbound(subject.silent))


def test_its_rules_can_be_asked(subject: Subject) -> None:
    rules = subject.channel.rules
    assert rules.longest_text > 0
    assert rules.takes("image/png", 1)
