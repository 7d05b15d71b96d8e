"""Twilio's voice callbacks, in the form that they document, and what we ask of them."""

import base64
import hashlib
import hmac
import json
import re
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from xml.etree import ElementTree as ET

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request as Asked, Response as Answered

from tests.channels.phone.posts import (
    ACCOUNT,
    AT,
    CALL,
    INBOUND,
    NUMBER,
    SHOP,
    TOKEN,
    opened,
    steps,
    twilio,
)
from workstation.channels.incoming import (
    NotUnderstood,
    RemoteFile,
)
from workstation.channels.outgoing import (
    CallControl,
    Rejected,
    Unavailable,
    Uncertain,
)
from workstation.channels.phone.stamped import form_of
from workstation.channels.phone.twilio.channel import Twilio
from workstation.channels.phone.twilio.signing import signature
from workstation.channels.port import (
    Channel,
    Request,
)

REFERENCE = "01990000-0000-7000-8000-000000000001"
RECORDING = "RE" + "0" * 31 + "9"


@pytest.fixture
def channel() -> Channel:
    found = opened("twilio")
    assert isinstance(found, Twilio)
    found._clock = lambda: AT
    return found


# ---------------------------------------------------------------- what they post


def test_the_signature_is_theirs() -> None:
    """The example of their documentation's form: the address, then each field in order."""
    url = "https://example.com/myapp.php?foo=1&bar=2"
    fields = (("Digits", "1234"), ("To", "+18005551212"), ("From", "+14158675310"))
    said = url + "Digits1234From+14158675310To+18005551212"
    made = hmac.new(b"12345", said.encode(), hashlib.sha1).digest()
    assert signature("12345", url, fields) == base64.b64encode(made).decode()


def test_only_twilio_is_heard(channel: Channel) -> None:
    good = twilio()
    assert channel.is_genuine(good)
    assert channel.is_genuine(replace(good, url=INBOUND.replace(".nl/", ".nl:443/")))
    behind = INBOUND.replace("https://desk.example.nl", "http://127.0.0.1:8000")
    assert channel.is_genuine(replace(good, url=behind)), "a proxy that says nothing of itself"
    assert not channel.is_genuine(replace(good, url=behind + "?on=leg"))
    assert not channel.is_genuine(twilio(token="another token"))
    assert not channel.is_genuine(replace(good, headers={}))
    assert not channel.is_genuine(replace(good, headers={"x-twilio-signature": "é"}))
    assert not channel.is_genuine(replace(good, body=good.body + b"&Extra=1"))
    assert not channel.is_genuine(replace(good, url=INBOUND + "?on=leg"))
    assert not channel.is_genuine(replace(good, body=b""))
    assert not channel.is_genuine(twilio(AccountSid="AC" + "9" * 32))


@pytest.mark.parametrize(
    ("status", "step", "how"),
    [
        ("ringing", "ringing", ""),
        ("completed", "ended", ""),
        ("busy", "ended", "busy"),
        ("no-answer", "ended", "missed"),
        ("failed", "ended", "failed"),
        ("canceled", "ended", "missed"),
    ],
)
def test_a_callers_own_call(channel: Channel, status: str, step: str, how: str) -> None:
    (news,) = steps(channel, twilio(CallStatus=status, CallerName="A. Bakker"))
    assert (news.step, news.how, news.provider_id) == (step, how, CALL)
    assert (news.address, news.inbound, news.at) == (NUMBER, True, AT)


def test_their_own_time_counts_where_they_tell_it(channel: Channel) -> None:
    said = twilio(CallStatus="completed", Timestamp="Wed, 18 Nov 2026 11:06:40 +0000")
    (news,) = steps(channel, said)
    assert news.at == 1_795_000_000_000


def test_being_on_its_way_is_no_step(channel: Channel) -> None:
    assert steps(channel, twilio(CallStatus="in-progress")) == ()


@pytest.mark.parametrize(
    ("status", "why", "step", "how"),
    [
        ("in-progress", "", "answered", ""),
        ("no-answer", "", "ringing", "again"),
        ("busy", "", "ringing", "again"),
        ("in-progress", "transfer", "transferred", ""),
    ],
)
def test_the_telephone_of_a_colleague(
    channel: Channel, status: str, why: str, step: str, how: str
) -> None:
    query = {"on": "leg", "call": CALL, "agent": "jansen"} | ({"why": why} if why else {})
    request = twilio(query, CallSid="CA" + "1" * 32, CallStatus=status, Direction="outbound-api")
    (news,) = steps(channel, request)
    assert (news.provider_id, news.step, news.how) == (CALL, step, how)
    assert news.agent == ("" if how == "again" else "jansen")
    assert news.address == ""


