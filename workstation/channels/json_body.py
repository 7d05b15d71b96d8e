"""A posted body as JSON, whatever characters customers managed to write into it."""

import json
from typing import Any

import orjson

from workstation.channels.incoming import NotUnderstood
from workstation.rules.failures import coded


def load(body: bytes) -> Any:
    """The value in it. Raises NotUnderstood."""
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        pass
    # The strict reader refuses lone surrogates; a customer's message with one in it still counts.
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NotUnderstood(coded("arrival.not_json")) from error
