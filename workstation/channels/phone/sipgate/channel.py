"""sipgate's push as a channel. It tells what happens and takes no orders: calls are answered and
made on the telephone itself."""

import hmac
from collections.abc import Callable, Sequence
from typing import Annotated
from urllib.parse import unquote, urlsplit
from xml.sax.saxutils import quoteattr

from pydantic import Field, SecretStr

from workstation.channels.incoming import (
    Parsed,
)
from workstation.channels.outgoing import (
    CallControl,
    Rejected,
    Sent,
)
from workstation.channels.phone.sipgate.reading import read
from workstation.channels.phone.stamped import form_of, read_stamped, stamp
from workstation.channels.phone.table import PhoneTable
from workstation.channels.phone.telephone import Telephone
from workstation.channels.port import (
    Finding,
    Request,
    Response,
)
from workstation.models.ids import now_ms


class SipgateTable(PhoneTable):
    """`agents` says which login a user of theirs has: {"w0": "jansen"}."""

    secret: Annotated[SecretStr, Field(min_length=16)]


class Sipgate(Telephone):
    controls = False

    def __init__(self, table: SipgateTable, clock: Callable[[], int] = now_ms) -> None:
        super().__init__(table)
        self._secret = table.secret.get_secret_value()
        self._clock = clock

    def parse(self, body: bytes) -> Parsed:
        return read(self, read_stamped(body))

    def wrap(self, request: Request) -> bytes:
        return stamp(request, self._clock())

    def is_genuine(self, request: Request) -> bool:
        path = unquote(urlsplit(request.url).path)
        given = path.rpartition("/")[2].encode("utf-8", "surrogateescape")
        return hmac.compare_digest(given, self._secret.encode())

    def acknowledge(self, request: Request) -> Response:
        """They only tell how a call goes on when they are told where to."""
        event = next((value for key, value in form_of(request) if key == "event"), "")
        here = quoteattr(request.url)
        wanted = f" onAnswer={here} onHangup={here}" if event == "newCall" else ""
        return Response(
            body=f'<?xml version="1.0" encoding="UTF-8"?>\n<Response{wanted}/>'.encode(),
            media_type="application/xml",
        )

    def control(self, control: CallControl) -> Sent | None:
        raise Rejected(
            "This telephone cannot be worked from the desk. Use the telephone itself.",
            "phone.no_control",
        )

    def check(self) -> Sequence[Finding]:
        return (
            Finding(
                severity="fine",
                english="sipgate posts to this office. Calls are answered on the telephone itself.",
                dutch="sipgate stuurt naar dit kantoor. Gesprekken worden op de telefoon zelf "
                "opgenomen.",
            ),
        )
