"""The small sentences around a message: forwarded, by itself, written elsewhere, not delivered."""

import re

from workstation.replica.rows.contact import MessageRow
from workstation.rules.failures import sentence
from workstation.ui.theme.channel import channel_name
from workstation.ui.transcript.shapes.card import Mark
from workstation.ui.transcript.shapes.facts import text, texts
from workstation.ui.words import translate

_ANSWER = re.compile(r"^\s*((re|fwd?|aw|antw|betr|doorst)\s*(\[\d+\])?\s*:\s*)+", re.IGNORECASE)


def marks_above(message: MessageRow, subject: str) -> tuple[Mark, ...]:
    """`subject` is the contact's: a mail's own is said only where it differs."""
    if message.deleted_at is not None:
        return (Mark(translate("transcript", "This message was taken back"), "faint", "trash"),)
    facts = message.facts
    if not facts:
        return ()
    marks = []
    if facts.get("forwarded") == "often":
        marks.append(Mark(translate("transcript", "Forwarded many times"), icon="transfer"))
    elif facts.get("forwarded"):
        marks.append(Mark(translate("transcript", "Forwarded"), icon="transfer"))
    # What somebody did without a word (they followed a link) is no machine's answer.
    if facts.get("automatic") and message.text:
        marks.append(Mark(_automatic(message), icon="sync"))
    if text(facts, "shape") == "template":
        named = text(facts, "name")
        words = translate("transcript", "Template {name}").format(name=named)
        marks.append(Mark(words.strip(), icon="note"))
    if "via" in facts:
        marks.append(Mark(_via(text(facts, "via")), icon="outbox"))
    return (*marks, *_letterhead(message, subject))


def marks_below(message: MessageRow, language: str) -> tuple[Mark, ...]:
    marks = []
    refused = texts(message.facts, "files_refused") if message.facts else []
    if refused:
        words = translate("transcript", "Not taken in, for its kind or size: {names}")
        marks.append(Mark(words.format(names=", ".join(refused[:8])), "warn", "warning"))
    given = texts(message.facts, "addresses") if message.facts else []
    if given:
        words = translate("transcript", "Gave an address to answer to: {names}")
        marks.append(Mark(words.format(names=_some(given)), "muted", "link"))
    causes = (f.failure for f in message.attachments if f.state == "failed" and f.failure)
    marks += [Mark(sentence(one, language), "warn", "warning") for one in dict.fromkeys(causes)]
    if message.delivery == "failed" and message.failure:
        marks.append(Mark(sentence(message.failure, language), "bad", "warning"))
    return tuple(marks)


def without_answer_words(subject: str) -> str:
    """A subject without the "Re:" and "Fwd:" in front."""
    return _ANSWER.sub("", subject).strip()


def _letterhead(message: MessageRow, subject: str) -> tuple[Mark, ...]:
    facts = message.facts
    marks = []
    own = text(facts, "subject")
    is_empty = not message.text.strip() and not message.attachments and not text(facts, "shape")
    known = without_answer_words(own).casefold() == without_answer_words(subject).casefold()
    if own and (is_empty or not known):
        words = translate("transcript", "Subject: {subject}")
        marks.append(Mark(words.format(subject=without_answer_words(own)), "muted"))
    to, copies = texts(facts, "to"), texts(facts, "cc")
    if is_empty and (own or to):
        marks.append(Mark(translate("transcript", "Nothing is written in this mail"), "muted"))
    if len(to) > 1:
        marks.append(Mark(translate("transcript", "To: {names}").format(names=_some(to)), "muted"))
    if copies:
        words = translate("transcript", "Copy to: {names}")
        marks.append(Mark(words.format(names=_some(copies)), "muted"))
    return tuple(marks)


def _some(names: list[str]) -> str:
    """The first few, and how many more."""
    more = f" +{len(names) - 4}" if len(names) > 4 else ""
    return ", ".join(names[:4]) + more


def _automatic(message: MessageRow) -> str:
    if text(message.facts, "what") == "told_over_ceiling":
        return translate("transcript", "Sent by itself, because it is busy")
    if message.direction != "inbound":
        return translate("transcript", "Sent by itself")
    return translate("transcript", "Automatic answer: nobody waits")


def _via(where: str) -> str:
    if not where or where.startswith("app "):
        return translate("transcript", "Written outside of Workstation")
    named = translate("transcript", "a mail program") if where == "mail" else channel_name(where)
    return translate("transcript", "Written outside of Workstation, in {where}").format(where=named)
