"""The envelope of a webhook of Meta: {"object": whose, "entry": [...]}."""

from collections.abc import Mapping
from typing import Any

import orjson

from workstation.channels.graph.fields import parts
from workstation.channels.incoming import (
    NotUnderstood,
)


def entries(body: bytes, whose: str) -> list[Mapping[str, Any]]:
    """The entries of a body about `whose` ("whatsapp_business_account", "page", "instagram").
    Raises NotUnderstood when it is not such a body at all."""
    posted = load(body)
    if not isinstance(posted, Mapping):
        raise NotUnderstood("not a JSON object")
    if posted.get("object") != whose:
        raise NotUnderstood(f"object is not {whose}")
    if not isinstance(posted.get("entry"), list):
        raise NotUnderstood("entry is not a list")
    return parts(posted, "entry")


def load(body: bytes) -> Any:
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        pass
    # The strict reader refuses lone surrogates; a customer's message with one in it still counts.
    import json

    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NotUnderstood("not JSON") from error
