"""Twilio as a channel: what it posts is answered with what to do, and it is asked over REST."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from urllib.parse import quote, urlsplit

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
from workstation.channels.phone.asking import LARGEST_RECORDING, Answer, Asking
from workstation.channels.phone.findings import looked_at
from workstation.channels.phone.stamped import form_of, read_stamped, stamp
from workstation.channels.phone.telephone import Telephone
from workstation.channels.phone.twilio import saying
from workstation.channels.phone.twilio.conference import Conferences, Form
from workstation.channels.phone.twilio.reading import read
from workstation.channels.phone.twilio.signing import is_signed
from workstation.channels.phone.twilio.table import TwilioTable
from workstation.channels.port import (
    Finding,
    Request,
    Response,
)
from workstation.models.ids import now_ms
from workstation.rules.addresses import is_number

_LOST_THE_QUEUE = frozenset({"leave", "queue-full", "error", "system-error"})


class Twilio(Telephone):
    """`pause` waits for so many seconds, between two looks at whether a telephone is picked up."""

    def __init__(
        self,
        table: TwilioTable,
        clock: Callable[[], int] = now_ms,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        super().__init__(table)
        self._twilio = table
        self._token = table.auth_token.get_secret_value()
        self._clock = clock
        self._pause = pause
        self._account = f"/2010-04-01/Accounts/{table.account_sid}"
        self._auth = (table.account_sid, self._token)
        self._asking = Asking(table.base)
        self._conferences = Conferences(table, self._get, self._post, self._delete)

    # ------------------------------------------------------------ what they post

    def is_genuine(self, request: Request) -> bool:
        account = next((value for key, value in form_of(request) if key == "AccountSid"), "")
        if account != self._twilio.account_sid:
            return False
        # Behind a proxy that says nothing of itself, the address is not the one they wrote.
        parts = urlsplit(request.url)._replace(scheme="", netloc="")
        written = replace(request, url=self._twilio.public_url + parts.geturl())
        return any(is_signed(self._token, asked) for asked in (request, written))

    def wrap(self, request: Request) -> bytes:
        return stamp(request, self._clock())

    def parse(self, body: bytes) -> Parsed:
        return read(self, read_stamped(body))

    def acknowledge(self, request: Request) -> Response:
        form = dict(form_of(request))
        match request.query.get("on", ""):
            case "" if form.get("CallStatus") == "ringing" and form.get("Direction") == "inbound":
                said = saying.wait(self._twilio)
            case "wait":
                said = saying.while_waiting(self._twilio)
            case "left" if form.get("QueueResult") in _LOST_THE_QUEUE:
                said = saying.nobody_came(self._twilio)
            case "said":
                said = saying.HANG_UP
            case _:
                said = saying.NOTHING
        return Response(body=said.encode(), media_type="text/xml")

    # ------------------------------------------------------------ what we ask

    def control(self, control: CallControl) -> Sent | None:
        if control.wish == "dial":
            return self._dial(control)
        if not control.provider_id:
            raise Rejected("There is no such call.", "phone.gone")
        match control.wish:
            case "answer":
                self._answer(control)
            case "hold":
                self._conferences.hold(control)
            case "resume":
                self._conferences.resume(control)
            case "transfer":
                telephone = self._telephone(control.target)
                self._conferences.transfer(control, telephone, self._picked_up)
            case "hang_up":
                self._post(f"/Calls/{_safe(control.provider_id)}.json", {"Status": "completed"})
        return None

    def _answer(self, control: CallControl) -> None:
        """The caller goes into a conference of their own, and my telephone rings to join them. A
        second try finds the caller there already."""
        call = control.provider_id
        telephone = self._telephone(control.agent)
        waiting = saying.meet(self._twilio, call, call=call, first=True)
        self._post(f"/Calls/{_safe(call)}.json", {"Twiml": waiting})
        self._conferences.ring(call, telephone, call=call, agent=control.agent)

    def _dial(self, control: CallControl) -> Sent:
        """My own telephone first: a customer who picks up must not hear silence."""
        name = f"ws-{control.reference}"
        telephone = self._telephone(control.agent)
        mine = self._conferences.invite(name, telephone, reference=control.reference)
        if not self._picked_up(mine):
            raise Rejected("Your own telephone was not picked up.", "phone.not_picked_up")
        called = self._conferences.invite(
            name, control.target, reference=control.reference, agent=control.agent, customer=True
        )
        return Sent(provider_id=called)

    def _picked_up(self, call: str) -> bool:
        for _ in range(self._twilio.pick_up_seconds + 2):
            status = self._get(f"/Calls/{_safe(call)}.json").facts().get("status")
            if status == "in-progress":
                return True
            if status not in ("queued", "initiated", "ringing"):
                return False
            self._pause(1.0)
        self._post(f"/Calls/{_safe(call)}.json", {"Status": "completed"})
        return False

    def _telephone(self, agent: str) -> str:
        telephone = self.telephone_of(agent)
        if not is_number(telephone) and not telephone.startswith(("sip:", "client:")):
            raise Rejected("No telephone is known for this colleague.", "phone.no_telephone")
        return telephone

    def fetch(self, file: RemoteFile) -> InboundFile:
        path = f"/Recordings/{_safe(file.reference)}.wav"
        answer = self._get(path, most=LARGEST_RECORDING)
        return InboundFile(
            content=answer.content, media_type="audio/wav", name=file.name, role=file.role
        )

    def check(self) -> Sequence[Finding]:
        found = list(looked_at(lambda: self._get(".json")))
        if not self._twilio.agents:
            found.append(
                Finding(
                    severity="warning",
                    english="[phone] agents is empty: nobody's telephone can be rung. Name the "
                    "telephone of each colleague.",
                    dutch="[phone] agents is leeg: niemands telefoon kan overgaan. Noem de "
                    "telefoon van elke collega.",
                )
            )
        return tuple(found)

    def _get(self, path: str, **given: int) -> Answer:
        return self._asking.get(self._account + path, auth=self._auth, **given)

    def _post(self, path: str, data: Form) -> Answer:
        return self._asking.do("POST", self._account + path, auth=self._auth, data=data)

    def _delete(self, path: str) -> Answer:
        return self._asking.do("DELETE", self._account + path, auth=self._auth)


def _safe(identifier: str) -> str:
    return quote(identifier, safe="")
