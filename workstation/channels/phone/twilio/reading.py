"""What Twilio posts about a call, read into plain news. `on` in the address says what the post is
about (`saying.py` writes it there); without it, it is about the caller's own call."""

from collections.abc import Callable
from email.utils import parsedate_to_datetime
from typing import Any

from workstation.channels.incoming import (
    CallNews,
    CallStep,
    NotUnderstood,
    Parsed,
    RemoteFile,
)
from workstation.channels.phone.stamped import Stamped
from workstation.channels.phone.telephone import Telephone

_ENDS = {
    "completed": "",
    "busy": "busy",
    "no-answer": "missed",
    "failed": "failed",
    "canceled": "cancelled",
}
"""How each of their last states ended a call; "completed" says nothing of whether anybody spoke."""
_RINGS = ("queued", "initiated", "ringing")


def read(telephone: Telephone, posted: Stamped) -> Parsed:
    """Raises NotUnderstood."""
    if not posted.get("AccountSid"):
        raise NotUnderstood("AccountSid is missing")
    reader = _READERS.get(posted.query.get("on", ""))
    news = reader(telephone, posted) if reader else None
    return Parsed(calls=(news,) if news else ())


def _caller(telephone: Telephone, posted: Stamped) -> CallNews | None:
    """The call of somebody who rings us."""
    status = _status(posted)
    inbound = posted.get("Direction") in ("inbound", "")
    shared = {
        "inbound": inbound,
        "address": telephone.number(posted.get("From" if inbound else "To")),
        "name": posted.get("CallerName")[:200],
        "team": telephone.team_of(posted.get("To" if inbound else "From")),
    }
    if status in _RINGS:
        return _news(posted, "ringing", **shared)
    if status in _ENDS:
        how = _ENDS[status]
        return _news(posted, "ended", how="missed" if how == "cancelled" else how, **shared)
    return None


def _leg(telephone: Telephone, posted: Stamped) -> CallNews | None:
    """The telephone of a colleague who wants to take a call, or to whom one is passed on."""
    status = _status(posted)
    about = {"provider_id": _asked(posted, "call"), "agent": posted.query.get("agent", "")}
    passed_on = posted.query.get("why") == "transfer"
    if status == "in-progress":
        return _news(posted, "transferred" if passed_on else "answered", **about)
    if not passed_on and _ENDS.get(status):
        return _news(posted, "ringing", how="again", provider_id=about["provider_id"])
    return None


def _out(telephone: Telephone, posted: Stamped) -> CallNews | None:
    """The telephone of a customer whom we call."""
    status = _status(posted)
    shared = {
        "inbound": False,
        "address": telephone.number(posted.get("To")),
        "reference": _asked(posted, "reference"),
        "agent": posted.query.get("agent", ""),
    }
    if status in _RINGS:
        return _news(posted, "ringing", **shared)
    if status == "in-progress":
        return _news(posted, "answered", **shared)
    if status in _ENDS:
        return _news(posted, "ended", how=_ENDS[status], **shared)
    return None


def _conference(telephone: Telephone, posted: Stamped) -> CallNews | None:
    """A caller is put on hold, or no longer."""
    steps: dict[str, CallStep] = {"participant-hold": "held", "participant-unhold": "resumed"}
    step = steps.get(posted.get("StatusCallbackEvent"))
    call = posted.query.get("call", "")
    if step is None or call not in ("", posted.get("CallSid")):
        return None
    return _news(posted, step, **_whose(posted))


def _recording(telephone: Telephone, posted: Stamped) -> CallNews | None:
    return _recorded(posted, "recording")


def _voicemail(telephone: Telephone, posted: Stamped) -> CallNews | None:
    return _recorded(posted, "voicemail")


_READERS: dict[str, Callable[[Telephone, Stamped], CallNews | None]] = {
    "": _caller,
    "leg": _leg,
    "out": _out,
    "conference": _conference,
    "recording": _recording,
    "voicemail": _voicemail,
}
"""What is told of the queue itself ("wait", "left", "said") says nothing new."""


def _recorded(posted: Stamped, role: str) -> CallNews | None:
    recording = posted.get("RecordingSid")
    if posted.get("RecordingStatus") != "completed" or not recording:
        return None
    seconds = posted.get("RecordingDuration")
    file = RemoteFile(
        reference=recording[:200], media_type="audio/wav", name=f"{role}.wav", role=role
    )
    return _news(
        posted,
        "recorded",
        remote=(file,),
        seconds=int(seconds) if seconds.isdecimal() and len(seconds) < 7 else None,
        **_whose(posted),
    )


def _whose(posted: Stamped) -> dict[str, Any]:
    """Whose call it is: the one named in the address, or the one we asked for."""
    reference = posted.query.get("reference", "")
    if reference:
        call = posted.get("CallSid") or f"ws-{reference}"
        return {"provider_id": call, "reference": reference, "inbound": False}
    return {"provider_id": posted.query.get("call", "") or posted.get("CallSid")}


def _news(posted: Stamped, step: CallStep, **given: Any) -> CallNews:
    call = str(given.pop("provider_id", "") or posted.get("CallSid"))
    if not call:
        raise NotUnderstood("CallSid is missing")
    return CallNews(channel="phone", provider_id=call[:200], step=step, at=_at(posted), **given)


def _status(posted: Stamped) -> str:
    status = posted.get("CallStatus")
    if not status:
        raise NotUnderstood("CallStatus is missing")
    return status


def _asked(posted: Stamped, name: str) -> str:
    found = posted.query.get(name, "")
    if not found:
        raise NotUnderstood(f"the address names no {name}")
    return found


def _at(posted: Stamped) -> int:
    """Their own time where they tell it, to the second; else when it came."""
    try:
        return int(parsedate_to_datetime(posted.get("Timestamp")).timestamp() * 1000)
    except (ValueError, TypeError, OverflowError):
        return posted.at
