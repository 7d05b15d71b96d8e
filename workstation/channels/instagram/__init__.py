"""Instagram: what is written to the shop's account. What it shares with Messenger is in
`channels/social`."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workstation.channels.instagram.channel import Instagram
from workstation.channels.port import (
    Channel,
)
from workstation.channels.social.table import InstagramTable, read_table


def open_channel(table: Mapping[str, Any], folder: Path) -> Channel:
    """The channel as its table of the configuration describes it; it keeps nothing in `folder`.
    Raises Misconfigured."""
    return Instagram(read_table(InstagramTable, "instagram", table))
