"""The same call, as four providers tell it: through the door, and onto the same card."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from tests.channels.phone import posts
from tests.running import Clock, OpenOffice, hire, settings_for, wait_until
from workstation.actions import AnswerCall, HangUpCall
from workstation.channels import open_channels
from workstation.channels.port import (
    Request,
)
from workstation.models import Attachment, Call, Contact, Customer, Identity, Line
from workstation.server.app import create_app
from workstation.server.office import Office
from workstation.server.store.database import Database
from workstation.simulator.telephone import AriFake


@contextmanager
def _office(database: Database, folder: Path, clock: Clock, **table: Any) -> Iterator[OpenOffice]:
    settings = settings_for(database, folder, job_threads=0, public_url=posts.PUBLIC)
    channels = open_channels(settings.files, {"phone": table})
    app = create_app(settings, clock=clock, channels=channels)
    hire(database, "jansen")
    with TestClient(app, raise_server_exceptions=True) as client:
        office = app.state.office
        assert isinstance(office, Office)
        yield OpenOffice(client, office, clock)


def _post(here: OpenOffice, request: Request) -> str:
    """Post it as the provider does; what it hears."""
    path = request.url.removeprefix(posts.PUBLIC)
    headers = {**request.headers, "Content-Type": "application/x-www-form-urlencoded"}
    answer = here.client.post(path, content=request.body, headers=headers)
    assert answer.status_code == 200, answer.text
    here.take()
    return answer.text


def _table(provider: str, **given: Any) -> dict[str, Any]:
    tables: dict[str, dict[str, Any]] = {
        "sipgate": {"secret": posts.SECRET, "agents": {"w0": "jansen"}},
        "twilio": {
            "account_sid": posts.ACCOUNT,
            "auth_token": posts.TOKEN,
            "number": posts.SHOP,
            "public_url": posts.PUBLIC,
            "agents": {"+31207770001": "jansen"},
        },
        "ari": {"username": "shop", "password": "hush", "record": True},
    }
    return {"provider": provider} | tables[provider] | given


def _answered(here: OpenOffice) -> None:
    contact, call = here.only(Contact), here.only(Call)
    assert (call.state, call.outcome, call.number) == ("ended", "answered", posts.NUMBER)
    assert call.agent_id == contact.owner_id
    assert contact.owner_id is not None
    assert contact.waiting_since is None
    assert here.only(Identity).address == posts.NUMBER
    assert here.only(Customer).provisional


def test_sipgate(database: Database, tmp_path: Path) -> None:
    with _office(database, tmp_path, Clock(), **_table("sipgate")) as here:
        heard = _post(here, posts.sipgate("newCall", ("user[]", "Jansen")))
        assert f'onAnswer="{posts.INBOUND}/{posts.SECRET}"' in heard
        assert here.only(Contact).waiting_since is not None
        _post(here, posts.sipgate("answer", ("userId", "w0")))
        _post(here, posts.sipgate("hangup", ("cause", "normalClearing")))
        _answered(here)
        wrong = posts.sipgate("newCall", secret="a guess")
        path = wrong.url.removeprefix(posts.PUBLIC)
        assert here.client.post(path, content=wrong.body).status_code == 403


def test_twilio(database: Database, tmp_path: Path) -> None:
    with _office(database, tmp_path, Clock(), **_table("twilio")) as here:
        assert "<Enqueue" in _post(here, posts.twilio())
        leg = {"on": "leg", "call": posts.CALL, "agent": "jansen"}
        _post(here, posts.twilio(leg, CallSid="CA" + "1" * 32, CallStatus="in-progress"))
        assert here.only(Call).state == "talking"
        _post(here, posts.twilio(CallStatus="completed"))
        _post(here, posts.twilio(CallStatus="completed"))
        _answered(here)
        wrong = posts.twilio(token="another")
        answer = here.client.post(
            "/v1/channels/phone/inbound", content=wrong.body, headers=dict(wrong.headers)
        )
        assert answer.status_code == 403


def test_asterisk(database: Database, tmp_path: Path) -> None:
    clock = Clock()
    with AriFake("shop", "hush", clock=clock) as fake:
        table = _table("ari", url=fake.address)
        with _office(database, tmp_path, clock, **table) as here:
            headers = here.sign_in("jansen")
            here.office.listening.start()
            wait_until(lambda: fake.heard == 1, 60)

            def work_until(true: Callable[[], bool]) -> None:
                def look() -> bool:
                    here.work()
                    return true()

                wait_until(look, 60, lambda: str(fake.asked))

            fake.asterisk.ring(posts.NUMBER)
            work_until(lambda: bool(here.rows(Call)))
            call = here.only(Call)
            where = {"contact_id": call.contact_id, "call_id": call.id}
            assert here.act(headers, AnswerCall.kind, **where)["outcome"] == "accepted"
            work_until(lambda: here.only(Call).state == "talking")
            work_until(lambda: bool(fake.asterisk.live))
            clock.ahead(seconds=12)
            assert here.act(headers, HangUpCall.kind, **where)["outcome"] == "accepted"
            work_until(lambda: here.only(Call).state == "ended")
            work_until(lambda: any(x.state == "ready" for x in here.rows(Attachment)))
            _answered(here)
            (line,) = [line for line in here.rows(Line) if line.channel == "phone"]
            assert (line.provider, line.state) == ("phone", "open")