@pytest.mark.parametrize("status", ["initiated", "ringing", "completed"])
def test_what_a_colleagues_telephone_says_otherwise_is_no_step(
    channel: Channel, status: str
) -> None:
    query = {"on": "leg", "call": CALL, "agent": "jansen"}
    assert steps(channel, twilio(query, CallStatus=status)) == ()


@pytest.mark.parametrize(
    ("status", "step", "how"),
    [
        ("ringing", "ringing", ""),
        ("in-progress", "answered", ""),
        ("completed", "ended", ""),
        ("no-answer", "ended", "missed"),
        ("canceled", "ended", "cancelled"),
    ],
)
def test_a_customer_whom_we_call(channel: Channel, status: str, step: str, how: str) -> None:
    query = {"on": "out", "reference": REFERENCE, "agent": "jansen"}
    fields = {"From": SHOP, "To": NUMBER, "Direction": "outbound-api", "CallStatus": status}
    (news,) = steps(channel, twilio(query, **fields))
    assert (news.step, news.how, news.address, news.inbound) == (step, how, NUMBER, False)
    assert (news.reference, news.provider_id, news.agent) == (REFERENCE, CALL, "jansen")


@pytest.mark.parametrize(
    ("event", "step"), [("participant-hold", "held"), ("participant-unhold", "resumed")]
)
def test_hold(channel: Channel, event: str, step: str) -> None:
    query = {"on": "conference", "call": CALL}
    (news,) = steps(channel, twilio(query, StatusCallbackEvent=event))
    assert (news.provider_id, news.step) == (CALL, step)
    other = twilio(query, StatusCallbackEvent=event, CallSid="CA" + "5" * 32)
    assert steps(channel, other) == ()
    assert steps(channel, twilio(query, StatusCallbackEvent="participant-join")) == ()


@pytest.mark.parametrize("role", ["recording", "voicemail"])
def test_a_recording(channel: Channel, role: str) -> None:
    fields = {
        "RecordingSid": RECORDING,
        "RecordingUrl": f"https://elsewhere.example.nl/{RECORDING}",
        "RecordingStatus": "completed",
        "RecordingDuration": "31",
    }
    (news,) = steps(channel, twilio({"on": role, "call": CALL}, **fields))
    (file,) = news.remote
    assert (file.reference, file.role, news.seconds) == (RECORDING, role, 31)
    absent = twilio({"on": role, "call": CALL}, **(fields | {"RecordingStatus": "absent"}))
    assert steps(channel, absent) == ()


@pytest.mark.parametrize(
    "body", [b"", b"{}", b'{"at": 1, "query": {}, "form": [["CallSid", "CA"]]}', b"[" * 9_999]
)
def test_anything_else_is_not_understood(channel: Channel, body: bytes) -> None:
    with pytest.raises(NotUnderstood):
        channel.parse(body)


# ---------------------------------------------------------------- what they are to do


def _said(channel: Channel, request: Request) -> ET.Element:
    answer = channel.acknowledge(request)
    assert answer.media_type == "text/xml"
    return ET.fromstring(answer.body.decode())


def test_a_caller_waits_in_the_queue(channel: Channel) -> None:
    (queue,) = _said(channel, twilio())
    assert queue.tag == "Enqueue"
    assert queue.attrib["waitUrl"] == f"{INBOUND}?on=wait"
    waiting = _said(channel, twilio({"on": "wait"}))
    assert [one.tag for one in waiting] == ["Pause", "Leave"]


def test_who_waited_long_enough_may_leave_a_message(channel: Channel) -> None:
    said = _said(channel, twilio({"on": "left"}, QueueResult="leave"))
    assert [one.tag for one in said] == ["Say", "Record"]
    assert said[1].attrib["recordingStatusCallback"] == f"{INBOUND}?on=voicemail"
    assert [one.tag for one in _said(channel, twilio({"on": "said"}))] == ["Hangup"]
    quiet = opened("twilio", voicemail=False)
    assert _said(quiet, twilio({"on": "left"}, QueueResult="leave"))[0].tag == "Hangup"


