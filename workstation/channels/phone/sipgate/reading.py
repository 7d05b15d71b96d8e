"""What sipgate posts about a call, read into plain news.

A call that is put through, or rings elsewhere after a while, goes on under an id of its own and
names the first. With a colleague it is a further call of the same caller; the voice mail ends the
first one, for nobody of ours was spoken to.
"""

from typing import Literal

from workstation.channels.incoming import (
    CallNews,
    CallStep,
    NotUnderstood,
    Parsed,
)
from workstation.channels.phone.stamped import Stamped
from workstation.channels.phone.telephone import Telephone

STEPS: dict[str, CallStep] = {
    "newCall": "ringing",
    "answer": "answered",
    "hold": "held",
    "unhold": "resumed",
    "hangup": "ended",
}
_QUIET = frozenset({"dtmf"})
"""Events that say nothing about where a call stands."""
_VOICEMAIL = "voicemail"
"""Whom they call "user" where nobody picked up."""
_CAUSES = {
    "busy": "busy",
    "cancel": "cancelled",
    "noAnswer": "missed",
    "congestion": "failed",
    "notFound": "failed",
    "forwarded": "forwarded",
}


def read(telephone: Telephone, posted: Stamped) -> Parsed:
    """Raises NotUnderstood."""
    event, call = posted.get("event"), posted.get("callId")
    if event in _QUIET:
        return Parsed()
    if not event or not call:
        raise NotUnderstood("event or callId is missing")
    step = STEPS.get(event)
    if step is None:
        return Parsed()
    first = posted.get("origCallId") or posted.get("originalCallId") or call
    goes_on = first != call
    direction: Literal["in", "out"] = "out" if posted.get("direction") == "out" else "in"
    caller, called = posted.get("from"), posted.get("to")
    theirs, ours = (caller, called) if direction == "in" else (called, caller)
    how = _how(posted.get("cause"), direction) if step == "ended" else ""
    if direction == "in" and _is_voicemail(posted):
        if goes_on and step == "ringing":
            return Parsed()
        if step == "answered":
            call, step, how = first, "ended", "voicemail"
    elif goes_on and step == "ended":
        theirs = ""  # where it was the voice mail that they left, there is no such call
    return Parsed(
        calls=(
            CallNews(
                channel="phone",
                provider_id=call[:200],
                step=step,
                at=posted.at,
                address=telephone.number(theirs),
                inbound=direction == "in",
                agent=_agent(telephone, posted, step),
                team=telephone.team_of(ours),
                how=how,
            ),
        )
    )


def _agent(telephone: Telephone, posted: Stamped, step: CallStep) -> str:
    """Who took it; or at whom it rings, where that is one person."""
    if step not in ("ringing", "answered"):
        return ""
    for name in ("userId", "fullUserId", "user"):
        people = [person for person in posted.all(name) if person]
        if len(people) == 1 and people[0].lower() != _VOICEMAIL:
            return telephone.colleague(people[0])
    return ""


def _is_voicemail(posted: Stamped) -> bool:
    people = {person.lower() for name in ("user", "userId") for person in posted.all(name)}
    return people - {""} == {_VOICEMAIL}


def _how(cause: str, direction: str) -> str:
    """A caller who gives up has been missed."""
    how = _CAUSES.get(cause, "")
    return "missed" if how == "cancelled" and direction == "in" else how
