"""What has become of a telephone call: worked out from the steps that are known so far.

Steps may overtake one another and come more than once. Whatever the order in which they were
heard, the same steps give the same call.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from workstation.models.call import CallEnd, CallState

_ORDER = ("ringing", "answered", "held", "resumed", "transferred", "ended", "recorded")
_ONCE = frozenset({"ringing", "ended"})
"""These happen once to a call, in one way: told again, only the earliest moment counts."""
_ENDS = frozenset({"answered", "missed", "busy", "cancelled", "failed", "voicemail"})
AGAIN = "again"
"""How a call rings that somebody wanted to take and did not: for everybody."""
MOST = 500
"""Steps of one call that are kept."""


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """Something that happened to a call, `at` a moment in milliseconds since the epoch. `agent` is
    as the provider calls them, `how` how it ended."""

    at: int
    rank: int
    step: str
    agent: str = ""
    how: str = ""

    def as_facts(self) -> dict[str, Any]:
        return {"step": self.step, "at": self.at, "agent": self.agent, "how": self.how}


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A call as it stands. `agent` is who took it last, or at whom it rings."""

    state: CallState
    outcome: CallEnd
    agent: str
    rings_again: bool
    started_at: int
    answered_at: int | None
    held_since: int | None
    held_ms: int
    ended_at: int | None


def step(name: str, at: int, agent: str = "", how: str = "") -> Step:
    return Step(at=at, rank=_ORDER.index(name), step=name, agent=agent, how=how)


def steps_of(facts: Mapping[str, Any]) -> frozenset[Step]:
    """The steps that a call's message keeps."""
    return frozenset(
        step(one["step"], one["at"], one["agent"], one["how"]) for one in facts.get("steps", ())
    )


def together(known: Iterable[Step], heard: Iterable[Step]) -> tuple[Step, ...]:
    """All steps, in the order in which they happened, each of them once."""
    found: dict[tuple[Any, ...], Step] = {}
    for one in (*known, *heard):
        once = one.step in _ONCE and one.how != AGAIN
        key = (one.step, one.agent, one.how, 0 if once else one.at)
        if key not in found or one < found[key]:
            found[key] = one
    return tuple(sorted(found.values())[:MOST])


def course(steps: Iterable[Step], *, inbound: bool, asked_at: int | None = None) -> Course:
    """The call that these steps make, of which there is at least one unless we asked for it
    ourselves, `asked_at` a moment."""
    ordered = sorted(steps)
    answered_at = ended_at = held_since = None
    held_ms = 0
    agent = how = ""
    voicemail = False
    for one in ordered:
        agent = one.agent or ("" if one.how == AGAIN else agent)
        if one.step == "answered":
            answered_at = one.at if answered_at is None else answered_at
        elif one.step == "held" and held_since is None:
            held_since = one.at
        elif one.step == "resumed" and held_since is not None:
            held_ms, held_since = held_ms + one.at - held_since, None
        elif one.step == "ended":
            ended_at = one.at if ended_at is None else ended_at
            how = how if how in _ENDS else one.how
        voicemail = voicemail or one.how == "voicemail"
    if held_since is not None and ended_at is not None:
        held_ms, held_since = held_ms + max(0, ended_at - held_since), None
    starts = [one.at for one in ordered if one.step != "recorded"]
    if asked_at is not None:
        starts.append(asked_at)
    state = _state(answered_at, held_since, ended_at, inbound=inbound)
    return Course(
        state=state,
        outcome=_outcome(answered_at, ended_at, how, voicemail=voicemail),
        agent=agent,
        rings_again=state == "ringing" and any(one.how == AGAIN for one in ordered),
        started_at=min(starts or [one.at for one in ordered]),
        answered_at=answered_at,
        held_since=held_since,
        held_ms=held_ms,
        ended_at=ended_at,
    )


def waits(*, inbound: bool, state: str, outcome: str) -> bool:
    """Whether the customer waits for us: it rings, or nobody took it."""
    if not inbound:
        return False
    return state == "ringing" or (state == "ended" and outcome != "answered")


def _state(
    answered_at: int | None, held_since: int | None, ended_at: int | None, *, inbound: bool
) -> CallState:
    if ended_at is not None:
        return "ended"
    if held_since is not None:
        return "held"
    if answered_at is not None:
        return "talking"
    return "ringing" if inbound else "dialling"


def _outcome(
    answered_at: int | None, ended_at: int | None, how: str, *, voicemail: bool
) -> CallEnd:
    if ended_at is None:
        return ""
    if voicemail:
        return "voicemail"
    if answered_at is not None:
        return "answered"
    for known in ("answered", "busy", "cancelled", "failed"):
        if how == known:
            return known
    return "missed"
