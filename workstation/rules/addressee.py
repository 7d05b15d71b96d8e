"""Whom a text looks meant for, so that a note does not go to a customer, nor the other way round.

A guess, and a careful one: only what begins as one writes to a person counts.
"""

import re
from collections.abc import Iterable
from typing import Final, Literal

from workstation.rules.places import first_name

Addressee = Literal["customer", "colleagues", "unknown"]

_GREETING: Final = re.compile(
    r"\s*(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening)|hoi|hallo|hee|beste|geachte|"
    r"dag|goede(?:morgen|middag|navond|ndag)|goedemorgen|goedemiddag|goedenavond|goedendag)"
    r"\b[ ,]*(?P<rest>[^\n]{0,60})",
    re.IGNORECASE,
)
_TO_STRANGERS: Final = re.compile(
    r"(?:sir|madam|heer|mevrouw|meneer|klant|customer)\b", re.IGNORECASE
)
_AMONG_US: Final = re.compile(
    r"\s*(?:@\w|"
    r"(?:internal|intern|note|notitie|nb|fyi|ter info|collega's|colleagues|team)\b\s*[:,])",
    re.IGNORECASE,
)


def looks_meant_for(text: str, *, customer: str, colleagues: Iterable[str]) -> Addressee:
    """`customer` and `colleagues` are names. A first name that both have says nothing."""
    ours = {first_name(name).casefold() for name in colleagues} - {""}
    if _AMONG_US.match(text):
        return "colleagues"
    greeting = _GREETING.match(text)
    if greeting is None:
        return "unknown"
    rest = greeting["rest"].casefold()
    theirs = {word for word in customer.casefold().split() if len(word) > 2} - ours
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", rest)[:4]
    if any(word in theirs for word in words) or _TO_STRANGERS.match(rest):
        return "customer"
    if words and words[0] in ours and words[0] not in customer.casefold().split():
        return "colleagues"
    return "unknown"
