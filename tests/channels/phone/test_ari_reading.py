"""What an Asterisk tells, as steps of calls, and as the call that they make."""

import pytest

from tests.channels.phone import sequences
from tests.channels.phone.posts import NUMBER, ari, cti_request, opened
from workstation.channels.incoming import (
    CallNews,
    NotUnderstood,
)
from workstation.channels.phone.ari import ids
from workstation.rules.calls import Course, course, step, together

ARI = opened("ari", teams={"+31208001000": "Televisions"}, agents={"smit": "a.smit"})
Sequence = tuple[bytes, ...]


def _news(events: Sequence) -> list[CallNews]:
    return [news for event in events for news in ARI.parse(event).calls]


def _course(events: Sequence) -> Course:
    news = _news(events)
    steps = together((), [step(one.step, one.at, one.agent, one.how) for one in news])
    return course(steps, inbound=news[0].inbound)


def test_a_ring_says_who_calls_and_which_number() -> None:
    (news,) = ARI.parse(sequences.ANSWERED[0]).calls
    assert (news.step, news.address, news.name) == ("ringing", NUMBER, "A. Bakker")
    assert (news.provider_id, news.team) == (sequences.CUSTOMER, "Televisions")


def test_an_answered_call() -> None:
    found = _course(sequences.ANSWERED)
    assert (found.state, found.outcome, found.agent) == ("ended", "answered", "jansen")
    assert (found.answered_at or 0) - found.started_at == 9_100
    assert found.held_ms == 20_000
    assert (found.ended_at or 0) - found.started_at == 60_000
    (recorded,) = [news for news in _news(sequences.ANSWERED) if news.step == "recorded"]
    assert recorded.remote[0].reference == sequences.RECORDING
    assert recorded.provider_id == sequences.CUSTOMER


def test_a_missed_call() -> None:
    found = _course(sequences.MISSED)
    assert (found.state, found.outcome, found.agent) == ("ended", "missed", "")
    assert _course(sequences.MISSED[:3]).rings_again


def test_a_call_that_is_passed_on() -> None:
    found = _course(sequences.PASSED_ON)
    assert (found.outcome, found.agent) == ("answered", "a.smit")


@pytest.mark.parametrize(
    ("events", "outcome"),
    [
        (sequences.DIALLED, "answered"),
        (sequences.BUSY, "busy"),
        (sequences.NOT_PICKED_UP, "failed"),
    ],
)
def test_a_call_of_ours(events: Sequence, outcome: str) -> None:
    assert _course(events).outcome == outcome
    for news in _news(events):
        assert (news.inbound, news.reference) == (False, sequences.REFERENCE)
        assert news.provider_id == sequences.OUT


def test_what_a_customer_does_on_their_telephone_is_theirs() -> None:
    assert ARI.parse(ari("ChannelHold")).calls == ()
    assert ARI.parse(ari("ChannelUserevent", eventname="somebody.else", userevent={})).calls == ()
    assert ARI.parse(ari("RecordingFinished", recording={"name": "voicemail/12"})).calls == ()
    assert ARI.parse(ari("PlaybackStarted")).calls == ()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"type": 5}',
        ari("StasisStart", channel=""),
        ari("StasisStart", timestamp="noon"),
    ],
)
def test_anything_else_is_not_understood(body: bytes) -> None:
    with pytest.raises(NotUnderstood):
        ARI.parse(body)


def test_nobody_may_post() -> None:
    assert not ARI.is_genuine(cti_request(sequences.ANSWERED[0]))


@pytest.mark.parametrize("agent", ["jansen", "j~de/wit", "a%b", "sales@example.nl"])
def test_a_name_tells_what_it_belongs_to(agent: str) -> None:
    leg = ids.leg_of(ids.leg(sequences.CUSTOMER, agent, passed_on=True))
    assert leg == ids.Leg(sequences.CUSTOMER, agent, True)
    assert ids.recorded_of(ids.recording(sequences.OUT)) == sequences.OUT
    assert ids.reference_of(sequences.OUT) == sequences.REFERENCE
    assert ids.leg_of(sequences.CUSTOMER) is None
    assert ids.reference_of(sequences.CUSTOMER) == ""
    assert ids.recorded_of("voicemail/12") == ""
