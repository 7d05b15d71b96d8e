"""The pretended telephone provider: what it tells, what goes wrong when told to, and who calls."""

import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from typing import Any

import pytest
import requests

from tests.running import Clock, wait_until
from workstation.sample.sound import RATE, murmur, seconds_of
from workstation.simulator.telephone import CtiFake, People, over_http

SECRET = "hush"
NUMBER = "+31201234567"


class Office:
    """Takes what is posted. `answers` are the statuses to give, then 202."""

    def __init__(self) -> None:
        self.events: list[dict[str, Any]] = []
        self.answers: list[int] = []

    def post(self, body: bytes, headers: dict[str, str]) -> int:
        made = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
        assert headers["X-Workstation-Signature"] == f"sha256={made}"
        if self.answers:
            return self.answers.pop(0)
        self.events += json.loads(body)["events"]
        return 202

    def names(self) -> list[str]:
        return [event["event"] for event in self.events]


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def fake(office: Office) -> Iterator[CtiFake]:
    with CtiFake(SECRET, office.post, clock=Clock(), live=False) as made:
        yield made


def _want(fake: CtiFake, path: str, secret: str = SECRET, **wanted: str) -> int:
    body = json.dumps({"agent": "jansen", "target": "", "reference": "r"} | wanted).encode()
    made = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    headers = {"X-Workstation-Signature": f"sha256={made}"}
    return requests.post(fake.address + path, data=body, headers=headers, timeout=10).status_code


def test_a_call_is_told_step_by_step(fake: CtiFake, office: Office) -> None:
    call = fake.exchange.ring(NUMBER, name="A. Bakker").call
    assert _want(fake, f"/calls/{call}/answer") == 204
    assert _want(fake, f"/calls/{call}/hold") == 204
    assert _want(fake, f"/calls/{call}/resume") == 204
    assert _want(fake, f"/calls/{call}/transfer", target="102") == 204
    assert _want(fake, f"/calls/{call}/hang_up") == 204
    assert _want(fake, f"/calls/{call}/hang_up") == 409
    assert _want(fake, "/calls/nothing/answer") == 409
    fake.bring()
    assert office.names() == [
        "new",
        "answer",
        "hold",
        "resume",
        "transfer",
        "hangup",
        "recording",
    ]


def test_only_the_office_is_obeyed(fake: CtiFake) -> None:
    call = fake.exchange.ring(NUMBER).call
    assert _want(fake, f"/calls/{call}/answer", secret="wrong") == 401
    assert requests.get(f"{fake.address}/recordings/rec-1", timeout=10).status_code == 401


def test_what_the_office_does_not_take_is_told_again(fake: CtiFake, office: Office) -> None:
    office.answers = [503, 0]
    fake.exchange.ring(NUMBER)
    fake.bring()
    assert office.names() == ["new"]


def test_trouble(fake: CtiFake, office: Office) -> None:
    fake.trouble.repeat, fake.trouble.shuffle = 3, True
    call = fake.exchange.ring(NUMBER).call
    fake.trouble.fail_next(status=503)
    assert _want(fake, f"/calls/{call}/answer") == 503
    fake.trouble.lose_next()
    with pytest.raises(requests.ConnectionError):
        _want(fake, f"/calls/{call}/answer")
    assert fake.exchange.lines[call].state == "talking"
    assert fake.bring() == 6
    assert sorted(office.names()) == ["answer"] * 3 + ["new"] * 3


def test_people_call_wait_talk_and_hang_up(office: Office) -> None:
    stop = threading.Event()
    with CtiFake(SECRET, office.post) as fake:
        people = People(fake, [(NUMBER, "A. Bakker")], every=0.01, patience=0.3, talk=(0.2, 0.3))
        calling = threading.Thread(target=people.run, args=(stop,), daemon=True)
        calling.start()
        wait_until(lambda: {"missed", "voicemail"} <= set(office.names()), 60)
        out = fake.exchange.dial(NUMBER, "jansen", "r")
        wait_until(lambda: out.state == "ended", 60)
        wait_until(lambda: "recording" in office.names(), 60)
        stop.set()
        calling.join(timeout=10)


def test_the_sound_of_a_recording() -> None:
    assert murmur(1.5, seed="a") == murmur(1.5, seed="a")
    assert murmur(1.5, seed="a") != murmur(1.5, seed="b")
    assert seconds_of(murmur(1.5)) == 1.5
    assert len(murmur(0)) < RATE


def test_an_office_that_is_not_there_has_not_taken_it() -> None:
    assert over_http("http://127.0.0.1:9/x")(b"{}", {}) == 0
