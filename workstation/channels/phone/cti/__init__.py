"""Our own plain interface for telephony: `reading.py` has the form of what is posted to us, and
`channel.py` what we ask. docs/channels.md describes both for whoever maps a provider onto them."""

from collections.abc import Mapping
from typing import Any

from workstation.channels.phone.cti.channel import Cti, CtiTable
from workstation.channels.phone.table import read_table
from workstation.channels.port import (
    Channel,
)


def open_provider(table: Mapping[str, Any]) -> Channel:
    """Raises Misconfigured."""
    return Cti(read_table(CtiTable, table))
