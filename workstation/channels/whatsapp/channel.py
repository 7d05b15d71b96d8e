"""WhatsApp as a channel.

What WhatsApp is told is certain or said to be uncertain: nothing is handed over twice. A message of
several files is several messages there; when one of the later ones fails, what the customer has is
neither all nor nothing, and a person decides (`Uncertain`).
"""

import time
from collections.abc import Callable, Sequence

from workstation.channels.graph import door
from workstation.channels.graph.client import Graph
from workstation.channels.graph.faults import TooFast
from workstation.channels.graph.fields import parts as objects, text
from workstation.channels.incoming import (
    InboundFile,
    Parsed,
    RemoteFile,
    TemplateNews,
)
from workstation.channels.outgoing import (
    Outbound,
    Rejected,
    Rules,
    Sent,
    Unavailable,
    Uncertain,
)
from workstation.channels.pacing import Pace, Pacing, shared
from workstation.channels.port import (
    Channel,
    Finding,
    Request,
    Response,
)
from workstation.channels.whatsapp import media, sending
from workstation.channels.whatsapp.checking import check
from workstation.channels.whatsapp.reading import read
from workstation.channels.whatsapp.table import Table
from workstation.channels.whatsapp.templates import Templates
from workstation.rules.failures import coded

CUSTOMER_PACE = Pace(every=6.0, burst=45.0)
"""One customer takes 45 messages at once, and then one every six seconds, as Meta documents."""
HELD = 2.0
HELD_CUSTOMER = 6.0
"""Seconds to wait when WhatsApp says that it was too fast, and not for how long."""


class WhatsApp(Channel):
    name = "whatsapp"

    def __init__(self, table: Table, *, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` gives seconds that only go forward."""
        self._table = table
        self._clock = clock
        self._graph = Graph(
            channel=self.name,
            token=table.access_token.get_secret_value(),
            base=table.base,
            version=table.version,
        )
        self._templates = Templates(self._graph, table.business_account_id)
        rate = shared(table.per_second)
        self._pacing = Pacing(Pace(every=1 / rate, burst=max(rate / 4, 1.0)), CUSTOMER_PACE)

    @property
    def rules(self) -> Rules:
        return sending.RULES

    # ------------------------------------------------------------ in

    def greet(self, request: Request) -> Response:
        return door.greet(request, self._table.verify_token.get_secret_value())

    def is_genuine(self, request: Request) -> bool:
        return door.is_genuine(request, self._table.app_secret.get_secret_value())

    def parse(self, body: bytes) -> Parsed:
        found = read(body, self._table.phone_number_id)
        if found.messages:  # the number's rate counts what comes in too
            self._pacing.heard(len(found.messages), now=self._clock())
        return found

    def fetch(self, file: RemoteFile) -> InboundFile:
        return media.fetch(self._graph, file, self._table.phone_number_id)

    # ------------------------------------------------------------ out

    def send(self, message: Outbound) -> Sent:
        sending.refuse(message)
        if message.template is not None:
            definition = self._templates.find(message.template, now=self._clock())
            parts = [definition.fill(message.template)]
        else:
            parts = sending.parts(message)
        self._await_turn(message)
        uploaded = [self._upload(part) for part in parts]
        sent: list[str] = []
        for place, (part, media_id) in enumerate(zip(parts, uploaded, strict=True), start=1):
            body = sending.request(message, part, media_id=media_id, place=place, of=len(parts))
            try:
                sent.append(self._hand_over(message, body))
            except (Rejected, Unavailable) as error:
                if not sent:
                    raise
                raise Uncertain(
                    f"The customer has {len(sent)} of the {len(parts)} parts of this message. The "
                    f"next one was not taken: {error}",
                    "office.partly",
                ) from error
        return Sent(provider_id=sent[-1], pieces=tuple(sent[:-1]))

    def templates(self) -> Sequence[TemplateNews]:
        return self._templates.all(now=self._clock())

    def check(self) -> Sequence[Finding]:
        return list(check(self._graph, self._table))

    def _await_turn(self, message: Outbound) -> None:
        wait = self._pacing.wait(
            reference=message.reference, address=message.address, now=self._clock()
        )
        if wait > 0:
            raise Unavailable("It is not its turn yet.", wait, pacing=True)

    def _upload(self, part: sending.Part) -> str:
        if part.file is None:
            return ""
        media_type = sending.plain_type(part.file.media_type)
        answer = self._graph.upload(
            f"{self._table.phone_number_id}/media",
            part.file.content,
            "audio/ogg; codecs=opus" if media_type == "audio/ogg" else media_type,
            part.file.name,
            {"messaging_product": "whatsapp", "type": media_type},
        )
        media_id = text(answer, "id")
        if not media_id:
            raise Unavailable(coded("line.meta_odd"))
        return media_id

    def _hand_over(self, message: Outbound, body: dict[str, object]) -> str:
        try:
            answer = self._graph.post(f"{self._table.phone_number_id}/messages", body)
        except TooFast as error:
            raise self._held(message, error) from error
        for taken in objects(answer, "messages"):
            if text(taken, "id"):
                return text(taken, "id")
        raise Uncertain("WhatsApp's answer does not say whether it took the message.")

    def _held(self, message: Outbound, error: TooFast) -> Unavailable:
        """WhatsApp says that it was too fast: for this one customer, or for all."""
        of_customer = error.code == "131056"
        wait = error.retry_after or (HELD_CUSTOMER if of_customer else HELD)
        now = self._clock()
        if of_customer:
            self._pacing.hold_customer(message.address, now=now, seconds=wait)
        else:
            self._pacing.hold(now=now, seconds=wait)
        return Unavailable(str(error), wait, pacing=True)
