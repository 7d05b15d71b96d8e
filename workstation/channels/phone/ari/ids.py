"""How our channels, bridges and recordings are called at Asterisk: each name tells which customer's
channel it belongs to, so that an event says by itself what it is about."""

import os
from dataclasses import dataclass
from urllib.parse import quote, unquote

_OUT = "ws-out-"
_LEG = "ws-leg"
_PASS = "ws-pass"
_RECORDING = "ws-rec"


@dataclass(frozen=True, slots=True)
class Leg:
    """The telephone of a colleague, or of whoever a call is passed on to."""

    customer: str
    agent: str
    passed_on: bool


def outgoing(reference: str) -> str:
    """The channel of a customer whom we call; `reference` is our id of the call."""
    return f"{_OUT}{reference}"


def reference_of(channel: str) -> str:
    """Our id of a call that we dialled; empty for one that came in."""
    return channel.removeprefix(_OUT) if channel.startswith(_OUT) else ""


def leg(customer: str, agent: str, *, passed_on: bool = False) -> str:
    """A new name for a colleague's channel: they may be rung twice for one call."""
    kind = _PASS if passed_on else _LEG
    return f"{kind}~{_safe(customer)}~{_safe(agent)}~{os.urandom(3).hex()}"


def leg_of(channel: str) -> Leg | None:
    """What a channel of a colleague belongs to; None for a customer's."""
    kind, *rest = channel.split("~")
    if kind not in (_LEG, _PASS) or len(rest) != 3:
        return None
    return Leg(unquote(rest[0]), unquote(rest[1]), kind == _PASS)


def bridge(customer: str) -> str:
    """Where a customer and a colleague hear each other."""
    return f"ws-bridge~{_safe(customer)}"


def recording(customer: str) -> str:
    """What is recorded in that bridge."""
    return f"{_RECORDING}~{_safe(customer)}"


def recorded_of(name: str) -> str:
    """The customer's channel that a recording is of; empty when it is none of ours."""
    kind, _, rest = name.partition("~")
    return unquote(rest) if kind == _RECORDING else ""


def _safe(text: str) -> str:
    return quote(text, safe="").replace("~", "%7E")
