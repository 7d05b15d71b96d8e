"""Asterisk's events, read into plain news. An event that is about nothing of ours is no news."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import orjson

from workstation.channels.incoming import (
    CallNews,
    CallStep,
    NotUnderstood,
    Parsed,
    RemoteFile,
)
from workstation.channels.phone.ari import ids
from workstation.channels.phone.telephone import Telephone
from workstation.models.text import storable
from workstation.rules.failures import coded

HELD, RESUMED = "ws.held", "ws.resumed"
"""Events of our own: what we did to a channel, told back to us in order."""
_OWN: dict[str, CallStep] = {HELD: "held", RESUMED: "resumed"}
_CAUSES = {17: "busy", 18: "missed", 19: "missed", 21: "busy", 26: "missed"}
"""Why a channel ended (Q.850); 16 is somebody hanging up, and anything else a failure."""
HANGING_UP = (0, 16)
Event = Mapping[str, Any]


def read(telephone: Telephone, body: bytes) -> Parsed:
    """Raises NotUnderstood."""
    event = event_of(body)
    reader = _READERS.get(str(event.get("type")))
    news = reader(telephone, event) if reader else None
    return Parsed(calls=(news,) if news else ())


def event_of(body: bytes | str) -> Event:
    """Raises NotUnderstood."""
    try:
        event = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise NotUnderstood(coded("arrival.not_json")) from error
    if not isinstance(event, dict) or not isinstance(event.get("type"), str):
        raise NotUnderstood("not an event")
    return event


def channel_of(event: Event) -> Mapping[str, Any]:
    """The channel that an event is about; an empty one where it names none."""
    return _part(event, "channel")


def id_of(event: Event) -> str:
    return _text(channel_of(event), "id")


def _started(telephone: Telephone, event: Event) -> CallNews | None:
    channel = id_of(event)
    leg = ids.leg_of(channel)
    if leg is not None:
        if ids.reference_of(leg.customer) and not leg.passed_on:
            return None  # my own telephone, before the customer's
        step: CallStep = "transferred" if leg.passed_on else "answered"
        return _news(event, step, leg.customer, agent=telephone.colleague(leg.agent))
    if ids.reference_of(channel):
        return _news(event, "answered", channel)
    caller = _part(channel_of(event), "caller")
    return _news(
        event,
        "ringing",
        channel,
        address=telephone.number(_text(caller, "number")),
        name=_text(caller, "name"),
        team=telephone.team_of(_text(_part(channel_of(event), "dialplan"), "exten")),
    )


def _changed(telephone: Telephone, event: Event) -> CallNews | None:
    """A customer whom we call: it rings at their side."""
    channel = id_of(event)
    rings = _text(channel_of(event), "state") == "Ringing"
    return _news(event, "ringing", channel) if rings and ids.reference_of(channel) else None


def _left(telephone: Telephone, event: Event) -> CallNews | None:
    channel = id_of(event)
    return None if ids.leg_of(channel) is not None else _news(event, "ended", channel)


def _destroyed(telephone: Telephone, event: Event) -> CallNews | None:
    channel = id_of(event)
    leg = ids.leg_of(channel)
    if leg is None:
        return _news(event, "ended", channel, how=_how(event, channel))
    if _text(channel_of(event), "state") == "Up" or leg.passed_on:
        return None
    if ids.reference_of(leg.customer):  # my own telephone was not picked up
        return _news(event, "ended", leg.customer, how="failed")
    return _news(event, "ringing", leg.customer, how="again")


def _how(event: Event, channel: str) -> str:
    """Whoever rings us and is gone has been missed, unless somebody answered: that is known."""
    cause = event.get("cause")
    if not ids.reference_of(channel) or cause in HANGING_UP or not isinstance(cause, int):
        return ""
    return _CAUSES.get(cause, "failed")


def _held(telephone: Telephone, event: Event) -> CallNews | None:
    """A colleague pressed hold on their own telephone. What a customer does on theirs is theirs."""
    leg = ids.leg_of(id_of(event))
    return None if leg is None else _news(event, "held", leg.customer)


def _unheld(telephone: Telephone, event: Event) -> CallNews | None:
    leg = ids.leg_of(id_of(event))
    return None if leg is None else _news(event, "resumed", leg.customer)


def _own(telephone: Telephone, event: Event) -> CallNews | None:
    step = _OWN.get(_text(event, "eventname"))
    return None if step is None else _news(event, step, id_of(event))


def _recorded(telephone: Telephone, event: Event) -> CallNews | None:
    recording = _part(event, "recording")
    name = _text(recording, "name")
    customer = ids.recorded_of(name)
    if not customer:
        return None
    seconds = recording.get("duration")
    file = RemoteFile(
        reference=name, media_type="audio/wav", name="recording.wav", role="recording"
    )
    return _news(
        event,
        "recorded",
        customer,
        remote=(file,),
        seconds=seconds if isinstance(seconds, int) else None,
    )


_READERS: dict[str, Callable[[Telephone, Event], CallNews | None]] = {
    "StasisStart": _started,
    "StasisEnd": _left,
    "ChannelStateChange": _changed,
    "ChannelDestroyed": _destroyed,
    "ChannelHold": _held,
    "ChannelUnhold": _unheld,
    "ChannelUserevent": _own,
    "RecordingFinished": _recorded,
}


def tells(event: Event) -> bool:
    """Whether an event may be news at all: the others need not be kept."""
    return event.get("type") in _READERS


def _news(event: Event, step: CallStep, channel: str, **given: Any) -> CallNews:
    if not channel:
        raise NotUnderstood(f"{event['type']} names no channel")
    reference = ids.reference_of(channel)
    return CallNews(
        channel="phone",
        provider_id=channel[:200],
        step=step,
        at=_at(event),
        inbound=not reference,
        reference=reference or None,
        **given,
    )


def _at(event: Event) -> int:
    try:
        return int(datetime.fromisoformat(_text(event, "timestamp")).timestamp() * 1000)
    except (ValueError, OverflowError) as error:
        raise NotUnderstood(f"{event['type']} tells no time") from error


def _part(given: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = given.get(name)
    return found if isinstance(found, dict) else {}


def _text(given: Mapping[str, Any], name: str) -> str:
    found = given.get(name)
    return storable(found)[:200] if isinstance(found, str) else ""
