"""MAIL SLOTS: how messages of each channel come in and go out. `port.py` is what a channel must
offer; a folder a channel; `console/` is the one to copy.

How to add one: copy `console/`, give the folder's `__init__` an `open_channel(table, folder)` that
makes the channel from its table of the configuration (raising `Misconfigured`), and name it in
`OPENED`. The contract test over all channels then holds it to the port.
"""

import importlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workstation.channels.closed import Closed
from workstation.channels.configuration import Misconfigured
from workstation.channels.console.channel import Console
from workstation.channels.port import (
    Channel,
)
from workstation.models import CHANNELS

OPENED: dict[str, str] = {
    "chat": "workstation.channels.chat",
    "email": "workstation.channels.email",
    "instagram": "workstation.channels.instagram",
    "messenger": "workstation.channels.messenger",
    "phone": "workstation.channels.phone",
    "whatsapp": "workstation.channels.whatsapp",
}
"""The room of each channel that has a real provider. Loaded when the shop has configured it."""
CONSOLE = "console"


def open_channels(
    folder: Path, configuration: Mapping[str, Mapping[str, Any]] | None = None
) -> Mapping[str, Channel]:
    """Every channel by name. `folder` is where one may keep what is its own.

    Without a configuration, or with one that has a table for it, the console plays each channel
    that is not configured; else those are closed. Raises Misconfigured.
    """
    plays = configuration is None or CONSOLE in configuration
    other: Channel = Console(folder / CONSOLE) if plays else Closed()
    found: dict[str, Channel] = dict.fromkeys(CHANNELS, other)
    for name, table in (configuration or {}).items():
        if name == CONSOLE:
            continue
        if name not in OPENED:
            known = ", ".join(sorted([*OPENED, CONSOLE]))
            raise Misconfigured(
                f"There is no channel {name}. There are: {known}.",
                f"Er is geen kanaal {name}. Er zijn: {known}.",
            )
        found[name] = importlib.import_module(OPENED[name]).open_channel(table, folder / name)
    return found
