"""Web chat: a small script on the shop's pages, and the office itself as its provider.

There is no company in between. The chat's routes (`server/routes/chat.py`) are what a provider's
webhooks are to other channels: they make a body in the form of `reading.py` durable through the
same door. `settings.py` is its table of the configuration, `box.py` keeps photos on their way,
`customer_token.py` reads what the shop signs about a customer.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workstation.channels.chat.channel import Chat
from workstation.channels.chat.settings import read_settings


def open_channel(table: Mapping[str, Any], folder: Path) -> Chat:
    """The chat that this table describes. Raises Misconfigured."""
    return Chat(read_settings(table), folder)
