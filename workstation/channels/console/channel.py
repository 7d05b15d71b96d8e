"""The console as a channel.

A few addresses misbehave on purpose, so that every ending can be tried on a running office: what is
sent to `refuses@...` is rejected, to `away@...` finds the provider unavailable, and to `silent@...`
is taken while the answer gets lost.
"""

import base64
import binascii
from pathlib import Path
from typing import Any

from workstation.channels.console.provider import Provider
from workstation.channels.console.reading import read
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
    Unavailable,
    Uncertain,
)
from workstation.channels.port import (
    Channel,
    Request,
    Response,
)
from workstation.models import new_id


class Console(Channel):
    name = "console"

    def __init__(self, folder: Path) -> None:
        self.provider = Provider(folder)

    @property
    def rules(self) -> Rules:
        return Rules(longest_text=2_000_000)

    def parse(self, body: bytes) -> Parsed:
        return read(body)

    def acknowledge(self, request: Request) -> Response:
        return Response(status=202, body=b'{"taken":true}', media_type="application/json")

    def fetch(self, file: RemoteFile) -> InboundFile:
        """The reference holds the file itself."""
        if file.reference.startswith("away:"):
            raise Unavailable("the provider is away", retry_after=1)
        head, comma, encoded = file.reference.partition(";base64,")
        if not comma or not head.startswith("data:"):
            raise Rejected("This file is no longer there.")
        try:
            content = base64.b64decode(encoded, validate=True)
        except binascii.Error:
            raise Rejected("This file cannot be read.") from None
        media_type = file.media_type or head.removeprefix("data:")
        return InboundFile(content=content, media_type=media_type, name=file.name, role=file.role)

    def send(self, message: Outbound) -> Sent:
        whom = message.address.split("@")[0]
        if whom == "refuses":
            raise Rejected("This address does not take messages.")
        if whom == "away":
            raise Unavailable("the provider is away", retry_after=1)
        sent = Sent(provider_id=f"c-{new_id()}")
        self.provider.take(_entry(message, sent))
        if whom == "silent":
            raise Uncertain("the answer was lost")
        return sent


def _entry(message: Outbound, sent: Sent) -> dict[str, Any]:
    return {
        "id": sent.provider_id,
        "reference": message.reference,
        "channel": message.channel,
        "thread": message.thread,
        "to": {"address": message.address},
        "text": message.text,
        "files": [
            {
                "media_type": file.media_type,
                "name": file.name,
                "base64": base64.b64encode(file.content).decode(),
            }
            for file in message.files
        ],
    }
