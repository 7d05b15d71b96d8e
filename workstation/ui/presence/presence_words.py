"""Presence in words: short beside a face, longer in a list of colleagues."""

from datetime import datetime

from workstation.replica.rows.reference import AgentRow
from workstation.ui.presence.reasons import BY_NAME
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate


def state_word(state: str) -> str:
    match state:
        case "available":
            return translate("me", "Available")
        case "busy":
            return translate("me", "Busy")
        case "away":
            return translate("me", "Away")
        case _:
            return translate("me", "Not there")


def reason_word(reason: str) -> str:
    """A reason every desk knows in the agent's language, or their own words."""
    known = BY_NAME.get(reason)
    return translate("presence", known.title) if known is not None else harmless_line(reason)


def clock(at: int) -> str:
    return f"{datetime.fromtimestamp(at / 1000):%H:%M}"


def short(agent: AgentRow) -> str:
    """The reason where there is one, else the state."""
    return reason_word(agent.presence_reason) or state_word(agent.presence)


def in_a_line(agent: AgentRow, now: int) -> str:
    """For a list of colleagues: the state, why, and when they are back."""
    words = [_state_in_a_line(agent.presence)]
    if agent.presence in ("busy", "away"):
        if agent.presence_reason:
            words.append(reason_word(agent.presence_reason))
        if agent.presence_until is not None:
            words.append(_back(agent.presence_until, now))
    return ", ".join(words)


def _back(until: int, now: int) -> str:
    if until > now:
        return translate("presence", "back at {time}").format(time=clock(until))
    return translate("presence", "was to be back at {time}").format(time=clock(until))


def _state_in_a_line(state: str) -> str:
    match state:
        case "available":
            return translate("contact", "available")
        case "busy":
            return translate("contact", "busy")
        case "away":
            return translate("contact", "away")
        case _:
            return translate("contact", "offline")
