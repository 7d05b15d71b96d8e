"""An Asterisk, driven over its REST interface: calls come into our Stasis application, wait there,
and meet whoever answers in a bridge of their own.

`ids.py` is how channels are called so that each event tells what it belongs to, `client.py` asks,
`reading.py` reads events, `listening.py` hears them and moves channels together, `channel.py` does
what agents want.
"""

from collections.abc import Mapping
from typing import Any

from workstation.channels.phone.ari.channel import AriTelephone
from workstation.channels.phone.ari.table import AriTable
from workstation.channels.phone.table import read_table
from workstation.channels.port import (
    Channel,
)


def open_provider(table: Mapping[str, Any]) -> Channel:
    """Raises Misconfigured."""
    return AriTelephone(read_table(AriTable, table))
