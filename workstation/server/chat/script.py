"""The script that a shop puts on its pages, put together from its parts in `resources/chat`."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from workstation.resources import resource

PARTS = ("memory.js", "line.js", "picture.js", "view.js", "chat.js")
"""In this order: what comes later leans on what comes before."""
LOOK = "look.css"
SIGNS = ("=>", "===", "!==", "&&", "||", "=", "||=", "+=", "<", ">", "*", "?", ":", "+", "-")
"""What needs no room around it, and stands in no text of ours."""
TIGHT = {"{ ": "{", " }": "}", "; ": ";", ", ": ",", ") {": "){", "if (": "if(", "for (": "for("}
"""What else says the same without its room."""


@dataclass(frozen=True, slots=True)
class Script:
    content: bytes
    etag: str


@cache
def chat_script() -> Script:
    """One function around all of it, so that the page sees none of its names."""
    look = re.sub(r"\s*([{};,])\s*", r"\1", " ".join(_lines(LOOK))).replace(": ", ":")
    parts = "\n".join(line for part in PARTS for line in _lines(part))
    parts = re.sub(r"(?<=[{(,;])\n", "", parts)
    for sign in SIGNS:
        parts = parts.replace(f" {sign} ", sign)
    for roomy, tight in TIGHT.items():
        parts = parts.replace(roomy, tight)
    text = f"(() => {{\n'use strict';\nconst LOOK = {json.dumps(look)};\n{parts}\n}})();\n"
    content = text.encode()
    return Script(content, f'"{hashlib.sha256(content).hexdigest()[:32]}"')


def _lines(name: str) -> Iterator[str]:
    """The lines of a part, without what only its readers need. Nothing in there spans lines."""
    for line in resource(f"chat/{name}").read_text(encoding="utf-8").splitlines():
        said = line.strip()
        if said and not said.startswith("//"):
            yield said
