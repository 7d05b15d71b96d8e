"""Why a message did not arrive, as one sentence that says what happened and what to do next.

A failure is kept as a code, "whatsapp.131047": the channel, and what the provider calls it. One
module a channel holds its table: a code, and its sentence in English and in Dutch. `graph` holds
what all channels of Meta share.
"""

from collections.abc import Mapping

import workstation.rules.failures.chat as of_chat
import workstation.rules.failures.email as of_email
import workstation.rules.failures.graph as of_graph
import workstation.rules.failures.office as of_the_office
import workstation.rules.failures.phone as of_phone
import workstation.rules.failures.social as of_social
import workstation.rules.failures.whatsapp as of_whatsapp

Sentences = Mapping[str, tuple[str, str]]

TABLES: Mapping[str, Sentences] = {
    "office": of_the_office.SENTENCES,
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


def known(code: str) -> bool:
    """Whether there is a sentence for this code."""
    return _find(code) is not None


def sentence(code: str, language: str) -> str:
    """The sentence of a code in English ("en") or Dutch ("nl"). What is no code of ours is a
    sentence itself already, and stays as it is."""
    found = _find(code)
    if found is None:
        return code
    return found[1] if language == "nl" else found[0]


def _find(code: str) -> tuple[str, str] | None:
    channel, _, name = code.partition(".")
    shared = SHARED.get(channel, "")
    return TABLES.get(channel, {}).get(name) or TABLES.get(shared, {}).get(name)
