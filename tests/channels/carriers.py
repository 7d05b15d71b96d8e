"""Who carries calls, for the contract: a telephone, and how its provider tells each step."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.channels.phone import posts
from workstation.channels.incoming import (
    CallStep,
)
from workstation.channels.port import (
    Channel,
    Request,
)

CUSTOMER = "1795000000.7"
LEG = f"ws-leg~{CUSTOMER}~jansen~0a1b2c"
STEPS: tuple[CallStep, ...] = ("ringing", "answered", "held", "resumed", "ended", "recorded")


@dataclass(frozen=True)
class Carrier:
    channel: Channel
    tells: Callable[[CallStep, str], bytes | None]
    """The body that is kept when the provider tells this step of a call, and what the caller is
    called there; None where it never tells such a step."""
    shut: bool = False
    """Whether nothing can be posted to it at all."""


def _cti() -> Carrier:
    channel = posts.opened("cti")
    events = {
        "ringing": "new",
        "answered": "answer",
        "held": "hold",
        "resumed": "resume",
        "ended": "hangup",
        "recorded": "recording",
    }

    def tells(step: CallStep, name: str) -> bytes:
        event: dict[str, object] = {"event": events[step], "number": posts.NUMBER, "name": name}
        if step == "recorded":
            event["recording"] = {"reference": "r-1"}
        return posts.cti(event)

    return Carrier(channel, tells)


def _sipgate() -> Carrier:
    channel = posts.opened("sipgate")
    events = {
        "ringing": "newCall",
        "answered": "answer",
        "held": "hold",
        "resumed": "unhold",
        "ended": "hangup",
    }

    def tells(step: CallStep, name: str) -> bytes | None:
        if step not in events:
            return None
        return channel.wrap(posts.sipgate(events[step], ("user", name)))

    return Carrier(channel, tells)


def _twilio() -> Carrier:
    channel = posts.opened("twilio")
    leg = {"on": "leg", "call": posts.CALL, "agent": "jansen"}
    conference = {"on": "conference", "call": posts.CALL}
    recording = {"RecordingSid": "RE" + "0" * 32, "RecordingStatus": "completed"}

    def request(step: CallStep, name: str) -> Request:
        match step:
            case "answered":
                return posts.twilio(leg, CallStatus="in-progress")
            case "held":
                return posts.twilio(conference, StatusCallbackEvent="participant-hold")
            case "resumed":
                return posts.twilio(conference, StatusCallbackEvent="participant-unhold")
            case "recorded":
                return posts.twilio({"on": "recording", "call": posts.CALL}, **recording)
            case "ended":
                return posts.twilio(CallStatus="completed", CallerName=name)
            case _:
                return posts.twilio(CallerName=name)

    return Carrier(channel, lambda step, name: channel.wrap(request(step, name)))


def _ari() -> Carrier:
    channel = posts.opened("ari")

    def tells(step: CallStep, name: str) -> bytes:
        match step:
            case "answered":
                return posts.ari("StasisStart", LEG)
            case "held":
                return posts.ari("ChannelHold", LEG)
            case "resumed":
                return posts.ari("ChannelUnhold", LEG)
            case "ended":
                return posts.ari("ChannelDestroyed", CUSTOMER, cause=16)
            case "recorded":
                return posts.ari("RecordingFinished", recording={"name": f"ws-rec~{CUSTOMER}"})
            case _:
                return posts.ari("StasisStart", CUSTOMER, name=name)

    return Carrier(channel, tells, shut=True)


CARRIERS: dict[str, Callable[[], Carrier]] = {
    "ari": _ari,
    "cti": _cti,
    "sipgate": _sipgate,
    "twilio": _twilio,
}
