"""Asterisk, driven: a listener that hears a pretended one, and what agents want of its calls."""

import threading
from collections.abc import Iterator
from typing import Any, Literal

import pytest

from tests.channels.phone.posts import NUMBER, opened
from tests.running import Clock, wait_until
from workstation.channels.incoming import (
    CallNews,
    RemoteFile,
)
from workstation.channels.outgoing import (
    CallControl,
    Rejected,
    Unavailable,
    Uncertain,
)
from workstation.channels.phone.ari.channel import AriTelephone
from workstation.channels.port import (
    Office,
)
from workstation.rules.calls import Course, course, step, together
from workstation.sample.sound import seconds_of
from workstation.simulator.telephone import AriFake

REFERENCE = "01990000-0000-7000-8000-000000000001"


class Listened(Office):
    """What an office gives a listener, kept in memory; and the listener, running."""

    def __init__(self, fake: AriFake, clock: Clock, channel: AriTelephone) -> None:
        self.fake = fake
        self.clock = clock
        self.channel = channel
        self.kept: list[bytes] = []
        self.memory: dict[str, Any] = {}
        self.line: list[str] = []
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def receive(self, body: bytes) -> None:
        self.kept.append(body)

    def recall(self, name: str) -> Any:
        return self.memory.get(name)

    def remember(self, name: str, value: Any) -> None:
        self.memory[name] = value

    def say(self, state: Literal["open", "degraded", "down"], reason: str = "") -> None:
        self.line.append(state)

    def begin(self) -> None:
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        self.until(lambda: bool(self.line) and self.line[-1] == "open")

    def end(self) -> None:
        self._stop.set()
        if self._thread is not None:
            self._thread.join(timeout=10)
            assert not self._thread.is_alive()

    def _run(self) -> None:
        try:
            self.channel.listener()(self, self._stop)
        except OSError:
            return  # the office would begin again after a pause

    def news(self, call: str) -> list[CallNews]:
        return [
            news
            for body in list(self.kept)
            for news in self.channel.parse(body).calls
            if news.provider_id == call
        ]

    def call(self, call: str) -> Course:
        news = self.news(call)
        steps = [step(one.step, one.at, one.agent, one.how) for one in news]
        return course(together((), steps), inbound=news[0].inbound)

    def is_(self, call: str, state: str) -> None:
        """Wait until the call is in this state."""
        self.until(lambda: bool(self.news(call)) and self.call(call).state == state)

    def until(self, true: Any) -> None:
        wait_until(true, 60, lambda: f"{self.line} {self.kept} {self.fake.asked}")

    def want(self, wish: Any, call: str, **given: str) -> None:
        about = {"reference": REFERENCE, "agent": "jansen"} | given
        self.channel.control(CallControl(wish=wish, provider_id=call, **about))


@pytest.fixture
def listened() -> Iterator[Listened]:
    clock = Clock()
    with AriFake("shop", "hush", clock=clock) as fake:
        table = {"url": fake.address, "username": "shop", "password": "hush", "record": True}
        channel = opened("ari", **table)
        assert isinstance(channel, AriTelephone)
        found = Listened(fake, clock, channel)
        found.begin()
        yield found
        found.end()


def test_from_ringing_to_the_recording(listened: Listened) -> None:
    asterisk = listened.fake.asterisk
    call = asterisk.ring(NUMBER, name="A. Bakker")
    listened.is_(call, "ringing")
    listened.until(lambda: f"POST /channels/{call}/ring" in listened.fake.asked)
    listened.clock.ahead(seconds=6)
    listened.want("answer", call)
    listened.is_(call, "talking")
    listened.until(lambda: bool(asterisk.live))
    listened.clock.ahead(seconds=20)
    listened.want("hold", call)
    listened.is_(call, "held")
    assert asterisk.channels[call].music
    assert call not in asterisk.bridges[f"ws-bridge~{call}"]
    listened.clock.ahead(seconds=40)
    listened.want("resume", call)
    listened.is_(call, "talking")
    assert not asterisk.channels[call].music
    listened.clock.ahead(seconds=10)
    listened.want("hang_up", call)
    listened.is_(call, "ended")

    listened.until(lambda: any(one.step == "recorded" for one in listened.news(call)))
    found = listened.call(call)
    assert (found.outcome, found.agent, found.held_ms) == ("answered", "jansen", 40_000)
    (recorded,) = [one for one in listened.news(call) if one.step == "recorded"]
    file = listened.channel.fetch(recorded.remote[0])
    # Twenty seconds and ten; not one of the forty on hold.
    assert seconds_of(file.content) == pytest.approx(30, abs=0.01)
    assert asterisk.overheard == 0
    listened.until(lambda: asterisk.channels == {} and asterisk.bridges == {})
    assert listened.memory["calls"] == []


def test_hold_on_the_telephone_itself_stops_the_recording_too(listened: Listened) -> None:
    asterisk = listened.fake.asterisk
    call = asterisk.ring(NUMBER)
    listened.is_(call, "ringing")
    listened.want("answer", call)
    listened.until(lambda: bool(asterisk.live))
    (leg,) = [name for name in asterisk.channels if name.startswith("ws-leg")]
    asterisk.presses_hold(leg)
    listened.is_(call, "held")
    (tape,) = asterisk.live.values()
    listened.until(lambda: tape.since is None)
    asterisk.presses_hold_again(leg)
    listened.is_(call, "talking")
    listened.until(lambda: tape.since is not None)


