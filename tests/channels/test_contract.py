"""What every channel must do, whoever its provider is. A new channel is added to `CHANNELS`."""

import email.utils
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.channels.carriers import CARRIERS, STEPS, Carrier
from tests.channels.email import mails
from tests.channels.social import captures
from tests.channels.whatsapp import webhooks
from workstation.channels.chat.channel import Chat
from workstation.channels.chat.settings import ChatSettings
from workstation.channels.console.channel import Console
from workstation.channels.email.channel import Email
from workstation.channels.email.settings import Settings
from workstation.channels.incoming import (
    NotUnderstood,
)
from workstation.channels.outgoing import (
    CallControl,
    Outbound,
    OutboundFile,
    Rejected,
    Sent,
    Unavailable,
    Uncertain,
)
from workstation.channels.port import (
    Channel,
    Request,
)
from workstation.rules.failures import known
from workstation.simulator.graph import GraphFake, Refusal
from workstation.simulator.mail import MailSimulator

AT = 1_795_000_000_000
ONE, ANOTHER = (f"01990000-0000-7000-8000-00000000000{number}" for number in (1, 2))
ANYBODY, REFUSING, AWAY, SILENT = (
    f"{one}@example.nl" for one in ("a", "refuses", "away", "silent")
)


@dataclass(frozen=True)
class Subject:
    """A channel with a pretended provider behind it, and how to speak for that provider."""

    channel: Channel
    writes: Callable[[str, str], bytes]
    """The body that the provider posts for a customer's message: its id, its text."""
    reports: Callable[[str, str], bytes]
    """The body that it posts when a message that was sent has got further, at `AT`: its id, the
    state."""
    asked: Callable[[], list[str]]
    """The texts that the provider was asked to send."""
    refusing: str = REFUSING
    """An address that the provider does not take."""
    away: str = AWAY
    """An address for which it is unavailable."""
    silent: str = SILENT
    """An address for which its answer gets lost."""
    anybody: str = ANYBODY
    """Any other address."""


def _console(folder: Path, _: ExitStack) -> Subject:
    console = Console(folder)

    def writes(identifier: str, text: str) -> bytes:
        message: dict[str, Any] = {"id": identifier, "from": {"address": "a@example.nl"}}
        return json.dumps({"messages": [message | {"text": text}]}).encode()

    return Subject(
        channel=console,
        writes=writes,
        reports=lambda identifier, state: json.dumps(
            {"statuses": [{"id": identifier, "state": state, "at": AT}]}
        ).encode(),
        asked=lambda: [entry["text"] for entry in console.provider.after(0)[0]],
    )


def pretended_graph(closing: ExitStack) -> GraphFake:
    """A pretended Graph API, where some addresses misbehave."""
    fake = closing.enter_context(GraphFake())
    refusal = Refusal(status=400, code=551, message="(#551) This person isn't available.")
    fake.trouble.refuse(REFUSING, refusal)
    fake.trouble.break_down_for(AWAY)
    fake.trouble.lose(SILENT)
    return fake


def _social(product: str, _: Path, closing: ExitStack) -> Subject:
    fake = pretended_graph(closing)
    told = {"base": fake.address}
    channel = captures.instagram(**told) if product == "instagram" else captures.messenger(**told)
    whose = "instagram" if product == "instagram" else "page"

    def writes(identifier: str, text: str) -> bytes:
        message = {"mid": identifier, "text": text}
        return captures.body(captures.event(message=message), whose=whose)

    def reports(identifier: str, state: str) -> bytes:
        delivery = {"mids": [identifier], "watermark": AT}
        return captures.body(captures.event(delivery=delivery), whose=whose)

    return Subject(
        channel=channel,
        writes=writes,
        reports=reports,
        asked=lambda: [taken.text for taken in fake.sent],
    )


