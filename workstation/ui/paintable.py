"""Text from anywhere, made fit for Qt to paint without changing what was written."""

import re
from typing import Final

_MARK: Final = "\ufdd0"
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_BREAKS: Final = re.compile(r"[\r\n\t\u2028\u2029]+")


def paintable(text: str) -> str:
    """What was written, with a sign where a character cannot be painted: Qt takes no lone
    surrogates, and control characters would paint as nothing."""
    if text.isascii() and text.isprintable():
        return text
    if _MARK in text:
        # Here and not above: the models bring SQLAlchemy, which the first paint can do without.
        from workstation.models.text import shown

        text = shown(text)
    text = _SURROGATE.sub("\ufffd", text)
    return _CONTROL.sub(lambda found: chr(0x2400 + ord(found.group())), text)


def paintable_line(text: str) -> str:
    """The same on one line."""
    return paintable(_BREAKS.sub(" ", text))
