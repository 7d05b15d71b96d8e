"""One of everything that a message can be, for tests that must hold for all of it."""

from dataclasses import replace
from typing import Any

from tests.ui.pretend.shop import NOW, ident
from tests.ui.spoken import file, ours, said
from workstation.replica.rows.contact import CallRow, MessageRow


def call(nth: int, **given: Any) -> CallRow:
    """A call of 3:56 that a customer made and Sanne answered."""
    base: dict[str, Any] = {
        "call_id": ident(nth, 8),
        "contact_id": ident(1),
        "inbound": True,
        "number": "+31655550123",
        "state": "ended",
        "outcome": "answered",
        "agent_id": ident(1, 1),
        "started_at": NOW,
        "answered_at": NOW + 9_000,
        "held_since": None,
        "held_ms": 0,
        "ended_at": NOW + 9_000 + 236_000,
        "wished": "",
        "failure": "",
    }
    return CallRow(**(base | given))


def rung(nth: int, **given: Any) -> MessageRow:
    """A call as it stands in the transcript."""
    made = call(nth, **given)
    direction = "inbound" if made.inbound else "outbound"
    return said(nth, kind="call", direction=direction, call=made)


def sound(number: int, role: str = "voice", **given: Any) -> Any:
    return file(number, **({"media_type": "audio/ogg", "name": "", "role": role} | given))


LOCATION = {"shape": "location", "latitude": 52.0907, "longitude": 5.1214, "name": "Neude",
            "address": "Neude 11, Utrecht"}  # fmt: skip
PEOPLE = {"shape": "contacts", "people": [{"name": "Mila Lens", "numbers": ["+31655550111"],
          "addresses": ["mila@example.nl"]}]}  # fmt: skip
ORDER = {"shape": "order", "note": "", "items": [
    {"code": "LUM-55", "quantity": 1, "price": 119900, "currency": "EUR"},
    {"code": "HDMI-2M", "quantity": 2, "price": 1995, "currency": "EUR"},
]}  # fmt: skip
REFERRAL = {"referral": {"headline": "Lumea", "body": "Now with a soundbar", "source": "ad",
            "link": "https://example.com/lumea"}}  # fmt: skip
PAGE = {"page": {"link": "https://example.com/tv", "title": "Televisions"}}

EVERYTHING: dict[str, MessageRow] = {
    "location": said(1, facts=LOCATION),
    "contacts": said(1, facts=PEOPLE),
    "order": said(1, "By Saturday?", facts=ORDER),
    "button": said(1, "Yes", facts={"shape": "choice", "label": "Yes", "of": "button"}),
    "list": said(1, "A", facts={"shape": "choice", "label": "A", "of": "list", "detail": "9-12"}),
    "form": said(1, facts={"shape": "form", "answers": {"Floor": "2", "Lift": "no"}}),
    "story reply": said(1, "Nice", facts={"shape": "story", "of": "reply",
                                          "link": "https://example.com/s"}),
    "story mention": said(1, facts={"shape": "story", "of": "mention", "link": ""}),
    "product": said(1, "White?", facts={"shape": "product", "code": "LUM-55", "name": "Lumea"}),
    "unsupported": said(1, facts={"shape": "unsupported", "what": "poll"}),
    "unsupported, ours": ours(1, facts={"shape": "unsupported", "what": "button"}),
    "call permission": said(1, "accept", facts={"shape": "choice", "label": "accept",
                                                "of": "call_permission"}),
    "form without questions": said(1, facts={"shape": "form", "answers": {}}),
    "empty mail": said(1, facts={"subject": "Please call me", "to": ["help@example.nl"]}),
    "broken mail": said(1, facts={"shape": "unsupported", "what": "mail"}),
    "sealed mail": said(1, facts={"shape": "unsupported", "what": "encrypted mail"}),
    "template": ours(1, "Hello", facts={"shape": "template", "name": "hello", "language": "en"}),
    "referral": said(1, "Hi", facts=REFERRAL),
    "page": said(1, "Hi", facts=PAGE),
    "forwarded": said(1, "Look", facts={"forwarded": "often"}),
    "automatic": said(1, "I am away", facts={"automatic": True}),
    "elsewhere": ours(1, "Hi", facts={"via": "instagram"}),
    "quoted": said(1, "Yes", facts={"quoted": {"text": "Shall we?", "name": "Sanne"}}),
    "reactions": said(1, "Hi", facts={"reactions": {"a": {"emoji": "👍", "at": 1},
                                                    "b": {"emoji": "👍", "at": 2},
                                                    "c": {"emoji": "", "at": 3}}}),
    "refused": said(1, "Here", facts={"files_refused": ["virus.exe"]}),
    "edited": said(1, "Hi", edited_at=NOW),
    "deleted": said(1, deleted_at=NOW, attachments=(file(1, state="failed", sha256=""),)),
    "failed": ours(1, "Hi", delivery="failed", failure="whatsapp.131047"),
    "waits": ours(1, "Hi", delivery="queued", send_at=NOW + 4_000),
    "mail": said(1, "New\n\nOld", facts={"folded": 4, "subject": "Other", "to": ["a@example.nl",
                 "b@example.nl"], "cc": ["c@example.nl"]},
                 attachments=(file(1, "text/html", role="html"),
                              file(2, "message/rfc822", role="original", name="mail.eml"))),
    "sticker": said(1, attachments=(file(1, "image/webp", role="sticker", width=300, height=300),)),
    "voice": said(1, attachments=(sound(1),)),
    "film": said(1, attachments=(file(1, "video/mp4", name="flicker.mp4"),)),
    "fetching": said(1, attachments=(file(1, state="fetching", sha256="", width=None),)),
    "not fetched": said(1, attachments=(file(1, "application/pdf", state="failed", sha256="",
                                             name="bill.pdf", failure="whatsapp.131052"),)),
    "call that went on": replace(
        rung(1, state="ended", outcome="missed", answered_at=None, agent_id=None),
        facts={"steps": [{"step": "ended", "at": 1, "agent": "", "how": "forwarded"}]},
    ),
    "call": rung(1, held_ms=41_000),
    "missed": rung(1, outcome="missed", answered_at=None, agent_id=None),
    "busy": rung(1, outcome="busy", answered_at=None, inbound=False),
    "ringing": rung(1, state="ringing", outcome="", answered_at=None, ended_at=None, number=""),
    "call unknown": said(1, kind="call"),
}  # fmt: skip
