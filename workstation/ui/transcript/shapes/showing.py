"""What of a message is shown: its text, and everything around it that is not text."""

from collections import Counter

from workstation.replica.rows.contact import MessageRow
from workstation.ui.contact.names import Names
from workstation.ui.transcript.shapes.call_card import call_card
from workstation.ui.transcript.shapes.card import Shown
from workstation.ui.transcript.shapes.cards import cards_of
from workstation.ui.transcript.shapes.facts import number, part, parts, text
from workstation.ui.transcript.shapes.marks import marks_above, marks_below

MOST_EMOJI = 8
LONGEST_EMOJI = 12
"""Characters: a family of four with skin colours has eleven."""


def shown(
    message: MessageRow, names: Names | None, language: str, subject: str, *, unfolded: bool = False
) -> Shown:
    """`subject` is the contact's; `unfolded` shows what a mail repeats of earlier ones, and the
    number of a call."""
    if message.deleted_at is not None:
        return Shown(above=marks_above(message, subject))
    if message.kind == "call":
        went_on = any(text(one, "how") == "forwarded" for one in parts(message.facts, "steps"))
        card = call_card(message.call, names, language, whole=unfolded, went_on=went_on)
        return Shown(message.text, cards=(card,), below=marks_below(message, language))
    if is_plain(message):
        return Shown(message.text)
    written, earlier = message.text, False
    kept = number(message.facts, "folded")
    if kept is not None and 0 <= kept < len(written):
        earlier = True
        if not unfolded:
            written = written[: int(kept)].rstrip()
    cards = cards_of(message, language)
    if cards and _is_said(message):
        written = ""
    return Shown(
        text=written,
        earlier=earlier,
        above=marks_above(message, subject),
        cards=cards,
        below=marks_below(message, language),
        reactions=_reactions(message),
    )


def is_plain(message: MessageRow) -> bool:
    """Whether there is nothing to it but text and files that are here, as most are."""
    return not (message.facts or message.failure or message.deleted_at or message.call) and all(
        file.state == "ready" for file in message.attachments
    )


def _is_said(message: MessageRow) -> bool:
    """Whether its card says all of the text already: the button's label is the text too."""
    facts = message.facts
    return text(facts, "shape") == "choice" and text(facts, "label") == message.text


def _reactions(message: MessageRow) -> tuple[tuple[str, int], ...]:
    counted: Counter[str] = Counter()
    for one in part(message.facts, "reactions").values():
        emoji = one.get("emoji") if isinstance(one, dict) else None
        if isinstance(emoji, str) and emoji.strip():
            counted[emoji[:LONGEST_EMOJI]] += 1
    return tuple(counted.most_common(MOST_EMOJI))
