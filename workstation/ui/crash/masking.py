"""Taking out of a text what may be about a person or be a secret; what it leaves is for engineers.

It takes out too much rather than too little: whatever stands in quotes is gone, for that is where
programs put what people wrote.
"""

import re
from pathlib import Path
from typing import Final

HIDDEN: Final = "[…]"
_RULES: Final = (
    # What is quoted, over lines too, as `repr` and messages of errors do.
    re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|(?<![A-Za-z])'(?:[^'\\\n]|\\.)*'|“[^”]*”|‘[^’]*’"),
    # Addresses, of mail and of places on a network, with all that follows in them.
    re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://\S+"),
    re.compile(r"[^\s<>()\[\]]+@[^\s<>()\[\]]+"),
    # Keys, tokens, sums, ids: long runs of letters and digits that have digits in them.
    re.compile(r"\b(?=[A-Za-z_-]*\d)[A-Za-z0-9_-]{16,}={0,2}"),
    # Whatever a word for a secret introduces.
    re.compile(r"(?i)\b(bearer|password|passphrase|token|secret|key|authorization)\b\s*[:=]\s*\S+"),
    # Numbers that are called, or that stand on a bill.
    re.compile(r"\+?\d(?:[ ./()-]?\d){5,}"),
)
_PLACE: Final = re.compile(r'^\s*File "(?P<path>[^"\n]*)", line (?P<line>\d+)(?P<rest>.*)$')


def masked(text: str) -> str:
    """The text, line by line, without what may be somebody's."""
    return "\n".join(_line(line) for line in text.splitlines())


def _line(line: str) -> str:
    place = _PLACE.match(line)
    if place is not None:
        # Where in a program: its folders may say whose computer it is, so the last two suffice.
        path = "/".join(Path(place["path"].replace("\\", "/")).parts[-3:])
        return f"  {path}:{place['line']}{_words(place['rest'])}"
    return _words(line)


def _words(text: str) -> str:
    for rule in _RULES:
        text = rule.sub(HIDDEN, text)
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text
