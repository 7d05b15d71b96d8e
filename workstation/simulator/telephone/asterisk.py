"""The inside of a pretended Asterisk: channels, bridges and recordings, and the events that they
cause, in the form that its documentation gives."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from workstation.sample.sound import murmur

NORMAL, BUSY, NO_ANSWER = 16, 17, 19
"""Causes of the end of a channel (Q.850)."""


class NotThereError(Exception):
    """No such channel, bridge or recording, or not in a state in which this makes sense."""


@dataclass
class Channel:
    id: str
    number: str = ""
    name: str = ""
    exten: str = ""
    state: str = "Ring"
    args: list[str] = field(default_factory=list)
    inside: bool = False
    """Whether it is in the application."""
    music: bool = False
    endpoint: str = ""


@dataclass
class Tape:
    """A recording of a bridge. `taped` is what is on it, in milliseconds."""

    name: str
    bridge: str
    since: int | None
    taped: int = 0


class Asterisk:
    """`tell` hears each event. `pick_up` says whether colleagues' telephones are picked up at once;
    customers are by `answers`."""

    def __init__(
        self, app: str, tell: Callable[[dict[str, Any]], None], clock: Callable[[], int]
    ) -> None:
        self._app = app
        self._tell = tell
        self._clock = clock
        self._count = 0
        self.lock = threading.RLock()
        self.pick_up = True
        self.channels: dict[str, Channel] = {}
        self.bridges: dict[str, list[str]] = {}
        self.live: dict[str, Tape] = {}
        self.stored: dict[str, bytes] = {}
        self.overheard = 0
        """Milliseconds that were taped while a customer heard music: there should be none."""

    # ------------------------------------------------------------ what people do

    def ring(self, number: str, *, name: str = "", exten: str = "") -> str:
        """Somebody calls; the name of their channel."""
        with self.lock:
            self._count += 1
            channel = Channel(f"{self._clock() // 1000}.{self._count}", number, name, exten)
            self.channels[channel.id] = channel
            self._enter(channel)
            return channel.id

    def answers(self, channel_id: str) -> None:
        """Whoever is rung by us picks up."""
        with self.lock:
            channel = self.find(channel_id)
            channel.state = "Up"
            self._say("ChannelStateChange", channel)
            self._enter(channel)

    def hangs_up(self, channel_id: str, cause: int = NORMAL) -> None:
        """A channel ends, whoever ended it."""
        with self.lock:
            channel = self.find(channel_id)
            del self.channels[channel_id]
            for bridge in self.bridges.values():
                if channel_id in bridge:
                    bridge.remove(channel_id)
            if channel.inside:
                self._say("StasisEnd", channel)
            self._say("ChannelDestroyed", channel, cause=cause, cause_txt="as documented")

    def presses_hold(self, channel_id: str) -> None:
        with self.lock:
            self._say("ChannelHold", self.find(channel_id))

    def presses_hold_again(self, channel_id: str) -> None:
        with self.lock:
            self._say("ChannelUnhold", self.find(channel_id))

    # ------------------------------------------------------------ what the office wants

    def find(self, channel_id: str) -> Channel:
        if channel_id not in self.channels:
            raise NotThereError(channel_id)
        return self.channels[channel_id]

    def originate(self, channel_id: str, endpoint: str, args: str, caller_id: str) -> Channel:
        with self.lock:
            if channel_id in self.channels:
                raise NotThereError(channel_id)
            channel = Channel(channel_id, state="Ringing", args=args.split(","), endpoint=endpoint)
            self.channels[channel_id] = channel
            self._say("ChannelStateChange", channel)
            customers = channel.args == ["customer"]
            if self.pick_up and not customers:
                self.answers(channel_id)
            return channel

    def answer(self, channel_id: str) -> None:
        with self.lock:
            channel = self.find(channel_id)
            channel.state = "Up"
            self._say("ChannelStateChange", channel)

    def music(self, channel_id: str, *, on: bool) -> None:
        with self.lock:
            self._count_overheard()
            self.find(channel_id).music = on

    def join(self, bridge: str, channels: list[str]) -> None:
        with self.lock:
            inside = self._bridge(bridge)
            for channel in channels:
                self.find(channel)
                if channel not in inside:
                    inside.append(channel)

    def part(self, bridge: str, channel: str) -> None:
        with self.lock:
            inside = self._bridge(bridge)
            if channel not in inside:
                raise NotThereError(channel)
            inside.remove(channel)

    def end(self, bridge: str) -> None:
        with self.lock:
            self._bridge(bridge)
            del self.bridges[bridge]
            for tape in [tape for tape in self.live.values() if tape.bridge == bridge]:
                self._stop(tape)
                del self.live[tape.name]
                self.stored[tape.name] = murmur(tape.taped / 1000, seed=tape.name)
                self._tell(self._event("RecordingFinished") | {"recording": self._facts(tape)})

    def record(self, bridge: str, name: str) -> None:
        with self.lock:
            self._bridge(bridge)
            if name in self.live or name in self.stored:
                raise NotThereError(name)
            self.live[name] = Tape(name, bridge, self._clock())

    def pause(self, name: str) -> None:
        with self.lock:
            self._stop(self._tape(name))

    def go_on(self, name: str) -> None:
        with self.lock:
            self._count_overheard()
            self._tape(name).since = self._clock()

    def user_event(self, name: str, channel_id: str, variables: Mapping[str, Any]) -> None:
        with self.lock:
            channel = self.find(channel_id)
            said = {"eventname": name, **variables}
            self._say("ChannelUserevent", channel, eventname=name, userevent=said)

    # ------------------------------------------------------------ within

    def facts(self, channel: Channel) -> dict[str, Any]:
        """A channel as it stands in events and answers."""
        return {
            "id": channel.id,
            "name": f"PJSIP/{channel.endpoint or 'trunk'}-{channel.id[-4:]}",
            "state": channel.state,
            "caller": {"name": channel.name, "number": channel.number},
            "connected": {"name": "", "number": ""},
            "accountcode": "",
            "dialplan": {"context": "shop", "exten": channel.exten, "priority": 1},
            "creationtime": self._time(),
            "language": "nl",
        }

    def _bridge(self, bridge: str) -> list[str]:
        if bridge not in self.bridges:
            raise NotThereError(bridge)
        return self.bridges[bridge]

    def _tape(self, name: str) -> Tape:
        if name not in self.live:
            raise NotThereError(name)
        return self.live[name]

    def _stop(self, tape: Tape) -> None:
        self._count_overheard()
        if tape.since is not None:
            tape.taped += self._clock() - tape.since
            tape.since = None

    def _count_overheard(self) -> None:
        """What is on tape since a customer began to hear music."""
        now = self._clock()
        for tape in self.live.values():
            inside = tape.bridge.rpartition("~")[2]
            customer = self.channels.get(inside)
            if tape.since is not None and customer is not None and customer.music:
                self.overheard += now - tape.since

    def _enter(self, channel: Channel) -> None:
        channel.inside = True
        self._say("StasisStart", channel, args=channel.args)

    def _facts(self, tape: Tape) -> dict[str, Any]:
        return {
            "name": tape.name,
            "format": "wav",
            "state": "done",
            "target_uri": f"bridge:{tape.bridge}",
            "duration": round(tape.taped / 1000),
        }

    def _say(self, kind: str, channel: Channel, **more: Any) -> None:
        self._tell(self._event(kind) | {"channel": self.facts(channel)} | more)

    def _event(self, kind: str) -> dict[str, Any]:
        return {
            "type": kind,
            "application": self._app,
            "asterisk_id": "02:42:ac:11:00:02",
            "timestamp": self._time(),
        }

    def _time(self) -> str:
        now = datetime.fromtimestamp(self._clock() / 1000, UTC)
        return f"{now:%Y-%m-%dT%H:%M:%S}.{now.microsecond // 1000:03d}+0000"
