"""Asterisk as a channel: what agents want of a call, done over its REST interface."""

import re
from collections.abc import Sequence

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
from workstation.channels.phone.ari import ids
from workstation.channels.phone.ari.client import GONE, Ari, gone_is_fine
from workstation.channels.phone.ari.listening import Listening
from workstation.channels.phone.ari.reading import HELD, RESUMED, read
from workstation.channels.phone.ari.table import AriTable
from workstation.channels.phone.findings import looked_at
from workstation.channels.phone.telephone import Telephone
from workstation.channels.port import (
    Finding,
    Listen,
)
from workstation.rules.addresses import is_number

_EXTENSION = re.compile(r"[A-Za-z0-9._+-]{1,80}")


class AriTelephone(Telephone):
    """Nothing is posted to us: `listener` hears Asterisk's events."""

    def __init__(self, table: AriTable) -> None:
        super().__init__(table)
        self._ari_table = table
        self._ari = Ari(table)

    def parse(self, body: bytes) -> Parsed:
        return read(self, body)

    def listener(self) -> Listen:
        return Listening(self._ari_table, self._ari)

    def control(self, control: CallControl) -> Sent | None:
        customer = control.provider_id
        if control.wish == "dial":
            return self._dial(control)
        if not customer:
            raise Rejected("There is no such call.", GONE)
        match control.wish:
            case "answer":
                self._ring(customer, control.agent)
            case "hold":
                self._hold(customer)
            case "resume":
                self._resume(customer)
            case "transfer":
                self._transfer(customer, control.target)
            case "hang_up":
                self._hang_up(customer)
        return None

    def _ring(self, customer: str, agent: str) -> None:
        """My telephone rings; when I pick it up, the listener brings us together."""
        endpoint = self._endpoint(agent)
        if not self._ari.has(customer):
            raise Rejected("There is no such call any more.", GONE)
        self._originate(endpoint, ids.leg(customer, agent), "answer")

    def _hold(self, customer: str) -> None:
        """First nothing is recorded any more, then the music begins: never the other way around."""
        if self._ari_table.record:
            with gone_is_fine():
                self._ari.pause(ids.recording(customer))
        with gone_is_fine():
            self._ari.part(ids.bridge(customer), customer)
        self._ari.play_music(customer)
        self._ari.tell(HELD, customer)

    def _resume(self, customer: str) -> None:
        """First they are back, then it is recorded again."""
        self._ari.stop_music(customer)
        self._ari.join(ids.bridge(customer), customer)
        if self._ari_table.record:
            with gone_is_fine():
                self._ari.go_on(ids.recording(customer))
        self._ari.tell(RESUMED, customer)

    def _transfer(self, customer: str, target: str) -> None:
        """The other telephone rings; who picks it up takes the place of who passed the call on."""
        endpoint = self._endpoint(target)
        if not self._ari.has(customer):
            raise Rejected("There is no such call any more.", GONE)
        self._originate(endpoint, ids.leg(customer, target, passed_on=True), "answer")

    def _hang_up(self, customer: str) -> None:
        try:
            self._ari.hang_up(customer)
        except Rejected as error:
            mine = self._ari.legs(customer) if error.code == GONE else []
            if not mine:
                raise
            for leg in mine:  # the customer was not called yet
                with gone_is_fine():
                    self._ari.hang_up(leg)

    def _dial(self, control: CallControl) -> Sent:
        """My own telephone first: a customer who picks up must not hear silence."""
        if not is_number(control.target):
            raise Rejected("This is not a telephone number.", "phone.refused")
        customer = ids.outgoing(control.reference)
        leg = ids.leg(customer, control.agent)
        self._originate(self._endpoint(control.agent), leg, f"dial,{control.target}")
        return Sent(provider_id=customer)

    def _originate(self, endpoint: str, channel: str, args: str) -> None:
        table = self._ari_table
        self._ari.originate(
            endpoint,
            channel,
            args=args,
            caller_id=table.caller_id,
            seconds=table.pick_up_seconds,
        )

    def _endpoint(self, whom: str) -> str:
        """Where somebody is rung: a colleague, or a number outside."""
        whom = self.telephone_of(whom)
        if is_number(whom):
            return self._ari_table.outside.replace("{}", whom)
        if not _EXTENSION.fullmatch(whom):
            raise Rejected("No telephone is known for this colleague.", "phone.no_telephone")
        return self._ari_table.colleague.replace("{}", whom)

    def fetch(self, file: RemoteFile) -> InboundFile:
        if not ids.recorded_of(file.reference):
            raise Rejected("This is no recording of ours.", "phone.no_recording")
        answer = self._ari.recorded(file.reference)
        return InboundFile(
            content=answer.content, media_type="audio/wav", name=file.name, role=file.role
        )

    def check(self) -> Sequence[Finding]:
        found = looked_at(self._ari.info)
        if any(one.severity == "broken" for one in found):
            return found
        try:
            self._ari.application()
        except Rejected:
            return (
                *found,
                Finding(
                    severity="warning",
                    english="Asterisk answers, but this office does not listen to it. Is the "
                    "office running?",
                    dutch="Asterisk antwoordt, maar dit kantoor luistert er niet naar. Draait het "
                    "kantoor?",
                ),
            )
        return found
