"""A telephone call of the sample: its row, its steps as a provider tells them, its recording."""

from typing import Any

from workstation.rules.calls import course, step
from workstation.sample.rows import SECOND, Row
from workstation.sample.sound import Recording, recordings

CALLS = ("call", "voicemail")
"""Events that are calls: one that was answered, and one where a machine was."""
RINGS = 6 * SECOND
MACHINE = 20 * SECOND
"""How long it rings before somebody, or the machine, takes it."""
LONGEST = 45
"""Seconds of a call that was recorded: the sample's recordings are short."""


def call_of(
    *,
    message_id: str,
    answered: bool,
    at: int,
    seconds: int,
    until: int,
    agent_id: str | None,
    number: str,
) -> tuple[Row, list[dict[str, Any]], Recording | None]:
    """The row without its contact, the steps, and what is to be heard of it. A voice mail is over
    by `until`."""
    tape: Recording | None = None
    if not answered:
        tape = recordings()[0]
        ended = min(at + MACHINE + tape.seconds * SECOND, max(until, at + SECOND))
        steps = [step("ringing", at), step("ended", ended, how="voicemail")]
    else:
        if seconds <= LONGEST:
            tape = min(recordings(), key=lambda one: abs(one.seconds - seconds))
            seconds = min(seconds, tape.seconds)
        ended = at + RINGS + seconds * SECOND
        steps = [step("ringing", at), step("answered", at + RINGS)]
        steps.append(step("ended", ended, how="answered"))
    went = course(steps, inbound=True)
    row: Row = {
        "id": message_id,
        "agent_id": agent_id,
        "inbound": True,
        "number": number,
        "state": went.state,
        "outcome": went.outcome,
        "started_at": went.started_at,
        "answered_at": went.answered_at,
        "held_since": None,
        "held_ms": 0,
        "ended_at": went.ended_at,
        "wished": "",
        "target": "",
        "failure": "",
        "origin": None,
    }
    return row, [one.as_facts() for one in steps], tape
