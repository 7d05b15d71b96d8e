"""What happened on a contact, as a sentence: one for each thing that can happen."""

from collections.abc import Callable
from typing import Final

from workstation.replica.rows.contact import MessageRow
from workstation.ui.contact.names import Names
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.transcript.shapes.call_card import length_words
from workstation.ui.transcript.shapes.facts import number, text
from workstation.ui.words import QT_TRANSLATE_NOOP, translate

TAKEN: Final = QT_TRANSLATE_NOOP("transcript", "{who} took this contact")

EVENTS: Final = {
    "claimed": TAKEN,
    "released": QT_TRANSLATE_NOOP("transcript", "{who} gave this contact back to the team"),
    "assigned": QT_TRANSLATE_NOOP("transcript", "{who} gave this contact to {name}"),
    "transferred": QT_TRANSLATE_NOOP("transcript", "{who} moved this contact to {team}"),
    "snoozed": QT_TRANSLATE_NOOP("transcript", "{who} snoozed this contact until {moment}"),
    "reopened": QT_TRANSLATE_NOOP("transcript", "{who} reopened this contact"),
    "linked": QT_TRANSLATE_NOOP("transcript", "{who} linked this contact to a customer"),
    "identified": QT_TRANSLATE_NOOP("transcript", "{who} noted who this customer is"),
    "wrapped_up": QT_TRANSLATE_NOOP("transcript", "{who} wrapped up: {reason}"),
    "woke": QT_TRANSLATE_NOOP("transcript", "This contact came back"),
    "merged": QT_TRANSLATE_NOOP("transcript", "{who} joined {one} and {other}: one customer"),
    "unmerged": QT_TRANSLATE_NOOP("transcript", "{who} took {one} and {other} apart again"),
    "recognised": QT_TRANSLATE_NOOP("transcript", "Recognised as {customer}, {proof}"),
    "address_changed": QT_TRANSLATE_NOOP(
        "transcript", "The customer's address changed from {before} to {after}"
    ),
    "window_closing": QT_TRANSLATE_NOOP(
        "transcript", "Answering freely ends at {moment}, and the customer waits"
    ),
    "told_over_ceiling": QT_TRANSLATE_NOOP(
        "transcript", "It is busy: the customer was told kindly, and offered another way"
    ),
    "call": QT_TRANSLATE_NOOP("transcript", "Telephone call, {length}"),
    "missed": QT_TRANSLATE_NOOP("transcript", "Missed call"),
}
"""By `facts["what"]`. Who and what is filled in after translating."""

SOMETHING: Final = QT_TRANSLATE_NOOP("transcript", "{who} changed something")
REOPENED: Final = QT_TRANSLATE_NOOP("transcript", "This contact was taken up again")
APART: Final = QT_TRANSLATE_NOOP(
    "transcript",
    "The customer's address changed from {before} to {after}, which somebody else has already",
)


def event_words(
    message: MessageRow,
    names: Names | None,
    who: str,
    customer: str,
    *,
    moment: Callable[[int], str],
) -> str:
    """The sentence. `moment` says a time in milliseconds since the epoch."""
    facts = message.facts
    what = text(facts, "what")
    sentence = EVENTS.get(what, SOMETHING)
    if what == "assigned" and names and facts.get("agent_id") == message.author_id:
        sentence = TAKEN
    elif what == "reopened" and message.author_id is None:
        sentence = REOPENED
    elif what == "address_changed" and facts.get("apart"):
        sentence = APART
    until = number(facts, "until")
    seconds = number(facts, "seconds")
    return translate("transcript", sentence).format(
        who=who,
        name=names.agent(facts.get("agent_id")) if names else "?",
        team=names.team(facts.get("team_id")) if names else "?",
        reason=(names.reason_path(facts.get("reason_id")) if names else "") or "…",
        customer=customer,
        one=harmless_line(text(facts, "one")) or "?",
        other=harmless_line(text(facts, "other")) or "?",
        proof=_proof(text(facts, "proof")),
        before=harmless_line(text(facts, "before")) or "?",
        after=harmless_line(text(facts, "after")) or "?",
        moment=moment(int(until)) if until is not None else "?",
        length=length_words(round(seconds * 1000)) if seconds is not None else "?",
    )


def _proof(proof: str) -> str:
    match proof:
        case "token":
            return translate("transcript", "signed in at the shop")
        case "verified_mail":
            return translate("transcript", "by their verified mail address")
        case "order":
            return translate("transcript", "by their order number")
        case "provider":
            return translate("transcript", "as the provider says")
        case _:
            return translate("transcript", "by what we know of them")
