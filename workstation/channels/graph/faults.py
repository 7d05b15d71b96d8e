"""What an error of the Graph API means to a message: never, later, or nobody knows.

Errors are told apart by their code (and for some channels the subcode), as Meta asks; the sentence
of each is in `rules/failures`.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from workstation.channels.graph.fields import number, part, parts, text, true
from workstation.channels.outgoing import (
    Rejected,
    Unavailable,
    Uncertain,
)
from workstation.models.text import one_line
from workstation.rules.failures import coded, known, sentence

NO_ACCESS = frozenset({"0", "3", "10", "102", "104", "190"})
"""Something is wrong with our access, and not with what was asked."""
PACED = frozenset({"130429", "131056"})
"""Sent faster than the number, or this one customer, takes: it is only not yet its turn."""
LATER = frozenset(
    {
        "2",  # the service is down for a moment
        "4",  # the app has asked too often
        "17",
        "32",
        "613",
        "1200",  # Messenger could not send it for a moment
        "80002",
        "80006",
        "80007",  # the account has asked too often
        "131000",
        "131016",
        "131048",  # too many of the number's messages were unwanted
        "131057",  # the account is being moved
        "133004",
    }
)
PERHAPS = "1"
"""Either what was asked is wrong, or their service is: the status tells."""


@dataclass(frozen=True, slots=True)
class Fault:
    """An error as the Graph API tells it; `code` is empty where there was none to read."""

    status: int
    code: str = ""
    subcode: str = ""
    said: str = ""
    transient: bool = False
    retry_after: float | None = None


class TooFast(Unavailable):
    """It was sent faster than Meta takes it; `code` says of whom."""

    def __init__(self, reason: str, retry_after: float | None, code: str) -> None:
        super().__init__(reason, retry_after, pacing=True)
        self.code = code


def read_fault(status: int, headers: Mapping[str, str], content: bytes) -> Fault:
    """`headers` can be asked in lower case."""
    try:
        answer = orjson.loads(content)
    except orjson.JSONDecodeError:
        answer = None
    error = part(answer, "error")
    details = text(part(error, "error_data"), "details")
    return Fault(
        status=status,
        code=text(error, "code"),
        subcode=text(error, "error_subcode"),
        said=one_line(details or text(error, "error_user_msg") or text(error, "message")),
        transient=true(error, "is_transient"),
        retry_after=_retry_after(headers),
    )


def name_of(channel: str, code: str, subcode: str = "") -> str:
    """What `rules/failures` calls an error of this channel; empty when it has no sentence."""
    for name in (f"{channel}.{code}.{subcode}", f"{channel}.{code}"):
        if code and known(name):
            return name
    return ""


def outcome(fault: Fault, channel: str, *, handing_over: bool) -> Exception:
    """The exception of the port that says it. `handing_over` is whether a message was on its way
    with it: only then can it matter that nobody knows whether it was taken."""
    name = name_of(channel, fault.code, fault.subcode)
    not_taken = coded("graph.not_taken", said=_short(fault.said, 120))
    reason = sentence(name, "en") if name else not_taken
    theirs = fault.status >= 500
    happened = name or reason
    if fault.code in PACED:
        return TooFast(happened, fault.retry_after, fault.code)
    if fault.code in LATER or fault.transient or fault.status in (429, 503):
        return Unavailable(happened, fault.retry_after)
    if not theirs or (name and fault.code != PERHAPS):
        return Rejected(reason, name)
    if handing_over and not fault.code:
        # Something between us and Meta gave up: the message may have got through before it did.
        return Uncertain(f"The answer was {fault.status}, and not Meta's own.")
    return Unavailable(coded("line.meta_fault", status=fault.status, said=_short(fault.said, 300)))


def _short(said: str, most: int) -> str:
    return said[:most].rstrip(".") or "-"


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait as told: by the standard header, or by Meta's own, which counts minutes."""
    seconds = number(headers, "retry-after")
    if seconds is not None and 0 <= seconds < math.inf:
        return seconds
    usage = headers.get("x-business-use-case-usage", "")
    try:
        told: Any = orjson.loads(usage) if usage else {}
    except orjson.JSONDecodeError:
        return None
    if not isinstance(told, dict):
        return None
    minutes = [
        number(one, "estimated_time_to_regain_access") or 0
        for key in told
        for one in parts(told, key)
    ]
    return max(minutes, default=0) * 60 or None
