"""Posts of telephone providers, invented in their documented forms: nobody's real calls."""

import hashlib
import hmac
import json
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from workstation.channels.incoming import (
    CallNews,
)
from workstation.channels.phone import open_channel
from workstation.channels.phone.twilio.signing import signature as twilio_signature
from workstation.channels.port import (
    Channel,
    Request,
)

AT = 1_795_000_000_000
NUMBER = "+31201234567"
SHOP = "+31208001000"
ACCOUNT = "AC" + "0" * 31 + "1"
TOKEN = "an invented token"
CALL = "CA" + "0" * 31 + "7"
PUBLIC = "https://desk.example.nl"
INBOUND = f"{PUBLIC}/v1/channels/phone/inbound"
SECRET = "a-secret-of-sixteen-letters-and-more"


def opened(provider: str, **given: Any) -> Channel:
    """The telephone of this provider, from its table."""
    tables: dict[str, dict[str, Any]] = {
        "cti": {"secret": SECRET, "teams": {SHOP: "Televisions"}},
        "sipgate": {"secret": SECRET, "teams": {SHOP: "Televisions"}, "agents": {"w0": "jansen"}},
        "twilio": {
            "account_sid": ACCOUNT,
            "auth_token": TOKEN,
            "number": SHOP,
            "public_url": PUBLIC,
            "agents": {"+31207770001": "jansen", "sip:smit@shop.example.nl": "smit"},
        },
        "ari": {"url": "http://127.0.0.1:8088", "username": "shop", "password": SECRET},
    }
    return open_channel({"provider": provider} | tables[provider] | given, Path())


def steps(channel: Channel, request: Request) -> tuple[CallNews, ...]:
    """What a genuine post says."""
    assert channel.is_genuine(request)
    return channel.parse(channel.wrap(request)).calls


def cti(*events: dict[str, Any]) -> bytes:
    return json.dumps({"events": [{"call": "c-1", "at": AT, **event} for event in events]}).encode()


def cti_request(body: bytes, secret: str = SECRET) -> Request:
    made = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return _request(INBOUND, body, {"x-workstation-signature": f"sha256={made}"})


def sipgate(event: str, *fields: tuple[str, str], secret: str = SECRET) -> Request:
    """A push of sipgate's: numbers come without a plus, and users as a list."""
    form = [
        ("event", event),
        ("callId", "1234567890"),
        ("origCallId", "1234567890"),
        ("direction", "in"),
        ("from", NUMBER[1:]),
        ("to", SHOP[1:]),
    ]
    given = {key for key, _ in fields}
    form = [(key, value) for key, value in form if key not in given] + list(fields)
    return _request(f"{INBOUND}/{secret}", urlencode(form).encode(), {})


def twilio(query: dict[str, str] | None = None, token: str = TOKEN, **fields: str) -> Request:
    """A voice post of Twilio's, signed."""
    form = {
        "AccountSid": ACCOUNT,
        "ApiVersion": "2010-04-01",
        "CallSid": CALL,
        "CallStatus": "ringing",
        "Direction": "inbound",
        "From": NUMBER,
        "To": SHOP,
        "CallerCountry": "NL",
    } | fields
    url = INBOUND + (f"?{urlencode(query)}" if query else "")
    signed = twilio_signature(token, url, tuple(form.items()))
    body = urlencode(form).encode()
    request = _request(url, body, {"x-twilio-signature": signed})
    return Request(
        method=request.method,
        url=url,
        query=query or {},
        headers=request.headers,
        body=body,
    )


def ari(kind: str, channel: str = "1795000000.7", **more: Any) -> bytes:
    """An event of Asterisk's."""
    name = more.pop("name", "A. Bakker")
    state = more.pop("state", "Ring")
    event = {
        "type": kind,
        "application": "workstation",
        "asterisk_id": "02:42:ac:11:00:02",
        "timestamp": more.pop("timestamp", "2026-11-18T11:06:40.000+0000"),
        "channel": {
            "id": channel,
            "name": "PJSIP/trunk-00000007",
            "state": state,
            "caller": {"name": name, "number": NUMBER},
            "connected": {"name": "", "number": ""},
            "accountcode": "",
            "dialplan": {"context": "shop", "exten": SHOP, "priority": 2},
            "creationtime": "2026-11-18T11:06:39.900+0000",
            "language": "nl",
        },
    }
    return json.dumps(event | more).encode()


def _request(url: str, body: bytes, headers: dict[str, str]) -> Request:
    return Request(method="POST", url=url, query={}, headers=headers, body=body)
