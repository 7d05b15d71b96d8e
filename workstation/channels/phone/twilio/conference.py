"""The conferences in which callers and colleagues meet: who is in them, held, and recorded."""

import logging
from collections.abc import Callable, Mapping
from typing import Any, Protocol
from urllib.parse import quote

from workstation.channels.outgoing import (
    CallControl,
    Rejected,
    Uncertain,
)
from workstation.channels.phone.asking import Answer
from workstation.channels.phone.twilio import saying
from workstation.channels.phone.twilio.table import TwilioTable

log = logging.getLogger(__name__)


class Get(Protocol):
    def __call__(self, path: str) -> Answer: ...


Form = Mapping[str, str | list[str]]
"""A field that is a list is written several times."""
Post = Callable[[str, Form], Answer]
Delete = Callable[[str], Answer]


class Conferences:
    """A call that came in has one called as itself; one that we dialled, "ws-" and our id."""

    def __init__(self, table: TwilioTable, get: Get, post: Post, delete: Delete) -> None:
        self._table = table
        self._get = get
        self._post = post
        self._delete = delete

    def ring(self, name: str, telephone: str, *, call: str, agent: str, why: str = "") -> str:
        """Ring a colleague's telephone; who picks it up is in the conference. What they call that
        call."""
        told = saying.address(self._table, "leg", call=call, agent=agent, why=why)
        answer = self._post(
            "/Calls.json",
            {
                "To": telephone,
                "From": self._table.number,
                "Twiml": saying.meet(self._table, name, call=call, first=False),
                "Timeout": str(self._table.pick_up_seconds),
                "StatusCallback": told,
                "StatusCallbackEvent": ["answered", "completed"],
            },
        )
        return _text(answer, "sid")

    def invite(
        self, name: str, number: str, *, reference: str, agent: str = "", customer: bool = False
    ) -> str:
        """Have a telephone rung into a conference that begins with it; what they call that call."""
        wanted: dict[str, str | list[str]] = {
            "To": number,
            "From": self._table.number,
            "Timeout": str(self._table.pick_up_seconds),
            "Beep": "false",
            "EndConferenceOnExit": "true",
            "ConferenceStatusCallback": saying.address(
                self._table, "conference", reference=reference
            ),
            "ConferenceStatusCallbackEvent": "join leave hold",
        }
        if self._table.record:
            wanted |= {
                "ConferenceRecord": "record-from-start",
                "ConferenceRecordingStatusCallback": saying.address(
                    self._table, "recording", reference=reference
                ),
            }
        if customer:
            wanted |= {
                "Timeout": "60",
                "StatusCallback": saying.address(
                    self._table, "out", reference=reference, agent=agent
                ),
                "StatusCallbackEvent": ["initiated", "ringing", "answered", "completed"],
            }
        answer = self._post(f"/Conferences/{quote(name, safe='')}/Participants.json", wanted)
        return _text(answer, "call_sid")

    def hold(self, control: CallControl) -> None:
        """First nothing is recorded any more, then the music begins: never the other way around."""
        conference = self._find(control)
        if self._table.record:
            self._recording(conference, "paused")
        self._participant(conference, control.provider_id, Hold="true", **self._music())

    def resume(self, control: CallControl) -> None:
        """First they are back, then it is recorded again."""
        conference = self._find(control)
        self._participant(conference, control.provider_id, Hold="false")
        if self._table.record:
            self._recording(conference, "in-progress")

    def transfer(
        self, control: CallControl, telephone: str, picked_up: Callable[[str], bool]
    ) -> None:
        """Ring who takes over. Once they are there, who passed the call on goes, without ending it
        for the customer; when they do not come, nothing has changed."""
        conference, name = self._found(control)
        call = control.provider_id
        theirs = self.ring(name, telephone, call=call, agent=control.target, why="transfer")
        if not picked_up(theirs):
            raise Rejected("Nobody picked up to take this call over.", "phone.not_taken_over")
        found = self._get(f"/Conferences/{conference}/Participants.json").facts()
        for other in _calls(found):
            if other not in (call, theirs):
                self._participant(conference, other, EndConferenceOnExit="false")
                path = f"/Conferences/{conference}/Participants/{quote(other, safe='')}.json"
                self._delete(path)

    # ------------------------------------------------------------ within

    def _find(self, control: CallControl) -> str:
        return self._found(control)[0]

    def _found(self, control: CallControl) -> tuple[str, str]:
        """The running conference of a call: what they call it, and what we do."""
        for name in (control.provider_id, f"ws-{control.reference}"):
            query = f"FriendlyName={quote(name, safe='')}&Status=in-progress"
            found = self._get(f"/Conferences.json?{query}").facts().get("conferences")
            for one in found if isinstance(found, list) else ():
                sid = one.get("sid") if isinstance(one, Mapping) else None
                if isinstance(sid, str) and sid:
                    return quote(sid, safe=""), name
        raise Rejected("There is no such call any more.", "phone.gone")

    def _participant(self, conference: str, call: str, **wanted: str) -> None:
        path = f"/Conferences/{conference}/Participants/{quote(call, safe='')}.json"
        self._post(path, wanted)

    def _recording(self, conference: str, status: str) -> None:
        wanted = {"Status": status}
        if status == "paused":
            wanted["PauseBehavior"] = "skip"
        try:
            self._post(f"/Conferences/{conference}/Recordings/Twilio.CURRENT.json", wanted)
        except Rejected as error:
            if error.code != "phone.gone":
                raise
            log.info("nothing is recorded that could be %s", status)

    def _music(self) -> dict[str, str]:
        return {"HoldUrl": self._table.music} if self._table.music else {}


def _text(answer: Answer, name: str) -> str:
    found = answer.facts().get(name)
    if not isinstance(found, str) or not found:
        raise Uncertain("Twilio's answer was not understood.")
    return found


def _participants(found: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    given = found.get("participants")
    return [one for one in given if isinstance(one, Mapping)] if isinstance(given, list) else []


def _calls(found: Mapping[str, Any]) -> list[str]:
    return [call for one in _participants(found) if isinstance(call := one.get("call_sid"), str)]
