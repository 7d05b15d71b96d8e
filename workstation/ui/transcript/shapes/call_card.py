"""A telephone call in a sentence and a line: which way, what came of it, how long, with whom."""

from workstation.replica.rows.contact import CallRow
from workstation.rules.failures import sentence
from workstation.ui.contact.moments import clock
from workstation.ui.contact.names import Names
from workstation.ui.panels.masking import masked
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.transcript.shapes.card import Card, CardLine
from workstation.ui.words import translate


def length_words(milliseconds: int) -> str:
    """ "3:56", and "1:03:56" from an hour on."""
    seconds = max(0, milliseconds) // 1000
    hours, rest = divmod(seconds, 3600)
    if hours:
        return f"{hours}:{rest // 60:02d}:{rest % 60:02d}"
    return f"{rest // 60}:{rest % 60:02d}"


def call_card(
    call: CallRow | None,
    names: Names | None,
    language: str,
    *,
    whole: bool = False,
    went_on: bool = False,
) -> Card:
    """`whole` shows the number as it is: somebody asked for it. `went_on` says that nobody took it
    where it rang first, and it went on elsewhere as a further call."""
    if call is None:
        return Card("phone", translate("transcript", "Telephone call"))
    agent = names.agent(call.agent_id) if names is not None and call.agent_id else ""
    lines = []
    detail = _detail(call, "" if agent == "?" else agent)
    if detail:
        lines.append(CardLine(detail, "muted"))
    if call.number:
        number = harmless_line(call.number)
        lines.append(
            CardLine(number, "muted", copy=call.number)
            if whole
            else CardLine(masked("phone", number), "muted", reveals=call.number)
        )
    elif call.inbound:
        lines.append(CardLine(translate("transcript", "The number was withheld"), "muted"))
    if call.failure:
        lines.append(CardLine(sentence(call.failure, language), "bad"))
    is_elsewhere = went_on and call.state == "ended" and call.outcome == "missed"
    title = translate("transcript", "Rang, and went on to another telephone")
    return Card("phone", title if is_elsewhere else _title(call), tuple(lines))


def _title(call: CallRow) -> str:
    if call.state != "ended":
        match call.state:
            case "ringing":
                return translate("transcript", "It rings")
            case "dialling":
                return translate("transcript", "Calling…")
            case "held":
                return translate("transcript", "Call on hold")
            case "talking":
                return translate("transcript", "On the line since {time}").format(
                    time=clock(call.answered_at or call.started_at)
                )
    if call.outcome == "answered" and call.answered_at is not None:
        lasted = length_words((call.ended_at or call.answered_at) - call.answered_at)
        words = (
            translate("transcript", "They called, {length}")
            if call.inbound
            else translate("transcript", "We called, {length}")
        )
        return words.format(length=lasted)
    if call.inbound:
        match call.outcome:
            case "voicemail":
                return translate("transcript", "They left a voicemail")
            case "busy":
                return translate("transcript", "They called while we were busy")
            case "cancelled":
                return translate("transcript", "They hung up before we answered")
            case "failed":
                return translate("transcript", "Their call did not come through")
        return translate("transcript", "Missed call")
    match call.outcome:
        case "voicemail":
            return translate("transcript", "We reached their voicemail")
        case "busy":
            return translate("transcript", "We called, they were busy")
        case "cancelled":
            return translate("transcript", "We hung up before they answered")
        case "failed":
            return translate("transcript", "Our call did not come through")
    return translate("transcript", "We called, nobody answered")


def _detail(call: CallRow, agent: str) -> str:
    parts = []
    if agent and call.answered_at is not None:
        parts.append(translate("transcript", "with {name}").format(name=agent))
    elif agent and call.state == "ringing":
        parts.append(translate("transcript", "at {name}").format(name=agent))
    elif agent and not call.inbound:
        parts.append(agent)
    if call.outcome == "answered" and call.held_ms >= 1000:
        held = translate("transcript", "{length} on hold")
        parts.append(held.format(length=length_words(call.held_ms)))
    return " · ".join(parts)
