"""Webhooks as WhatsApp posts them, of invented people: what the tests of the channel read; and the
channel itself before a pretended Graph API."""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from workstation.channels.incoming import (
    Inbound,
    Parsed,
)
from workstation.channels.whatsapp.channel import WhatsApp
from workstation.channels.whatsapp.reading import read
from workstation.channels.whatsapp.table import read_table
from workstation.simulator.graph import GraphFake

OURS = "106540352242922"
NUMBER = "31651234567"
USER = "NL.4471982650013"
AT = 1_795_000_000
WRITER = {"profile": {"name": "Anna Bakker"}, "wa_id": NUMBER}


def message(kind: str, content: Any = None, **beside: Any) -> dict[str, Any]:
    """One message of the customer's; `beside` is what stands next to its content."""
    found = {"from": NUMBER, "id": "wamid.IN1", "timestamp": str(AT), "type": kind}
    return found | ({kind: content} if content is not None else {}) | beside


def change(field: str, phone_number_id: str = OURS, **value: Any) -> dict[str, Any]:
    metadata = {"display_phone_number": "31850000001", "phone_number_id": phone_number_id}
    known = {"messaging_product": "whatsapp", "metadata": metadata}
    return {"field": field, "value": known | value}


def body(*changes: Mapping[str, Any]) -> bytes:
    entry = {"id": "102290000000001", "time": AT, "changes": list(changes)}
    return json.dumps({"object": "whatsapp_business_account", "entry": [entry]}).encode()


def written(*messages: Any, contacts: Sequence[Mapping[str, Any]] = (WRITER,)) -> Parsed:
    """What a webhook with these messages says."""
    return parsed(change("messages", contacts=list(contacts), messages=list(messages)))


def one(*messages: Any, contacts: Sequence[Mapping[str, Any]] = (WRITER,)) -> Inbound:
    """The one message in it."""
    (found,) = written(*messages, contacts=contacts).messages
    return found


def status(state: str, **beside: Any) -> dict[str, Any]:
    found = {"id": "wamid.OUT1", "status": state, "timestamp": str(AT), "recipient_id": NUMBER}
    return found | beside


def parsed(*changes: Mapping[str, Any]) -> Parsed:
    return read(body(*changes), OURS)


def table(fake: GraphFake, **given: Any) -> dict[str, Any]:
    """The [whatsapp] table for an office that speaks to this fake."""
    accounts = fake.accounts
    return {
        "phone_number_id": accounts.phone_number_id,
        "business_account_id": accounts.whatsapp_account,
        "access_token": accounts.access_token,
        "app_secret": accounts.app_secret,
        "verify_token": accounts.verify_token,
        "base": fake.address,
    } | given


def whatsapp(
    fake: GraphFake, *, clock: Callable[[], float] = time.monotonic, **given: Any
) -> WhatsApp:
    return WhatsApp(read_table(table(fake, **given)), clock=clock)
