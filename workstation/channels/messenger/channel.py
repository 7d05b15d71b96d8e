"""Messenger as a channel: what it takes."""

from workstation.channels.outgoing import (
    Rules,
)
from workstation.channels.social.channel import LARGEST, WINDOW, SocialChannel
from workstation.channels.social.table import Table


class Messenger(SocialChannel):
    name = "messenger"
    product = "messenger"
    limits = Rules(longest_text=2000, largest_file=LARGEST, reply_window=WINDOW)
    names = ("name", "first_name", "last_name")

    def __init__(self, table: Table) -> None:
        super().__init__(table, frozenset({table.page_id}))
