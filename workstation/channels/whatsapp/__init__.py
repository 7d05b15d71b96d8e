"""WhatsApp, over Meta's Cloud API.

`reading.py` reads a webhook, `shapes.py` each kind of message in it, `people.py` who wrote it,
`news.py` what became of what we sent, `calls.py` calls, `account.py` news about the account.
`sending.py` makes what we hand over, `templates.py` knows the approved templates, `media.py`
fetches files, `checking.py` looks whether all is set up, and `channel.py` joins them.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workstation.channels.port import (
    Channel,
)
from workstation.channels.whatsapp.channel import WhatsApp
from workstation.channels.whatsapp.table import read_table


def open_channel(table: Mapping[str, Any], folder: Path) -> Channel:
    """The channel as its table of the configuration describes it; it keeps nothing in `folder`.
    Raises Misconfigured."""
    return WhatsApp(read_table(table))
