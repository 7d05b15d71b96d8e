"""sipgate's push: what happens to calls is posted to us as forms. They sign nothing, so the address
that is entered with them ends in a secret: `.../v1/channels/phone/inbound/<secret>`."""

from collections.abc import Mapping
from typing import Any

from workstation.channels.phone.sipgate.channel import Sipgate, SipgateTable
from workstation.channels.phone.table import read_table
from workstation.channels.port import (
    Channel,
)


def open_provider(table: Mapping[str, Any]) -> Channel:
    """Raises Misconfigured."""
    return Sipgate(read_table(SipgateTable, table))
