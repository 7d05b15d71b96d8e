"""The form in which steps of calls are posted to us, read into plain news."""

from typing import Annotated, Any, Literal

import orjson
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from workstation.channels.incoming import (
    CallNews,
    CallStep,
    Notice,
    NotUnderstood,
    Parsed,
    RemoteFile,
)
from workstation.channels.phone.telephone import Telephone
from workstation.models.text import storable
from workstation.rules.failures import coded

_LATEST = 1 << 45
MOST = 1000
STEPS: dict[str, CallStep] = {
    "new": "ringing",
    "answer": "answered",
    "hold": "held",
    "resume": "resumed",
    "transfer": "transferred",
    "hangup": "ended",
    "missed": "ended",
    "voicemail": "ended",
    "recording": "recorded",
}
"""What each event is to a call."""


def _clean(given: Any) -> Any:
    return storable(given) if isinstance(given, str) else given


def _cut(given: Any) -> Any:
    """A name that is far too long is no reason to lose a call."""
    return storable(given[:200])[:200] if isinstance(given, str) else given


Line = Annotated[str, BeforeValidator(_cut)]
Named = Annotated[str, Field(min_length=1, max_length=200), BeforeValidator(_clean)]
Outcome = Literal["", "answered", "missed", "busy", "cancelled", "failed", "voicemail"]


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Recording(_Part):
    """A file that waits with the provider. `reference` is how we ask for it."""

    reference: Named
    media_type: Line = ""
    name: Line = ""
    seconds: Annotated[int, Field(ge=0, le=1_000_000)] | None = None


class Event(_Part):
    """A step of a call. `number` is the customer's, and stands in every step of the call."""

    call: Named
    event: Named
    at: Annotated[int, Field(ge=0, le=_LATEST)]
    number: Line = ""
    name: Line = ""
    direction: Literal["in", "out"] = "in"
    dialled: Line = ""
    agent: Line = ""
    outcome: Outcome = ""
    again: bool = False
    reference: Annotated[str, Field(max_length=36), BeforeValidator(_clean)] | None = None
    recording: Recording | None = None


def read(telephone: Telephone, body: bytes) -> Parsed:
    """The news in a posted body. A step that is broken is left out and said; raises NotUnderstood
    when there is nothing else."""
    given = _events(body)
    calls: list[CallNews] = []
    broken = ""
    for raw in given:
        try:
            calls += _news(telephone, Event.model_validate(raw))
        except ValidationError as error:
            first = error.errors()[0]
            broken = f"{'.'.join(str(part) for part in first['loc'])}: {first['type']}"[:200]
    if broken and not calls:
        raise NotUnderstood(broken)
    notices = (Notice(text=coded("line.call_step", what=broken)),) if broken else ()
    return Parsed(calls=tuple(calls), notices=notices)


def _events(body: bytes) -> list[Any]:
    try:
        posted = orjson.loads(body)
    except orjson.JSONDecodeError:
        posted = _leniently(body)
    events = posted.get("events") if isinstance(posted, dict) else None
    if not isinstance(events, list) or len(events) > MOST:
        raise NotUnderstood("events: a list is expected")
    return events


def _leniently(body: bytes) -> Any:
    """The strict reader refuses lone surrogates; a name with one in it still counts."""
    import json

    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NotUnderstood(coded("arrival.not_json")) from error


def _news(telephone: Telephone, event: Event) -> list[CallNews]:
    step = STEPS.get(event.event)
    if step is None:
        return []
    how: str = event.outcome if step == "ended" else ""
    if event.event in ("missed", "voicemail"):
        how = event.event
    if step == "ringing" and event.again:
        how = "again"
    shared: dict[str, Any] = {
        "channel": "phone",
        "provider_id": event.call,
        "at": event.at,
        "address": telephone.number(event.number),
        "name": event.name,
        "inbound": event.direction == "in",
        "agent": telephone.colleague(event.agent) if event.agent else "",
        "team": telephone.team_of(event.dialled),
        "reference": event.reference,
    }
    found = []
    if step != "recorded":
        found.append(CallNews(**shared, step=step, how=how))
    if event.recording is not None:
        role = "voicemail" if event.event == "voicemail" else "recording"
        file = RemoteFile(
            reference=event.recording.reference,
            media_type=event.recording.media_type,
            name=event.recording.name,
            role=role,
        )
        found.append(
            CallNews(**shared, step="recorded", remote=(file,), seconds=event.recording.seconds)
        )
    return found
