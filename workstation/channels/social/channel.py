"""Messenger and Instagram as channels: what they share.

What is told to Meta is certain or said to be uncertain: nothing is handed over twice. A message
that goes as several is uncertain once only the first ones were taken: what the customer has is
neither all nor nothing, and a person decides.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import orjson

from workstation.channels.graph import door
from workstation.channels.graph.client import Graph
from workstation.channels.graph.fields import text
from workstation.channels.incoming import (
    InboundFile,
    Parsed,
    RemoteFile,
)
from workstation.channels.outgoing import (
    Outbound,
    OutboundFile,
    Rejected,
    Rules,
    Sent,
    Unavailable,
    Uncertain,
)
from workstation.channels.port import (
    Channel,
    Finding,
    Request,
    Response,
)
from workstation.channels.social.account import OURS, PIECE, Account, Product
from workstation.channels.social.checking import check
from workstation.channels.social.events import read
from workstation.channels.social.pieces import Piece, pieces
from workstation.channels.social.table import Table
from workstation.models.text import storable
from workstation.rules.failures import coded, sentence

DAY = 24 * 3_600_000
WINDOW = 7 * DAY
"""How long a person may answer after the customer wrote: after the first day with the tag that
says that it is a person."""
MIB = 1 << 20
LARGEST = 25 * MIB


class SocialChannel(Channel):
    """`ids` are those by which Meta knows us; `names` the fields of a person's name, the best
    first."""

    asks_names = True
    product: Product
    limits: Rules
    names: tuple[str, ...]

    def __init__(self, table: Table, ids: frozenset[str]) -> None:
        self._table = table
        self._account = Account(self.product, ids, table.base, table.app_id)
        self._graph = Graph(
            channel=self.name,
            token=table.access_token.get_secret_value(),
            base=table.base,
            version=table.version,
        )

    @property
    def rules(self) -> Rules:
        return self.limits if self._table.human_agent else replace(self.limits, reply_window=DAY)

    # ------------------------------------------------------------ in

    def greet(self, request: Request) -> Response:
        return door.greet(request, self._table.verify_token.get_secret_value())

    def is_genuine(self, request: Request) -> bool:
        return door.is_genuine(request, self._table.app_secret.get_secret_value())

    def parse(self, body: bytes) -> Parsed:
        return read(body, self._account)

    def fetch(self, file: RemoteFile) -> InboundFile:
        content, media_type = self._graph.download(file.reference, most=LARGEST)
        return InboundFile(
            content=content,
            media_type=media_type.partition(";")[0].strip() or file.media_type,
            name=file.name,
            role=file.role,
        )

    def profile(self, address: str) -> str:
        """Meta gives no name of people who did not agree to that: then there is none."""
        try:
            answer = self._graph.get(address, fields=",".join(self.names))
        except Rejected:
            return ""
        for name in self.names:
            if text(answer, name).strip():
                return text(answer, name).strip()
        return ""

    # ------------------------------------------------------------ out

    def send(self, message: Outbound) -> Sent:
        self._refuse(message)
        parts = pieces(
            message.text, message.files, most=self.limits.longest_text, measure=self.measure
        )
        if not parts:
            raise Rejected(sentence("office.empty", "en"), "office.empty")
        uploaded = [self._upload(part.file) for part in parts]
        sent: list[str] = []
        for part, attachment in zip(parts, uploaded, strict=True):
            is_last = len(sent) == len(parts) - 1
            body = self._body(message, part, attachment, first=not sent, last=is_last)
            try:
                sent.append(self._hand_over(body))
            except (Rejected, Unavailable) as error:
                if not sent:
                    raise
                raise Uncertain(
                    f"The customer has {len(sent)} of the {len(parts)} parts of this message. The "
                    f"next one was not taken: {error}",
                    "office.partly",
                ) from error
        return Sent(sent[-1], pieces=tuple(sent[:-1]))

    def check(self) -> Sequence[Finding]:
        return list(check(self._graph, self._table, self.product))

    @staticmethod
    def measure(text: str) -> int:
        """How long a text is, as the provider counts."""
        return len(text)

    def _refuse(self, message: Outbound) -> None:
        """Raise Rejected for what would be refused, before anything of it has left."""
        for file in message.files:
            if not self.limits.takes(file.media_type, len(file.content)):
                raise self._rejected("file")
        wrote_at = message.customer_wrote_at
        window = self.rules.reply_window or WINDOW
        if wrote_at is not None and message.now - wrote_at > window:
            raise self._rejected("window")

    def _rejected(self, code: str) -> Rejected:
        name = f"{self.name}.{code}"
        return Rejected(sentence(name, "en"), name)

    def _upload(self, file: OutboundFile | None) -> str:
        """Meta's id of a file, or nothing without one."""
        if file is None:
            return ""
        told: dict[str, Any] = {
            "attachment": {"type": _kind(file.media_type), "payload": {"is_reusable": True}}
        }
        fields = {"message": orjson.dumps(told).decode()}
        if self.product == "instagram":
            fields["platform"] = "instagram"
        answer = self._graph.upload(
            f"{self._table.page_id}/message_attachments",
            file.content,
            file.media_type,
            file.name,
            fields,
            part="filedata",
        )
        found = text(answer, "attachment_id")
        if not found:
            raise Unavailable(coded("line.meta_odd"))
        return found

    def _body(
        self, message: Outbound, part: Piece, attachment: str, *, first: bool, last: bool
    ) -> dict[str, Any]:
        told: dict[str, Any] = {}
        if part.file is not None:
            kind = _kind(part.file.media_type)
            told["attachment"] = {"type": kind, "payload": {"attachment_id": attachment}}
        else:
            told["text"] = part.text
        if self.product == "messenger":
            told["metadata"] = (OURS if last else PIECE) + message.reference
        body: dict[str, Any] = {
            "recipient": {"id": message.address},
            "messaging_type": "RESPONSE",
            "message": told,
        }
        wrote_at = message.customer_wrote_at
        if wrote_at is not None and message.now - wrote_at > DAY:
            body |= {"messaging_type": "MESSAGE_TAG", "tag": "HUMAN_AGENT"}
        if first and message.reply_to:
            body["reply_to"] = {"mid": message.reply_to}
        return body

    def _hand_over(self, body: dict[str, Any]) -> str:
        answer = self._graph.post(f"{self._table.page_id}/messages", body)
        found = text(answer, "message_id")
        if not found:
            raise Uncertain("Meta's answer does not say whether it took the message.")
        return storable(found)


def _kind(media_type: str) -> str:
    """What Meta calls a file of this type."""
    family = media_type.partition("/")[0]
    return family if family in ("image", "video", "audio") else "file"
