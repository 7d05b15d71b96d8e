"""What WhatsApp says became of a message that we sent."""

from collections.abc import Mapping
from typing import Any

from workstation.channels.graph.faults import name_of
from workstation.channels.graph.fields import moment, part, parts, text
from workstation.channels.incoming import (
    DeliveryNews,
)
from workstation.channels.whatsapp.sending import whose
from workstation.models.message import DeliveryState
from workstation.models.text import one_line
from workstation.rules.failures import coded

_STATES: Mapping[str, DeliveryState] = {
    "sent": "sent",
    "delivered": "delivered",
    "read": "read",
    "played": "read",
    "failed": "failed",
}


def delivery_news(status: Mapping[str, Any]) -> DeliveryNews | None:
    """None for a state that says nothing about its way to the customer, and when only a part of it
    has got further: a part that failed is the message's failure."""
    identifier = text(status, "id")
    state = _STATES.get(text(status, "status").lower())
    reference, last = whose(text(status, "biz_opaque_callback_data"))
    if not identifier or state is None or not (last or state == "failed"):
        return None
    return DeliveryNews(
        provider_id=identifier,
        state=state,
        at=moment(status, "timestamp"),
        reference=reference or None,
        reason=reason_of(status) if state == "failed" else "",
    )


def reason_of(failed: Mapping[str, Any]) -> str:
    """Why: the name of an error in `rules/failures`, or what WhatsApp itself says of it."""
    errors = parts(failed, "errors")
    if not errors:
        return ""
    name = name_of("whatsapp", text(errors[0], "code"))
    # What is kept fits a column, also with what JSON makes of odd letters.
    return name or coded("line.account_alert", said=one_line(told_of(errors[0]), 100).rstrip("."))


def told_of(error: Mapping[str, Any]) -> str:
    """What WhatsApp itself says of an error."""
    said = text(part(error, "error_data"), "details") or text(error, "message")
    code = text(error, "code")
    told = said or text(error, "title") or "an error without a name"
    return f"{told} (error {code})" if code else told