def test_recording_stops_before_the_music_begins(listened: Listened) -> None:
    call = listened.fake.asterisk.ring(NUMBER)
    listened.is_(call, "ringing")
    listened.want("answer", call)
    listened.until(lambda: bool(listened.fake.asterisk.live))
    listened.fake.trouble.fail_next(status=503)
    with pytest.raises(Unavailable):
        listened.want("hold", call)
    assert not listened.fake.asterisk.channels[call].music
    listened.fake.asked.clear()
    listened.want("hold", call)
    asked = [one.partition("~")[0] for one in listened.fake.asked]
    assert asked[0] == "POST /recordings/live/ws-rec"
    assert f"POST /channels/{call}/moh" in listened.fake.asked


def test_a_colleague_who_does_not_pick_up_leaves_it_to_the_others(listened: Listened) -> None:
    asterisk = listened.fake.asterisk
    asterisk.pick_up = False
    call = asterisk.ring(NUMBER)
    listened.is_(call, "ringing")
    listened.want("answer", call)
    (leg,) = [name for name in asterisk.channels if name.startswith("ws-leg")]
    listened.clock.ahead(seconds=20)
    asterisk.hangs_up(leg, 19)
    listened.until(lambda: listened.call(call).rings_again)
    assert call in asterisk.channels
    asterisk.hangs_up(call)
    listened.is_(call, "ended")
    assert listened.call(call).outcome == "missed"


def test_when_the_colleague_hangs_up_so_does_the_customer(listened: Listened) -> None:
    asterisk = listened.fake.asterisk
    call = asterisk.ring(NUMBER)
    listened.is_(call, "ringing")
    listened.want("answer", call)
    listened.until(lambda: bool(asterisk.live))
    (leg,) = [name for name in asterisk.channels if name.startswith("ws-leg")]
    asterisk.hangs_up(leg)
    listened.is_(call, "ended")
    listened.until(lambda: asterisk.channels == {})


def test_a_call_is_passed_on(listened: Listened) -> None:
    asterisk = listened.fake.asterisk
    call = asterisk.ring(NUMBER)
    listened.is_(call, "ringing")
    listened.want("answer", call)
    listened.until(lambda: bool(asterisk.live))
    listened.clock.ahead(seconds=5)
    listened.want("transfer", call, target="smit")
    listened.until(lambda: listened.call(call).agent == "smit")
    listened.until(
        lambda: [name.partition("~")[0] for name in sorted(asterisk.channels)] == [call, "ws-pass"]
    )
    assert listened.call(call).state == "talking"
    inside = asterisk.bridges[f"ws-bridge~{call}"]
    assert len(inside) == 2


def test_calling_a_customer_rings_my_own_telephone_first(listened: Listened) -> None:
    asterisk = listened.fake.asterisk
    asterisk.pick_up = False
    sent = listened.channel.control(
        CallControl(wish="dial", reference=REFERENCE, agent="jansen", target=NUMBER)
    )
    assert sent is not None
    assert sent.provider_id == f"ws-out-{REFERENCE}"
    (mine,) = asterisk.channels.values()
    assert mine.endpoint == "PJSIP/jansen"
    asterisk.answers(mine.id)
    listened.until(lambda: sent.provider_id in asterisk.channels)
    assert asterisk.channels[sent.provider_id].endpoint == f"PJSIP/{NUMBER}@trunk"
    listened.clock.ahead(seconds=8)
    asterisk.answers(sent.provider_id)
    listened.is_(sent.provider_id, "talking")
    listened.until(lambda: len(asterisk.bridges.get(f"ws-bridge~{sent.provider_id}", [])) == 2)
    (first, *_) = listened.news(sent.provider_id)
    assert (first.inbound, first.reference) == (False, REFERENCE)


def test_a_call_that_is_given_up_before_the_customer_was_rung(listened: Listened) -> None:
    asterisk = listened.fake.asterisk
    asterisk.pick_up = False
    listened.channel.control(
        CallControl(wish="dial", reference=REFERENCE, agent="jansen", target=NUMBER)
    )
    listened.want("hang_up", f"ws-out-{REFERENCE}")
    listened.is_(f"ws-out-{REFERENCE}", "ended")
    assert asterisk.channels == {}


def test_what_happened_while_nobody_listened_is_made_up_for(listened: Listened) -> None:
    asterisk = listened.fake.asterisk
    call = asterisk.ring(NUMBER)
    listened.is_(call, "ringing")
    listened.fake.hang_up_on_listeners()
    listened.until(lambda: listened.line[-1] == "down")
    listened.end()
    asterisk.hangs_up(call)
    other = asterisk.ring("+31207654321")
    assert listened.call(call).state == "ringing"

    listened.begin()
    listened.is_(call, "ended")
    listened.is_(other, "ringing")
    assert listened.memory["calls"] == [other]


def test_what_becomes_of_a_wish(listened: Listened) -> None:
    with pytest.raises(Rejected) as gone:
        listened.want("hang_up", "1795000000.999")
    assert gone.value.code == "phone.gone"
    call = listened.fake.asterisk.ring(NUMBER)
    listened.is_(call, "ringing")
    listened.until(lambda: f"POST /channels/{call}/ring" in listened.fake.asked)
    with pytest.raises(Rejected) as nobody:
        listened.want("answer", call, agent="who is this")
    assert nobody.value.code == "phone.no_telephone"
    listened.fake.trouble.lose_next()
    with pytest.raises(Uncertain):
        listened.want("hang_up", call)
    with pytest.raises(Rejected):
        listened.channel.fetch(RemoteFile(reference="../../etc/passwd"))


def test_the_configuration_is_looked_at(listened: Listened) -> None:
    assert [finding.severity for finding in listened.channel.check()] == ["fine"]
    stranger = opened("ari", url=listened.fake.address, username="shop", password="wrong")
    (broken,) = stranger.check()
    assert broken.severity == "broken"
    (nowhere,) = opened("ari", url="http://127.0.0.1:9").check()
    assert "reached" in nowhere.english
