"""Twilio's programmable voice. A caller waits in a queue until somebody answers at the desk; then
the caller and the colleague's telephone meet in a conference of their own, which is what can be
held, passed on and recorded.

`signing.py` tells whether a post is theirs, `reading.py` what it says, `saying.py` what they are to
do with a call, and `channel.py` what we ask of them.
"""

from collections.abc import Mapping
from typing import Any

from workstation.channels.phone.table import read_table
from workstation.channels.phone.twilio.channel import Twilio
from workstation.channels.phone.twilio.table import TwilioTable
from workstation.channels.port import (
    Channel,
)


def open_provider(table: Mapping[str, Any]) -> Channel:
    """Raises Misconfigured."""
    return Twilio(read_table(TwilioTable, table))