@pytest.mark.parametrize("result", ["hangup", "redirected", "bridged"])
def test_who_left_the_queue_otherwise_hears_nothing_more(channel: Channel, result: str) -> None:
    assert len(_said(channel, twilio({"on": "left"}, QueueResult=result))) == 0


def test_news_of_a_call_is_answered_with_nothing(channel: Channel) -> None:
    assert len(_said(channel, twilio(CallStatus="completed"))) == 0


# ---------------------------------------------------------------- what we ask


class Rest:
    """The part of their REST interface that is used, as answers to what was asked."""

    def __init__(self, server: HTTPServer) -> None:
        self.asked: list[tuple[str, str, dict[str, list[str]]]] = []
        self.fail: dict[str, Answered] = {}
        self.status = "in-progress"
        server.expect_request(re.compile(".*")).respond_with_handler(self._answer)

    def _answer(self, request: Asked) -> Answered:
        assert request.authorization is not None
        assert (request.authorization.username, request.authorization.password) == (ACCOUNT, TOKEN)
        path = request.path.removeprefix(f"/2010-04-01/Accounts/{ACCOUNT}")
        form = {key: request.form.getlist(key) for key in request.form}
        self.asked.append((request.method, path, form))
        for part, answer in self.fail.items():
            if part in path:
                return answer
        return self._facts(path, request)

    def _facts(self, path: str, request: Asked) -> Answered:
        if path.startswith("/Recordings/"):
            return Answered(b"RIFF", content_type="audio/x-wav")
        if path == "/Conferences.json":
            known = request.args["FriendlyName"] in (CALL, f"ws-{REFERENCE}")
            found = [{"sid": "CF1", "friendly_name": request.args["FriendlyName"]}]
            return _json({"conferences": found if known else []})
        if path.endswith("/Participants.json") and request.method == "GET":
            return _json({"participants": [{"call_sid": CALL}, {"call_sid": "CAmine"}]})
        if path.endswith("/Participants.json"):
            called = "CAcustomer" if request.form["To"] == NUMBER else "CAmine"
            return _json({"call_sid": called, "status": "queued"})
        if path.startswith("/Calls/") and request.method == "GET":
            return _json({"status": self.status})
        return _json({"sid": "x"})

    def paths(self) -> list[str]:
        return [f"{method} {path}" for method, path, _ in self.asked]


def _json(facts: dict[str, Any]) -> Answered:
    return Answered(json.dumps(facts), content_type="application/json")


@pytest.fixture
def rest(httpserver: HTTPServer) -> Rest:
    return Rest(httpserver)


@pytest.fixture
def asking(httpserver: HTTPServer, rest: Rest) -> Twilio:
    found = opened("twilio", base=httpserver.url_for("").rstrip("/"), record=True)
    assert isinstance(found, Twilio)
    found._pause = lambda seconds: None
    return found


def _wish(wish: Any, **given: str) -> CallControl:
    about = {"reference": REFERENCE, "provider_id": CALL, "agent": "jansen"} | given
    return CallControl(wish=wish, **about)


def test_answering_brings_the_caller_and_my_telephone_together(asking: Twilio, rest: Rest) -> None:
    assert asking.control(_wish("answer")) is None
    (_, moved, caller), (_, rung, mine) = rest.asked
    assert (moved, rung) == (f"/Calls/{CALL}.json", "/Calls.json")
    (dial,) = ET.fromstring(caller["Twiml"][0])
    (conference,) = dial
    assert conference.text == CALL
    assert conference.attrib["record"] == "record-from-start"
    assert mine["To"] == ["+31207770001"]
    assert mine["StatusCallbackEvent"] == ["answered", "completed"]
    query = dict(parse_qsl(urlsplit(mine["StatusCallback"][0]).query))
    assert query == {"on": "leg", "call": CALL, "agent": "jansen"}


def test_nothing_is_recorded_while_on_hold(asking: Twilio, rest: Rest) -> None:
    asking.control(_wish("hold"))
    asking.control(_wish("resume"))
    done = [(path, form) for method, path, form in rest.asked if method == "POST"]
    recording = "/Conferences/CF1/Recordings/Twilio.CURRENT.json"
    participant = f"/Conferences/CF1/Participants/{CALL}.json"
    assert [path for path, _ in done] == [recording, participant, participant, recording]
    assert done[0][1] == {"Status": ["paused"], "PauseBehavior": ["skip"]}
    assert done[1][1] == {"Hold": ["true"]}
    assert done[2][1] == {"Hold": ["false"]}
    assert done[3][1] == {"Status": ["in-progress"]}


