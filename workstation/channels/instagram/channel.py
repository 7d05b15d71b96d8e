"""Instagram as a channel: what it takes."""

from workstation.channels.outgoing import (
    Rules,
)
from workstation.channels.social.channel import LARGEST, MIB, WINDOW, SocialChannel
from workstation.channels.social.table import InstagramTable

TYPES = frozenset(
    {
        "image/png",
        "image/jpeg",
        "image/gif",
        "video/mp4",
        "video/ogg",
        "video/x-msvideo",
        "video/quicktime",
        "video/webm",
        "audio/aac",
        "audio/mp4",
        "audio/x-m4a",
        "audio/wav",
        "audio/x-wav",
        "application/pdf",
    }
)


class Instagram(SocialChannel):
    name = "instagram"
    product = "instagram"
    limits = Rules(
        longest_text=1000,
        media_types=TYPES,
        largest_file=LARGEST,
        largest_files={"image/*": 8 * MIB},
        reply_window=WINDOW,
    )
    names = ("name", "username")

    def __init__(self, table: InstagramTable) -> None:
        super().__init__(table, frozenset({table.page_id, table.instagram_id}))

    @staticmethod
    def measure(text: str) -> int:
        """Instagram counts bytes: an emoji is four."""
        return len(text.encode())
