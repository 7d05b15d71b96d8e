"""Why something did not happen, as a sentence in the desk's language."""

import json
from typing import Any

from workstation.replica.errors import BadLuck
from workstation.ui.words import translate


def refusal_sentence(error: Exception, language: str) -> str | None:
    """What to say of an action that did not happen: why it was refused, or which bad luck kept it
    from being written down. None for anything else: that is a fault of ours."""
    if isinstance(error, BadLuck):
        return str(error)
    code, facts = getattr(error, "code", None), getattr(error, "facts", None)
    if not isinstance(code, str) or not isinstance(facts, dict):
        return None
    return _sentence(code, facts, language)


def refusal_words(code: str, language: str, **facts: str) -> str:
    """The same for what the desk refuses by itself."""
    return _sentence(code, dict(facts), language)


def reason_sentence(reason: str, language: str) -> str:
    """The sentence of `Draft.reason`: its first line is a code, its second the facts as JSON."""
    code, facts_line, *_ = [*reason.split("\n"), ""]
    try:
        facts = json.loads(facts_line) if facts_line else {}
    except ValueError:
        facts = {}
    return not_sent(_sentence(code, facts if isinstance(facts, dict) else {}, language))


def not_sent(why: str) -> str:
    return translate("composer", "This was not sent. {why}").format(why=why)


def _sentence(code: str, facts: dict[str, Any], language: str) -> str:
    from workstation.wire.refusals import sentence

    return sentence(code, {key: str(value) for key, value in facts.items()}, language)