def test_who_cannot_stop_recording_does_not_hold(asking: Twilio, rest: Rest) -> None:
    rest.fail["/Recordings/"] = Answered(status=503)
    with pytest.raises(Unavailable):
        asking.control(_wish("hold"))
    assert not any("/Participants/" in path for path in rest.paths())


def test_a_call_is_passed_on_without_ending_it(asking: Twilio, rest: Rest) -> None:
    asking.control(_wish("transfer", target="smit"))
    done = [(method, path, form) for method, path, form in rest.asked if method != "GET"]
    assert done[0][1] == "/Calls.json"
    assert done[0][2]["To"] == ["sip:smit@shop.example.nl"]
    assert done[1][2] == {"EndConferenceOnExit": ["false"]}
    assert done[2][:2] == ("DELETE", "/Conferences/CF1/Participants/CAmine.json")


def test_who_is_not_taken_over_stays_where_they_are(asking: Twilio, rest: Rest) -> None:
    rest.status = "no-answer"
    with pytest.raises(Rejected) as caught:
        asking.control(_wish("transfer", target="smit"))
    assert caught.value.code == "phone.not_taken_over"
    assert not any("/Participants/" in path for path in rest.paths())


def test_hanging_up(asking: Twilio, rest: Rest) -> None:
    asking.control(_wish("hang_up"))
    assert rest.asked == [("POST", f"/Calls/{CALL}.json", {"Status": ["completed"]})]


def test_my_own_telephone_rings_before_the_customers(asking: Twilio, rest: Rest) -> None:
    sent = asking.control(_wish("dial", provider_id="", target=NUMBER))
    assert sent is not None
    assert sent.provider_id == "CAcustomer"
    called = [form["To"] for method, _, form in rest.asked if method == "POST"]
    assert called == [["+31207770001"], [NUMBER]]


def test_nobody_is_called_when_my_own_telephone_is_not_picked_up(
    asking: Twilio, rest: Rest
) -> None:
    rest.status = "no-answer"
    with pytest.raises(Rejected) as caught:
        asking.control(_wish("dial", provider_id="", target=NUMBER))
    assert caught.value.code == "phone.not_picked_up"
    assert [NUMBER] not in [form.get("To") for _, _, form in rest.asked]


@pytest.mark.parametrize(
    ("status", "kind"), [(404, Rejected), (401, Rejected), (429, Unavailable), (500, Uncertain)]
)
def test_what_becomes_of_a_wish(
    asking: Twilio, rest: Rest, status: int, kind: type[Exception]
) -> None:
    rest.fail["/Calls/"] = Answered(status=status, headers={"Retry-After": "7"})
    with pytest.raises(kind) as caught:
        asking.control(_wish("hang_up"))
    if isinstance(caught.value, Unavailable):
        assert caught.value.retry_after == 7


def test_a_server_that_is_not_there_took_nothing() -> None:
    nowhere = opened("twilio", base="http://127.0.0.1:9")
    with pytest.raises(Unavailable):
        nowhere.control(_wish("hang_up"))


def test_a_colleague_without_a_telephone_is_said_so(asking: Twilio) -> None:
    with pytest.raises(Rejected) as caught:
        asking.control(_wish("answer", agent="nobody"))
    assert caught.value.code == "phone.no_telephone"


def test_a_recording_is_fetched_from_their_own_server(asking: Twilio, rest: Rest) -> None:
    found = asking.fetch(RemoteFile(reference=RECORDING, role="recording", name="recording.wav"))
    assert (found.content, found.media_type, found.role) == (b"RIFF", "audio/wav", "recording")
    assert rest.paths() == [f"GET /Recordings/{RECORDING}.wav"]


def test_the_configuration_is_looked_at(asking: Twilio, rest: Rest) -> None:
    assert [finding.severity for finding in asking.check()] == ["fine"]
    rest.fail[".json"] = Answered(status=401)
    (broken,) = asking.check()
    assert broken.severity == "broken"
    assert "password" in broken.english
    assert form_of(twilio())  # what they post is a form
