"""Web chat as a channel.

Nothing can get lost on the way to a provider, since there is none: a message counts as sent once it
is there for the visitor's browser to fetch, which is when the office has written that down.
"""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from workstation.channels.chat.box import Box
from workstation.channels.chat.reading import read
from workstation.channels.chat.settings import ChatSettings
from workstation.channels.incoming import (
    InboundFile,
    Parsed,
    RemoteFile,
)
from workstation.channels.outgoing import (
    Outbound,
    Rejected,
    Rules,
    Sent,
)
from workstation.channels.port import (
    Channel,
    Finding,
)
from workstation.rules.failures import sentence

LONGEST_TEXT = 4_000
LARGEST_FILE = 10 << 20
MOST_FILES = 10
MEDIA_TYPES = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp", "application/pdf"})
RULES = Rules(
    longest_text=LONGEST_TEXT,
    media_types=MEDIA_TYPES,
    largest_file=LARGEST_FILE,
    most_files=MOST_FILES,
)
"""The same for both sides of the conversation."""

_NEAR = ("localhost", "127.0.0.1", "::1")


class Chat(Channel):
    name = "chat"

    def __init__(self, settings: ChatSettings, folder: Path) -> None:
        self.settings = settings
        self.box = Box(folder)

    @property
    def rules(self) -> Rules:
        return RULES

    def parse(self, body: bytes) -> Parsed:
        return read(body)

    def send(self, message: Outbound) -> Sent:
        if len(message.text) > LONGEST_TEXT:
            raise _refused("chat.too_long")
        if not all(RULES.takes(file.media_type, len(file.content)) for file in message.files):
            raise _refused("chat.file")
        return Sent(provider_id=message.reference)

    def fetch(self, file: RemoteFile) -> InboundFile:
        content = self.box.read(file.reference)
        if content is None:
            raise _refused("office.no_file")
        return InboundFile(content=content, media_type=file.media_type, name=file.name)

    def check(self) -> Sequence[Finding]:
        found: list[Finding] = []
        for origin in self.settings.origins:
            address = urlsplit(origin)
            if address.scheme == "http" and address.hostname not in _NEAR:
                found.append(
                    Finding(
                        severity="warning",
                        english=f"The chat is on {origin}, which anybody on the way can read and "
                        "change. Serve the shop over https.",
                        dutch=f"De chat staat op {origin}, wat iedereen onderweg kan lezen en "
                        "veranderen. Bied de winkel via https aan.",
                    )
                )
        if self.settings.token_secret is None:
            found.append(
                Finding(
                    severity="fine",
                    english="The chat recognises nobody who is signed in at the shop. Set "
                    "token_secret in [chat] to let the shop say who a visitor is.",
                    dutch="De chat herkent niemand die bij de winkel is ingelogd. Zet "
                    "token_secret in [chat] om de winkel te laten zeggen wie een bezoeker is.",
                )
            )
        if not found:
            pages = ", ".join(self.settings.origins)
            found.append(
                Finding(
                    severity="fine",
                    english=f"The chat is ready for {pages}.",
                    dutch=f"De chat is klaar voor {pages}.",
                )
            )
        return found


def _refused(code: str) -> Rejected:
    return Rejected(sentence(code, "en"), code)
