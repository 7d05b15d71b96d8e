"""What sipgate posts about a call, read into plain news."""

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
_CAUSES = {
    "busy": "busy",
    "cancel": "cancelled",
    "noAnswer": "missed",
    "congestion": "failed",
    "notFound": "failed",
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
    direction: Literal["in", "out"] = "out" if posted.get("direction") == "out" else "in"
    caller, called = posted.get("from"), posted.get("to")
    theirs, ours = (caller, called) if direction == "in" else (called, caller)
    return Parsed(
        calls=(
            CallNews(
                channel="phone",
                provider_id=call[:200],
                step=step,
                at=posted.at,
                address=telephone.number(theirs),
                inbound=direction == "in",
                agent=_agent(telephone, posted, event),
                team=telephone.team_of(ours),
                how=_how(posted.get("cause"), direction) if step == "ended" else "",
            ),
        )
    )


def _agent(telephone: Telephone, posted: Stamped, event: str) -> str:
    """Who took it; or at whom it rings, where that is one person."""
    if event not in ("newCall", "answer"):
        return ""
    for name in ("userId", "fullUserId", "user"):
        people = [person for person in posted.all(name) if person]
        if len(people) == 1:
            return telephone.colleague(people[0])
    return ""


def _how(cause: str, direction: str) -> str:
    """A caller who gives up has been missed."""
    how = _CAUSES.get(cause, "")
    return "missed" if how == "cancelled" and direction == "in" else how