def _whatsapp(_: Path, closing: ExitStack) -> Subject:
    fake = pretended_graph(closing)

    def writes(identifier: str, text: str) -> bytes:
        return webhooks.body(
            webhooks.change(
                "messages", messages=[webhooks.message("text", {"body": text}, id=identifier)]
            )
        )

    def reports(identifier: str, state: str) -> bytes:
        status = webhooks.status(state, id=identifier, timestamp=str(AT // 1000))
        return webhooks.body(webhooks.change("messages", statuses=[status]))

    return Subject(
        channel=webhooks.whatsapp(fake),
        writes=writes,
        reports=reports,
        asked=lambda: [taken.text for taken in fake.sent],
    )


def _email(_: Path, closing: ExitStack) -> Subject:
    fake = closing.enter_context(MailSimulator())
    fake.knobs.refused.add(REFUSING)
    fake.knobs.greylisted.add(AWAY)
    fake.knobs.silent.add(SILENT)

    def writes(identifier: str, text: str) -> bytes:
        return mails.mail(text, Message_ID=f"<{identifier}>")

    def reports(identifier: str, state: str) -> bytes:
        at = email.utils.formatdate(AT / 1000)
        returned = f"Message-ID: <{identifier}>\r\n"
        return mails.report(action=state, status="2.0.0", at=at, returned=returned)

    return Subject(
        channel=Email(Settings.model_validate(fake.table())),
        writes=writes,
        reports=reports,
        asked=lambda: [taken.text.partition("\n\n-- \n")[0] for taken in fake.sent],
    )


def _chat(folder: Path, _: ExitStack) -> Subject:
    def writes(identifier: str, text: str) -> bytes:
        message = {"id": identifier, "visitor": ONE, "text": text}
        return json.dumps({"messages": [message]}).encode()

    def reports(identifier: str, state: str) -> bytes:
        report = {"id": identifier, "state": state, "at": AT}
        return json.dumps({"reports": [report]}).encode()

    settings = ChatSettings(origins=["https://www.example.nl"])
    return Subject(channel=Chat(settings, folder), writes=writes, reports=reports, asked=list)


NOBODY_BETWEEN = frozenset({"chat"})
"""Channels on which we ourselves are the provider: there is nobody to refuse, or to be away."""

CHANNELS: dict[str, Callable[[Path, ExitStack], Subject]] = {
    "chat": _chat,
    "console": _console,
    "email": _email,
    "instagram": partial(_social, "instagram"),
    "messenger": partial(_social, "messenger"),
    "whatsapp": _whatsapp,
}


@pytest.fixture(params=CHANNELS)
def subject(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Subject]:
    with ExitStack() as closing:
        yield CHANNELS[request.param](tmp_path, closing)


@pytest.fixture(params=[name for name in CHANNELS if name not in NOBODY_BETWEEN])
def provided(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Subject]:
    """A channel with somebody else's provider in between."""
    with ExitStack() as closing:
        yield CHANNELS[request.param](tmp_path, closing)


def outbound(address: str = ANYBODY, **given: Any) -> Outbound:
    return Outbound(
        **{
            "reference": ONE,
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
    assert (news.provider_id, news.state, news.at) == ("p-1", "delivered", AT)


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


def test_a_message_is_handed_over_once_for_each_time_it_is_sent(provided: Subject) -> None:
    first = provided.channel.send(outbound(provided.anybody))
    more = outbound(provided.anybody, reference=ANOTHER, text="More")
    second = provided.channel.send(more)
    assert isinstance(first, Sent)
    assert first.provider_id != second.provider_id
    assert provided.asked() == ["Hello", "More"]


def test_a_picture_goes_along(subject: Subject) -> None:
    file = OutboundFile(content=b"\x89PNG", media_type="image/png", name="a.png")
    assert subject.channel.send(outbound(subject.anybody, files=(file,))).provider_id


def test_a_rejected_message_was_not_taken(provided: Subject) -> None:
    with pytest.raises(Rejected) as caught:
        provided.channel.send(outbound(provided.refusing))
    assert str(caught.value)
    assert provided.asked() == []


def test_an_unavailable_provider_has_not_taken_it(provided: Subject) -> None:
    with pytest.raises(Unavailable):
        provided.channel.send(outbound(provided.away))
    assert provided.asked() == []


def test_a_lost_answer_is_said_to_be_uncertain(provided: Subject) -> None:
    with pytest.raises(Uncertain):
        provided.channel.send(outbound(provided.silent))


def test_its_rules_can_be_asked(subject: Subject) -> None:
    rules = subject.channel.rules
    assert rules.longest_text > 0
    assert rules.takes("image/png", 1)


# ---------------------------------------------------------------- channels that carry calls


@pytest.fixture(params=CARRIERS)
def carrier(request: pytest.FixtureRequest) -> Carrier:
    return CARRIERS[request.param]()


def test_every_step_of_a_call_is_read_as_that_step_of_that_call(carrier: Carrier) -> None:
    calls = set()
    for step in STEPS:
        body = carrier.tells(step, "A. Bakker")
        if body is None:
            continue
        (news,) = carrier.channel.parse(body).calls
        assert (news.step, news.channel, news.inbound) == (step, "phone", True)
        assert news.at > AT - 1
        assert bool(news.remote) == (step == "recorded")
        calls.add(news.provider_id)
    assert len(calls) == 1


@pytest.mark.parametrize("name", ["nul \x00", "😀", "\u202e", "x" * 10_000])
def test_whatever_a_caller_is_called_is_made_storable(carrier: Carrier, name: str) -> None:
    for step in STEPS:
        body = carrier.tells(step, name)
        for news in carrier.channel.parse(body).calls if body is not None else ():
            (news.name + news.agent).encode()
            assert "\x00" not in news.name + news.agent
            assert len(news.name) <= 200


@pytest.mark.parametrize("body", [b"", b"null", b"[]", b"{", b"\xff\xfe", b"[" * 100_000, b"a=b"])
def test_anything_else_is_no_call(carrier: Carrier, body: bytes) -> None:
    with pytest.raises(NotUnderstood):
        carrier.channel.parse(body)


def test_nobody_is_heard_who_is_not_the_provider(carrier: Carrier) -> None:
    forged = Request(method="POST", url="https://x.example.nl/", query={}, headers={}, body=b"a=b")
    assert not carrier.channel.is_genuine(forged)


def test_a_telephone_takes_no_text_and_says_so(carrier: Carrier) -> None:
    assert carrier.channel.rules.longest_text == 0
    with pytest.raises(Rejected) as caught:
        carrier.channel.send(outbound())
    assert known(caught.value.code)


def test_a_wish_that_cannot_be_fulfilled_is_refused_in_a_sentence(carrier: Carrier) -> None:
    with pytest.raises(Rejected) as caught:
        carrier.channel.control(CallControl(wish="hold", reference="r"))
    assert known(caught.value.code)
