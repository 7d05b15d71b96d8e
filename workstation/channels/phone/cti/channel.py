"""The telephone over our own interface: what is posted is signed, and so is what we ask."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

import orjson

from workstation.channels.incoming import (
    InboundFile,
    Parsed,
    RemoteFile,
)
from workstation.channels.outgoing import (
    CallControl,
    Rejected,
    Sent,
)
from workstation.channels.phone.asking import LARGEST_RECORDING, Asking
from workstation.channels.phone.cti.reading import read
from workstation.channels.phone.findings import looked_at
from workstation.channels.phone.table import Address, PhoneTable, Secret
from workstation.channels.phone.telephone import Telephone
from workstation.channels.port import (
    Finding,
    Request,
    is_signed,
    signature,
)

HEADER = "x-workstation-signature"


class CtiTable(PhoneTable):
    """`control_url` is where calls are answered, held and ended; without it we only listen."""

    secret: Secret
    control_url: Address = ""


class Cti(Telephone):
    def __init__(self, table: CtiTable) -> None:
        super().__init__(table)
        self._secret = table.secret.get_secret_value()
        self._asking = Asking(table.control_url) if table.control_url else None
        self.controls = self._asking is not None

    def parse(self, body: bytes) -> Parsed:
        return read(self, body)

    def is_genuine(self, request: Request) -> bool:
        return is_signed(self._secret, request.body, request.headers.get(HEADER, ""))

    def control(self, control: CallControl) -> Sent | None:
        asking = self._asking
        if asking is None:
            raise Rejected(
                "This telephone cannot be worked from the desk. Use the telephone itself.",
                "phone.no_control",
            )
        wanted: dict[str, Any] = {
            "wish": control.wish,
            "reference": control.reference,
            "call": control.provider_id,
            "agent": self.telephone_of(control.agent),
            "target": control.target,
        }
        path = "/calls"
        if control.wish != "dial":
            path += f"/{quote(control.provider_id, safe='')}/{control.wish}"
        body = orjson.dumps(wanted)
        answer = asking.do("POST", path, data=body, headers=self._headers(body))
        if control.wish != "dial":
            return None
        called = answer.facts().get("call")
        return Sent(provider_id=called) if isinstance(called, str) and called else None

    def fetch(self, file: RemoteFile) -> InboundFile:
        if self._asking is None:
            raise Rejected("Recordings cannot be fetched.", "phone.no_control")
        path = f"/recordings/{quote(file.reference, safe='')}"
        answer = self._asking.get(
            path, most=LARGEST_RECORDING, headers=self._headers(path.encode())
        )
        return InboundFile(
            content=answer.content,
            media_type=answer.media_type or file.media_type,
            name=file.name,
            role=file.role,
        )

    def check(self) -> Sequence[Finding]:
        asking = self._asking
        if asking is None:
            return (
                Finding(
                    severity="warning",
                    english="No control_url is set: agents see calls, and answer them by hand.",
                    dutch="Er is geen control_url ingesteld: medewerkers zien gesprekken, en "
                    "nemen ze met de hand op.",
                ),
            )
        path = "/status"
        return looked_at(lambda: asking.get(path, headers=self._headers(path.encode())))

    def _headers(self, signed: bytes) -> Mapping[str, str]:
        return {
            HEADER: f"sha256={signature(self._secret, signed)}",
            "Content-Type": "application/json",
        }
