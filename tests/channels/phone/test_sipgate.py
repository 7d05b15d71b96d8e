"""sipgate's push, in the form that they document."""

from xml.etree import ElementTree as ET

import pytest

from tests.channels.phone.posts import AT, INBOUND, NUMBER, SECRET, opened, sipgate, steps
from workstation.channels.incoming import (
    NotUnderstood,
)
from workstation.channels.outgoing import (
    CallControl,
    Rejected,
)
from workstation.channels.phone.sipgate.channel import Sipgate
from workstation.channels.port import (
    Channel,
)


@pytest.fixture
def channel() -> Channel:
    found = opened("sipgate")
    assert isinstance(found, Sipgate)
    found._clock = lambda: AT
    return found


def test_a_new_call_rings(channel: Channel) -> None:
    request = sipgate("newCall", ("user[]", "Jansen"), ("user[]", "Smit"))
    (news,) = steps(channel, request)
    assert (news.step, news.address, news.inbound, news.at) == ("ringing", NUMBER, True, AT)
    assert (news.provider_id, news.team, news.agent) == ("1234567890", "Televisions", "")


def test_one_who_is_rung_is_named(channel: Channel) -> None:
    (news,) = steps(channel, sipgate("newCall", ("user[]", "Jansen"), ("userId[]", "w0")))
    assert news.agent == "jansen"


def test_it_is_told_where_to_say_how_the_call_goes_on(channel: Channel) -> None:
    answer = channel.acknowledge(sipgate("newCall"))
    assert answer.media_type == "application/xml"
    said = ET.fromstring(answer.body.decode().partition("?>")[2].strip())
    assert said.tag == "Response"
    assert said.attrib == {
        "onAnswer": f"{INBOUND}/{SECRET}",
        "onHangup": f"{INBOUND}/{SECRET}",
    }
    quiet = channel.acknowledge(sipgate("hangup"))
    assert b"onAnswer" not in quiet.body


def test_an_answer_says_who_took_it(channel: Channel) -> None:
    (news,) = steps(channel, sipgate("answer", ("user", "Jansen"), ("userId", "w0")))
    assert (news.step, news.agent) == ("answered", "jansen")
    (unknown,) = steps(channel, sipgate("answer", ("user", "Somebody")))
    assert unknown.agent == "Somebody"


@pytest.mark.parametrize(
    ("cause", "direction", "how"),
    [
        ("normalClearing", "in", ""),
        ("busy", "in", "busy"),
        ("cancel", "in", "missed"),
        ("cancel", "out", "cancelled"),
        ("noAnswer", "in", "missed"),
        ("notFound", "out", "failed"),
        ("forwarded", "in", "forwarded"),
        ("somethingNew", "in", ""),
    ],
)
def test_how_a_call_ended(channel: Channel, cause: str, direction: str, how: str) -> None:
    request = sipgate("hangup", ("cause", cause), ("direction", direction))
    (news,) = steps(channel, request)
    assert (news.step, news.how) == ("ended", how)


def test_a_call_of_ours_has_the_customer_at_the_other_end(channel: Channel) -> None:
    fields = (("direction", "out"), ("from", "31208001000"), ("to", "4915791234567"))
    (news,) = steps(channel, sipgate("newCall", *fields))
    assert (news.inbound, news.address, news.team) == (False, "+4915791234567", "Televisions")


@pytest.mark.parametrize(("event", "step"), [("hold", "held"), ("unhold", "resumed")])
def test_hold(channel: Channel, event: str, step: str) -> None:
    (news,) = steps(channel, sipgate(event))
    assert news.step == step


LATER = (("callId", "987"), ("origCallId", "1234567890"), ("diversion", "31208001000"))


def test_what_rings_elsewhere_after_a_while_is_a_further_call(channel: Channel) -> None:
    (rings,) = steps(channel, sipgate("newCall", *LATER, ("userId[]", "w0")))
    (taken,) = steps(channel, sipgate("answer", *LATER, ("userId", "w0")))
    (ended,) = steps(channel, sipgate("hangup", *LATER, ("cause", "normalClearing")))
    assert [news.provider_id for news in (rings, taken, ended)] == ["987"] * 3
    assert (rings.step, rings.agent, rings.address) == ("ringing", "jansen", NUMBER)
    assert (taken.step, taken.agent) == ("answered", "jansen")
    assert (ended.step, ended.address) == ("ended", ""), "it alone makes no call of its own"


@pytest.mark.parametrize("name", ["origCallId", "originalCallId"])
def test_the_voice_mail_ends_the_call_that_nobody_took(channel: Channel, name: str) -> None:
    later = (("callId", "987"), (name, "1234567890"))
    assert steps(channel, sipgate("newCall", *later, ("user[]", "voicemail"))) == ()
    (news,) = steps(channel, sipgate("answer", *later, ("user", "voicemail")))
    assert (news.provider_id, news.step, news.how) == ("1234567890", "ended", "voicemail")
    assert (news.agent, news.address) == ("", NUMBER)


def test_the_voice_mail_may_take_a_call_at_once(channel: Channel) -> None:
    (rings,) = steps(channel, sipgate("newCall", ("user[]", "voicemail")))
    assert (rings.step, rings.agent) == ("ringing", "")
    (news,) = steps(channel, sipgate("answer", ("user", "voicemail"), ("userId", "")))
    assert (news.provider_id, news.step, news.how) == ("1234567890", "ended", "voicemail")


def test_a_call_of_ours_that_reaches_a_voice_mail_was_answered(channel: Channel) -> None:
    fields = (("direction", "out"), ("to", "4915791234567"), ("user", "voicemail"))
    (news,) = steps(channel, sipgate("answer", *fields))
    assert (news.step, news.how, news.agent) == ("answered", "", "")


def test_a_number_may_be_withheld(channel: Channel) -> None:
    (news,) = steps(channel, sipgate("newCall", ("from", "anonymous")))
    assert news.address == ""


@pytest.mark.parametrize("event", ["dtmf", "tomorrowsEvent"])
def test_what_says_nothing_of_a_call_is_no_news(channel: Channel, event: str) -> None:
    assert steps(channel, sipgate(event, ("dtmf", "1"))) == ()


def test_only_who_knows_the_address_is_heard(channel: Channel) -> None:
    for secret in ("", "a guess", SECRET[:-1], SECRET + "x", "é"):
        assert not channel.is_genuine(sipgate("newCall", secret=secret))


@pytest.mark.parametrize("body", [b"", b"{}", b'{"at": 1, "query": {}, "form": [["event", "x"]]}'])
def test_anything_else_is_not_understood(channel: Channel, body: bytes) -> None:
    with pytest.raises(NotUnderstood):
        channel.parse(body)


def test_it_takes_no_orders(channel: Channel) -> None:
    assert not channel.rules.calls
    with pytest.raises(Rejected) as caught:
        channel.control(CallControl(wish="answer", reference="r", provider_id="1"))
    assert caught.value.code == "phone.no_control"
