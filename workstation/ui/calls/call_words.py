"""What a call says: who, what goes on, and for how long."""

from workstation.replica.rows.contact import CallRow
from workstation.rules.failures import sentence
from workstation.ui.nobody import called
from workstation.ui.panels.masking import masked
from workstation.ui.theme.pill import Tone
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate

_WISHES = ("answer", "dial", "hold", "resume", "hang_up", "transfer")


def who(call: CallRow) -> str:
    """The customer's name as far as it is known, else their number: whole while it rings, since it
    is all there is to recognise them by."""
    name = harmless_line(call.name)
    if name and not call.provisional:
        return name
    if call.state == "ringing" and call.number:
        return harmless_line(call.number)
    return number(call) or called(name, "phone")


def number(call: CallRow) -> str:
    """The number, masked like every address; "" when it was withheld."""
    return masked("phone", harmless_line(call.number)) if call.number else ""


def under(call: CallRow) -> str:
    """What is below the name: the number, or that nobody is known by it."""
    if call.provisional:
        return translate("calls", "Unknown caller")
    return number(call)


def about(call: CallRow) -> str:
    """What somebody wants to know before the first word."""
    order = harmless_line(call.order_number)
    known = (
        harmless_line(call.city),
        translate("calls", "order {number}").format(number=order) if order else "",
        _others(call.others),
    )
    return " · ".join(one for one in known if one)


def _others(count: int) -> str:
    if not count:
        return ""
    if count == 1:
        return translate("calls", "1 other open contact")
    return translate("calls", "{count} other open contacts").format(count=count)


def length(milliseconds: int) -> str:
    """ "0:48", "12:05", "1:02:09"."""
    seconds = max(0, milliseconds) // 1000
    hours, minutes = seconds // 3600, seconds % 3600 // 60
    if hours:
        return f"{hours}:{minutes:02d}:{seconds % 60:02d}"
    return f"{minutes}:{seconds % 60:02d}"


def state(call: CallRow, now: int) -> tuple[str, Tone]:
    """What goes on, with its clock."""
    match call.state:
        case "ringing":
            waits = length(now - call.started_at)
            return translate("calls", "Rings {time}").format(time=waits), "warn"
        case "dialling":
            waits = length(now - call.started_at)
            return translate("calls", "Calling {time}").format(time=waits), "accent"
        case "talking":
            talks = length(now - (call.answered_at or call.started_at))
            return translate("calls", "Talking {time}").format(time=talks), "ok"
        case "held":
            holds = length(now - (call.held_since or now))
            return translate("calls", "On hold {time}").format(time=holds), "warn"
        case _:
            ago = length(now - (call.ended_at or now))
            return translate("calls", "Wrap up {time}").format(time=ago), "accent"


def asked(call: CallRow, language: str) -> tuple[str, Tone]:
    """What was asked of the provider and not yet seen to happen, or why it did not happen."""
    if call.failure:
        return harmless_line(sentence(call.failure, language)), "bad"
    if call.wished in _WISHES:
        return translate("calls", "The telephone is asked…"), "quiet"
    return "", "quiet"


def spoken(call: CallRow, now: int, language: str) -> str:
    """All of it, for a screen reader."""
    known = about(call) if call.state == "ringing" else ""
    parts = (who(call), under(call), state(call, now)[0], asked(call, language)[0], known)
    return ", ".join(part for part in parts if part)
