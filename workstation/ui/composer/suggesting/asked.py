"""Which sign the caret stands behind, and what was typed after it. Plain text in, no widgets."""

from dataclasses import dataclass
from typing import Final

LONGEST: Final = 40
"""Characters after a sign; who typed more wanted no suggestion."""
_BEFORE: Final = frozenset(" \t\n\xa0\u2029([\"'«“‘")
"""What may stand before a sign, besides the start of the text."""


@dataclass(frozen=True, slots=True)
class Asked:
    """`start` is where the sign stands, in characters of the text that was looked at."""

    sign: str
    typed: str
    start: int


def asked(before: str, signs: str) -> Asked | None:
    """What the text before the caret asks for: a sign at the start of a word, and the letters from
    there to the caret."""
    for back in range(1, min(len(before), LONGEST + 1) + 1):
        at = len(before) - back
        letter = before[at]
        if letter in signs and (at == 0 or before[at - 1] in _BEFORE):
            return Asked(letter, before[at + 1 :], at)
        if letter.isspace() or letter == "\u2029":
            return None
    return None
