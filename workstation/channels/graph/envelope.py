"""The envelope of a webhook of Meta: {"object": whose, "entry": [...]}."""

from collections.abc import Mapping
from typing import Any

from workstation.channels.graph.fields import parts
from workstation.channels.incoming import (
    NotUnderstood,
)
from workstation.channels.json_body import load


def entries(body: bytes, whose: str) -> list[Mapping[str, Any]]:
    """The entries of a body about `whose` ("whatsapp_business_account", "page", "instagram").
    Raises NotUnderstood when it is not such a body at all."""
    posted = load(body)
    if isinstance(posted, list) and len(posted) == 1:
        posted = posted[0]  # so it stands in Meta's examples
    if not isinstance(posted, Mapping):
        raise NotUnderstood("not a JSON object")
    if posted.get("object") != whose:
        raise NotUnderstood(f"object is not {whose}")
    if not isinstance(posted.get("entry"), list):
        raise NotUnderstood("entry is not a list")
    return parts(posted, "entry")
