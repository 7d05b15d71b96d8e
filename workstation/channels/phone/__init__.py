"""The telephone. `provider` in its table says who carries the calls: a folder each.

`cti/` is our own plain interface over HTTP, onto which any provider can be mapped; `sipgate/` takes
their push, `twilio/` their voice callbacks, and `ari/` drives an Asterisk. `telephone.py` is what
they share, `asking.py` how they ask over HTTP, `stamped.py` what is kept of a post that tells no
time, `table.py` the configuration.
"""

import importlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workstation.channels.configuration import Misconfigured
from workstation.channels.port import (
    Channel,
)

PROVIDERS = ("ari", "cti", "sipgate", "twilio")


def open_channel(table: Mapping[str, Any], folder: Path) -> Channel:
    """The telephone as its table of the configuration describes it; it keeps nothing in `folder`.
    Raises Misconfigured."""
    given = dict(table)
    provider = given.pop("provider", "")
    if provider not in PROVIDERS:
        known = ", ".join(f'"{name}"' for name in PROVIDERS)
        raise Misconfigured(
            f"[phone] provider must be one of {known}.",
            f"[phone] provider moet een van deze zijn: {known}.",
        )
    room = importlib.import_module(f"workstation.channels.phone.{provider}")
    channel = room.open_provider(given)
    assert isinstance(channel, Channel)
    return channel
