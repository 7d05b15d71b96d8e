"""Messages for tests of a transcript: short to write, believable where nothing is said."""

from typing import Any

from tests.ui.pretend.shop import MINUTE, NOW, ident
from workstation.replica.rows.contact import AttachmentRow, MessageRow, Transcript

CONTACT = ident(1)


def said(number: int, text: str = "", **given: Any) -> MessageRow:
    """A message, a minute after the one numbered before it; inbound unless said otherwise."""
    base: dict[str, Any] = {
        "message_id": ident(number, 8),
        "direction": "inbound",
        "kind": "text",
        "author_id": None,
        "author_name": "",
        "text": text,
        "facts": {},
        "at": NOW - 10_000 * MINUTE + number * MINUTE,
        "delivery": "",
        "failure": "",
        "reply_to_id": None,
        "pending": False,
    }
    return MessageRow(**(base | given))


def ours(number: int, text: str = "", **given: Any) -> MessageRow:
    return said(number, text, **({"direction": "outbound", "delivery": "sent"} | given))


def note(number: int, text: str = "", **given: Any) -> MessageRow:
    base = {"direction": "internal", "kind": "note", "author_name": "Daan Visser"}
    return said(number, text, **(base | given))


def event(number: int, what: str, **facts: Any) -> MessageRow:
    return said(
        number,
        direction="internal",
        kind="event",
        author_name="Daan Visser",
        author_id=ident(2, 1),
        facts={"what": what, **facts},
    )


def thread(count: int, *, first: int = 1) -> tuple[MessageRow, ...]:
    """`count` messages to and fro, of very different lengths."""
    return tuple(
        (ours if number % 3 == 0 else said)(number, f"Message {number}. " * (1 + number * 7 % 23))
        for number in range(first, first + count)
    )


def stretch(messages: tuple[MessageRow, ...], *, earlier: bool = False) -> Transcript:
    return Transcript(CONTACT, messages, earlier)


def file(number: int, media_type: str = "image/png", **given: Any) -> AttachmentRow:
    base: dict[str, Any] = {
        "attachment_id": ident(number, 9),
        "sha256": f"{number:064x}",
        "size": 120_000,
        "media_type": media_type,
        "name": "photo.png",
        "width": 800,
        "height": 600,
    }
    return AttachmentRow(**(base | given))
