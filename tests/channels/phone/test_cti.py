"""Our own plain interface: what may be posted, and what becomes of what may not."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.channels.phone.posts import AT, NUMBER, SHOP, cti, cti_request, opened, steps
from workstation.channels.configuration import Misconfigured
from workstation.channels.incoming import (
    NotUnderstood,
    RemoteFile,
)
from workstation.channels.outgoing import (
    CallControl,
    Outbound,
    Rejected,
)
from workstation.channels.phone import open_channel

CTI = opened("cti")


@pytest.mark.parametrize(
    ("event", "step", "how"),
    [
        ({"event": "new"}, "ringing", ""),
        ({"event": "new", "again": True}, "ringing", "again"),
        ({"event": "answer", "agent": "jansen"}, "answered", ""),
        ({"event": "hold"}, "held", ""),
        ({"event": "resume"}, "resumed", ""),
        ({"event": "transfer", "agent": "smit"}, "transferred", ""),
        ({"event": "hangup", "outcome": "busy"}, "ended", "busy"),
        ({"event": "missed"}, "ended", "missed"),
        ({"event": "voicemail"}, "ended", "voicemail"),
    ],
)
def test_each_event_is_a_step(event: dict[str, object], step: str, how: str) -> None:
    (news,) = steps(CTI, cti_request(cti({"number": "+31 20 123 45 67", **event})))
    assert (news.step, news.how, news.at, news.address) == (step, how, AT, NUMBER)
    assert news.agent == event.get("agent", "")
    assert (news.provider_id, news.inbound) == ("c-1", True)


def test_a_ring_says_whose_number_was_dialled() -> None:
    (news,) = steps(CTI, cti_request(cti({"event": "new", "dialled": SHOP, "name": "A. Bakker"})))
    assert (news.team, news.name, news.address) == ("Televisions", "A. Bakker", "")


@pytest.mark.parametrize("number", ["", "anonymous", "Withheld", "unknown"])
def test_a_withheld_number_is_empty(number: str) -> None:
    (news,) = steps(CTI, cti_request(cti({"event": "new", "number": number})))
    assert news.address == ""


def test_a_message_on_the_machine_ends_the_call_and_has_a_file() -> None:
    recording = {"reference": "r-1", "media_type": "audio/wav", "seconds": 4}
    ended, recorded = steps(CTI, cti_request(cti({"event": "voicemail", "recording": recording})))
    assert (ended.step, ended.how) == ("ended", "voicemail")
    assert recorded.remote == (
        RemoteFile(reference="r-1", media_type="audio/wav", role="voicemail"),
    )
    assert recorded.seconds == 4


def test_a_broken_step_does_not_lose_its_neighbours() -> None:
    parsed = CTI.parse(cti({"event": "new"}, {"event": "answer", "at": "noon"}, {"event": "moon"}))
    assert [news.step for news in parsed.calls] == ["ringing"]
    (notice,) = parsed.notices
    assert "at: int_type" in notice.text or "at: int_parsing" in notice.text


@pytest.mark.parametrize(
    "body",
    [b"", b"null", b"[]", b"{", b"\xff\xfe", b"[" * 100_000, b'{"events": 5}', cti({"event": ""})],
)
def test_anything_else_is_not_understood(body: bytes) -> None:
    with pytest.raises(NotUnderstood):
        CTI.parse(body)


@pytest.mark.parametrize("name", ["nul \x00", "lone \ud800", "😀", "\u202e"])
def test_any_name_is_made_storable(name: str) -> None:
    (news,) = CTI.parse(cti({"event": "new", "name": name})).calls
    news.name.encode()
    assert "\x00" not in news.name


def test_only_who_signs_is_heard() -> None:
    body = cti({"event": "new"})
    assert CTI.is_genuine(cti_request(body))
    assert not CTI.is_genuine(cti_request(body, "another secret"))
    assert not CTI.is_genuine(replace(cti_request(body), body=body + b" "))


def test_without_a_control_url_the_telephone_is_worked_by_hand() -> None:
    assert not CTI.rules.calls
    with pytest.raises(Rejected) as caught:
        CTI.control(CallControl(wish="answer", reference="r", provider_id="c-1"))
    assert caught.value.code == "phone.no_control"
    with pytest.raises(Rejected):
        CTI.fetch(RemoteFile(reference="r-1"))
    (finding,) = CTI.check()
    assert finding.severity == "warning"


def test_no_text_leaves_by_telephone() -> None:
    assert CTI.rules.longest_text == 0
    with pytest.raises(Rejected) as caught:
        CTI.send(Outbound(reference="r", channel="phone", thread="t", address=NUMBER, text="Hi"))
    assert caught.value.code == "phone.no_text"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({}, "provider must be one of"),
        ({"provider": "cti"}, "secret is missing"),
        ({"provider": "cti", "secret": "hush", "colour": "red"}, "colour is not known"),
        ({"provider": "cti", "secret": "hush", "control_url": "ftp://x"}, "control_url cannot"),
        ({"provider": "sipgate", "secret": "short"}, "secret is too short"),
        ({"provider": "twilio", "account_sid": "AC1"}, "account_sid cannot be used"),
        ({"provider": "ari", "url": "http://x", "username": "u", "password": 5}, "password"),
    ],
)
def test_a_table_that_cannot_be_used_is_explained(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(Misconfigured) as caught:
        open_channel(wrong, Path())
    assert said in str(caught.value)
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize(
    ("given", "number"),
    [
        ("+31 20 123 45 67", NUMBER),
        ("31201234567", NUMBER),
        ("0031201234567", NUMBER),
        ("020-1234567", NUMBER),
        ("sip:+31201234567@trunk.example.nl", NUMBER),
        ("112", "112"),
        ("sip:anna@example.nl", "anna@example.nl"),
        ("anonymous", ""),
        ("sip:anonymous@anonymous.invalid", ""),
    ],
)
def test_a_number_is_completed(given: str, number: str) -> None:
    dutch = opened("cti", country="31")
    (news,) = dutch.parse(cti({"event": "new", "number": given})).calls
    assert news.address == number
    (elsewhere,) = CTI.parse(cti({"event": "new", "number": "020-1234567"})).calls
    assert elsewhere.address == "020-1234567"
