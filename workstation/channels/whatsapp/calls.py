"""Calls over WhatsApp, as steps. Their sound goes over WebRTC, which the desk does not speak: it
shows that somebody called, and for how long."""

from collections.abc import Iterator, Mapping
from typing import Any

from workstation.channels.graph.fields import moment, number, text
from workstation.channels.incoming import (
    CallNews,
    CallStep,
)
from workstation.channels.whatsapp.people import person

_STEPS: Mapping[str, CallStep] = {"RINGING": "ringing", "ACCEPTED": "answered", "REJECTED": "ended"}


def call_news(value: Mapping[str, Any], call: Mapping[str, Any]) -> Iterator[CallNews]:
    """What an event of a call says: it rings, or it has ended, and then when it was answered."""
    identifier = text(call, "id")
    inbound = text(call, "direction").upper() != "BUSINESS_INITIATED"
    who = person(value, call, "from" if inbound else "to")
    at = moment(call, "timestamp") or 0
    known: dict[str, Any] = {
        "channel": "whatsapp",
        "provider_id": identifier,
        "address": who.thread,
        "name": who.name,
        "inbound": inbound,
        "reference": text(call, "biz_opaque_callback_data") or None,
    }
    event = text(call, "event").lower()
    if event == "connect":
        yield CallNews(step="ringing", at=at, **known)
    elif event == "terminate":
        seconds = number(call, "duration")
        answered = moment(call, "start_time")
        if answered is not None and seconds:
            yield CallNews(step="answered", at=answered, **known)
        how = "answered" if seconds else "missed" if inbound else "failed"
        yield CallNews(
            step="ended",
            at=moment(call, "end_time") or at,
            how=how,
            seconds=None if seconds is None else int(seconds),
            **known,
        )


def call_status(value: Mapping[str, Any], status: Mapping[str, Any]) -> CallNews | None:
    """How far a call of ours has got."""
    step = _STEPS.get(text(status, "status").upper())
    if step is None:
        return None
    who = person(value, {"from": text(status, "recipient_id")})
    return CallNews(
        channel="whatsapp",
        provider_id=text(status, "id"),
        step=step,
        at=moment(status, "timestamp") or 0,
        address=who.thread,
        name=who.name,
        inbound=False,
        how="busy" if step == "ended" else "",
        reference=text(status, "biz_opaque_callback_data") or None,
    )
