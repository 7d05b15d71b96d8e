"""Why a message did not arrive, as one sentence that says what happened and what to do next.

A failure is kept as a code, "whatsapp.131047": the channel, and what the provider calls it. Facts
that its sentence names follow as JSON: `arrival.some {"count": 2}`. One module a channel holds its
table: a code, and its sentence in English and in Dutch. `graph` holds what all channels of Meta
share.
"""

import json
from collections.abc import Mapping

import workstation.rules.failures.arrivals as of_arrivals
import workstation.rules.failures.chat as of_chat
import workstation.rules.failures.email as of_email
import workstation.rules.failures.graph as of_graph
import workstation.rules.failures.lines as of_lines
import workstation.rules.failures.office as of_the_office
import workstation.rules.failures.phone as of_phone
import workstation.rules.failures.social as of_social
import workstation.rules.failures.whatsapp as of_whatsapp

Sentences = Mapping[str, tuple[str, str]]

TABLES: Mapping[str, Sentences] = {
    "office": of_the_office.SENTENCES,
    "arrival": of_arrivals.SENTENCES,
    "line": of_lines.SENTENCES,
    "graph": of_graph.SENTENCES,
    "whatsapp": of_whatsapp.SENTENCES,
    "messenger": of_social.MESSENGER,
    "instagram": of_social.INSTAGRAM,
    "phone": of_phone.SENTENCES,
    "email": of_email.SENTENCES,
    "chat": of_chat.SENTENCES,
}
"""By channel; a new channel's table is added here."""


SHARED: Mapping[str, str] = dict.fromkeys(("whatsapp", "messenger", "instagram"), "graph")
"""Whose table holds what a channel's own does not."""


def coded(code: str, /, **facts: str | int) -> str:
    """A code with its facts, as one line of text to keep."""
    return f"{code} {json.dumps(facts, ensure_ascii=False)}" if facts else code


def known(kept: str) -> bool:
    """Whether there is a sentence for this code."""
    return _find(kept.partition(" ")[0]) is not None


def sentence(kept: str, language: str) -> str:
    """The sentence of a code in English ("en") or Dutch ("nl"). What is no code of ours is a
    sentence itself already, and stays as it is."""
    code, _, facts = kept.partition(" ")
    found = _find(code)
    if found is None:
        return kept
    said = found[1] if language == "nl" else found[0]
    return said.format_map(_facts(facts)).strip() if "{" in said else said


def of_a_line(kept: str, language: str) -> str:
    """The same where it is said of a line: what to do about a message is left out."""
    said = sentence(kept, language)
    if kept.startswith("line.") or not known(kept):
        return said
    return said.partition(". ")[0].rstrip(".") + "."


class _Facts(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"


def _facts(written: str) -> _Facts:
    try:
        facts = json.loads(written)
    except ValueError:  # cut off on its way
        return _Facts()
    return _Facts({k: str(v) for k, v in facts.items()} if isinstance(facts, dict) else {})


def _find(code: str) -> tuple[str, str] | None:
    channel, _, name = code.partition(".")
    shared = SHARED.get(channel, "")
    return TABLES.get(channel, {}).get(name) or TABLES.get(shared, {}).get(name)
