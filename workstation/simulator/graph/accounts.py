"""The shop's pretended accounts with the provider, and the messages it took from us."""

import base64
import secrets
from dataclasses import dataclass, field
from typing import Any, Literal

Product = Literal["whatsapp", "messenger", "instagram"]
PRODUCTS: tuple[Product, ...] = ("whatsapp", "messenger", "instagram")


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """Invented numbers and names. Telephone numbers are of the ranges kept for fiction."""

    app_id: str = "1517776481860"
    app_secret: str = field(default="the app's secret", repr=False)
    access_token: str = field(default="the access token", repr=False)
    verify_token: str = field(default="the verify token", repr=False)
    whatsapp_account: str = "102290129340398"
    phone_number_id: str = "106540352242922"
    phone_number: str = "15550100001"
    page: str = "682498302938465"
    instagram: str = "17841405822304914"
    name: str = "Example Electronics"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A message that the provider took from us. `body` is what was posted."""

    product: Product
    id: str
    to: str
    kind: str
    text: str = ""
    reference: str = ""
    reply_to: str = ""
    files: tuple[tuple[bytes, str, str], ...] = ()
    """content, media type, name"""
    body: dict[str, Any] = field(default_factory=dict)
    at: int = 0
    """Milliseconds since the epoch."""


def message_id(product: Product) -> str:
    """An identifier of a new message, of the look that the product gives it."""
    raw = secrets.token_bytes(27)
    if product == "whatsapp":
        return "wamid." + base64.b64encode(raw).decode()
    if product == "instagram":
        return "aWdfZAG1faXRlbToxOk" + base64.b64encode(raw).decode().rstrip("=")
    return "m_" + base64.urlsafe_b64encode(raw + secrets.token_bytes(30)).decode().rstrip("=")
