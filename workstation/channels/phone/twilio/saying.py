"""What Twilio is to do with a call: short programs in TwiML."""

from collections.abc import Mapping
from urllib.parse import urlencode
from xml.sax.saxutils import escape, quoteattr

from workstation.channels.phone.twilio.table import TwilioTable

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_VOICES = {"en": "en-GB", "nl": "nl-NL"}
_SORRY = {
    "en": "Nobody can take your call right now. Please leave a message after the tone.",
    "nl": "Op dit moment kan niemand opnemen. Spreek na de toon een bericht in.",
}
NOTHING = f"{_HEAD}<Response/>"
HANG_UP = f"{_HEAD}<Response><Hangup/></Response>"
LONGEST_MESSAGE = 180
"""Seconds."""


def address(table: TwilioTable, on: str, **facts: str) -> str:
    """Where Twilio tells how something went: `on` says what it is about."""
    query = urlencode({"on": on} | {name: fact for name, fact in facts.items() if fact})
    return f"{table.public_url}/v1/channels/phone/inbound?{query}"


def wait(table: TwilioTable) -> str:
    """A caller comes in: into the queue."""
    greeting = _say(table, table.welcome) if table.welcome else ""
    queue = _tag(
        "Enqueue",
        {
            "waitUrl": address(table, "wait"),
            "waitUrlMethod": "POST",
            "action": address(table, "left"),
            "method": "POST",
        },
        "workstation",
    )
    return f"{_HEAD}<Response>{greeting}{queue}</Response>"


def while_waiting(table: TwilioTable) -> str:
    """What a caller hears in the queue, before they leave it."""
    heard = f'<Pause length="{table.ring_seconds}"/>'
    if table.music:
        heard = _tag("Play", {}, table.music) + heard
    return f"{_HEAD}<Response>{heard}<Leave/></Response>"


def nobody_came(table: TwilioTable) -> str:
    """The caller has left the queue, and may leave a message."""
    if not table.voicemail:
        return HANG_UP
    record = _tag(
        "Record",
        {
            "maxLength": str(LONGEST_MESSAGE),
            "playBeep": "true",
            "action": address(table, "said"),
            "method": "POST",
            "recordingStatusCallback": address(table, "voicemail"),
            "recordingStatusCallbackEvent": "completed",
        },
    )
    return f"{_HEAD}<Response>{_say(table, _SORRY[table.language])}{record}</Response>"


def meet(table: TwilioTable, name: str, *, call: str, first: bool) -> str:
    """Into the conference `name` about `call`: `first` is the caller, who waits in it for us."""
    wanted = {
        "beep": "false",
        "startConferenceOnEnter": "false" if first else "true",
        "endConferenceOnExit": "true",
    }
    if first:
        wanted |= {
            "statusCallback": address(table, "conference", call=call),
            "statusCallbackEvent": "join leave hold",
        }
        if table.music:
            wanted["waitUrl"] = table.music
        if table.record:
            wanted |= {
                "record": "record-from-start",
                "recordingStatusCallback": address(table, "recording", call=call),
                "recordingStatusCallbackEvent": "completed",
            }
    return f"{_HEAD}<Response><Dial>{_tag('Conference', wanted, name)}</Dial></Response>"


def _say(table: TwilioTable, text: str) -> str:
    return _tag("Say", {"language": _VOICES[table.language]}, text)


def _tag(name: str, attributes: Mapping[str, str], content: str = "") -> str:
    written = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{written}>{escape(content)}</{name}>" if content else f"<{name}{written}/>"
