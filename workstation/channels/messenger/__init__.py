"""Messenger: the conversations of the shop's Facebook page. What it shares with Instagram is in
`channels/social`."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workstation.channels.messenger.channel import Messenger
from workstation.channels.port import (
    Channel,
)
from workstation.channels.social.table import Table, read_table


def open_channel(table: Mapping[str, Any], folder: Path) -> Channel:
    """The channel as its table of the configuration describes it; it keeps nothing in `folder`.
    Raises Misconfigured."""
    return Messenger(read_table(Table, "messenger", table))
