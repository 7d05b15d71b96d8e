"""Invented webhooks of Messenger and Instagram, one of each documented kind."""

import json
from typing import Any

from workstation.channels.incoming import (
    Parsed,
)
from workstation.channels.instagram import open_channel as open_instagram
from workstation.channels.messenger import open_channel as open_messenger
from workstation.channels.port import (
    Channel,
)

PAGE = "682498302938465"
INSTAGRAM = "17841405822304914"
ANNA = "6543217890123456"
AT = 1_795_000_000_123
CDN = "https://scontent.xx.fbcdn.net/v/t1/"
LOOKASIDE = "https://lookaside.fbsbx.com/ig_messaging_cdn/?asset_id=1&signature=x"
TABLE: dict[str, Any] = {
    "page_id": PAGE,
    "access_token": "the access token",
    "app_secret": "the app's secret",
    "verify_token": "the verify token",
    "app_id": "1517776481860",
}


def messenger(**given: Any) -> Channel:
    from pathlib import Path

    return open_messenger(TABLE | given, Path())


def instagram(**given: Any) -> Channel:
    from pathlib import Path

    return open_instagram(TABLE | {"instagram_id": INSTAGRAM} | given, Path())


def event(from_: str = ANNA, to: str = PAGE, at: Any = AT, **told: Any) -> dict[str, Any]:
    return {"sender": {"id": from_}, "recipient": {"id": to}, "timestamp": at, **told}


def body(*events: dict[str, Any], whose: str = "page", under: str = "messaging") -> bytes:
    ours = PAGE if whose == "page" else INSTAGRAM
    entry = {"id": ours, "time": AT + 500, under: list(events)}
    return json.dumps({"object": whose, "entry": [entry]}).encode()


def on_messenger(*events: dict[str, Any], under: str = "messaging") -> Parsed:
    return messenger().parse(body(*events, under=under))


def on_instagram(*events: dict[str, Any], under: str = "messaging") -> Parsed:
    return instagram().parse(body(*events, whose="instagram", under=under))


def message(**told: Any) -> dict[str, Any]:
    return event(message={"mid": "m_1", **told})


def attachment(kind: str, **payload: Any) -> dict[str, Any]:
    return message(attachments=[{"type": kind, "payload": payload}])
