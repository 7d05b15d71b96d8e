"""A channel that does what a test tells it to, and an office that has it in every slot."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from fastapi.testclient import TestClient

from tests.running import Clock, OpenOffice, hire, settings_for
from workstation.channels.console.reading import read
from workstation.channels.incoming import (
    Parsed,
)
from workstation.channels.outgoing import (
    Outbound,
    Rules,
    Sent,
)
from workstation.channels.port import (
    Channel,
    Request,
    Response,
)
from workstation.models import CHANNELS, Agent, Message, new_id
from workstation.server.app import create_app
from workstation.server.store.database import Database


class Scripted(Channel):
    """`next` holds what is raised when it is asked to send, in turn; `always` is asked first."""

    name = "console"

    def __init__(self, rules: Rules | None = None) -> None:
        self.sent: list[Outbound] = []
        self.next: list[Exception] = []
        self.always: Callable[[Outbound], None] = lambda _: None
        self.rules_now = rules or Rules(longest_text=1000)

    @property
    def rules(self) -> Rules:
        return self.rules_now

    def parse(self, body: bytes) -> Parsed:
        return read(body)

    def is_genuine(self, request: Request) -> bool:
        return True

    def acknowledge(self, request: Request) -> Response:
        return Response(status=202)

    def send(self, message: Outbound) -> Sent:
        self.sent.append(message)
        self.always(message)
        if self.next:
            raise self.next.pop(0)
        return Sent(f"p-{len(self.sent)}")


@contextmanager
def office_with(
    channel: Channel | Mapping[str, Channel], database: Database, folder: Path
) -> Iterator[OpenOffice]:
    """An office whose clock is steered and whose jobs wait to be told, and one agent, "sanne"."""
    clock = Clock()
    if isinstance(channel, Channel):
        slots: Mapping[str, Channel] = dict.fromkeys(CHANNELS, channel)
    else:
        slots = channel
    app = create_app(settings_for(database, folder, job_threads=0), clock=clock, channels=slots)
    with TestClient(app) as client:
        opened = OpenOffice(client, app.state.office, clock)
        if not opened.rows(Agent):
            hire(database, "sanne")
        yield opened


def answer(
    office: OpenOffice, headers: dict[str, str], contact_id: str, text: str, **given: object
) -> str:
    """Answer on a contact; the message's id."""
    message_id = new_id()
    decision = office.act(
        headers,
        "reply",
        contact_id=contact_id,
        message_id=message_id,
        text=text,
        written_at=1,
        **given,
    )
    assert decision["outcome"] == "accepted", decision
    return message_id


def message(office: OpenOffice, message_id: str) -> Message:
    return next(one for one in office.rows(Message) if one.id == message_id)
