"""How providers come in: shown that we are us, believed when they sign, answered as they want."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.running import settings_for
from workstation.channels.console.reading import read
from workstation.channels.incoming import (
    NotUnderstood,
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
from workstation.rules.failures import coded
from workstation.server.app import create_app
from workstation.server.office import Office
from workstation.server.store.database import Database


class Strict(Channel):
    """Signs over address and body, as some do."""

    name = "phone"

    def __init__(self) -> None:
        self.seen: list[Request] = []

    @property
    def rules(self) -> Rules:
        return Rules(longest_text=100)

    def parse(self, body: bytes) -> Parsed:
        if body == b"bug":
            raise ZeroDivisionError
        if body == b"odd":
            raise NotUnderstood("odd")
        return read(body)

    def send(self, message: Outbound) -> Sent:
        raise AssertionError("nothing is sent here")

    def is_genuine(self, request: Request) -> bool:
        self.seen.append(request)
        return request.headers.get("x-proof") == f"{request.url}|{len(request.body)}"

    def greet(self, request: Request) -> Response | None:
        given = request.query.get("challenge")
        if given is None:
            return None
        if request.query.get("token") != "ours":
            return Response(status=403)
        return Response(body=given.encode())

    def wrap(self, request: Request) -> bytes:
        return request.body or request.url.encode()

    def acknowledge(self, request: Request) -> Response:
        return Response(body=b"<Response/>", media_type="text/xml")


BASE = "https://desk.example.nl"


@pytest.fixture
def strict() -> Strict:
    return Strict()


@pytest.fixture
def client(sqlite_office: Database, tmp_path: Path, strict: Strict) -> Iterator[TestClient]:
    settings = settings_for(sqlite_office, tmp_path, job_threads=0, public_url=BASE + "/")
    with TestClient(create_app(settings, channels={"phone": strict})) as client:
        yield client


def kept(client: TestClient) -> list[bytes]:
    from sqlalchemy import select

    from workstation.models.office import Arrival

    office = client.app.state.office  # type: ignore[attr-defined]
    assert isinstance(office, Office)
    with office.database.read() as session:
        return list(session.scalars(select(Arrival.body).order_by(Arrival.id)))


def test_a_provider_is_shown_that_we_are_us(client: TestClient) -> None:
    where = "/v1/channels/phone/inbound"
    answer = client.get(where, params={"challenge": "1234", "token": "ours"})
    assert (answer.status_code, answer.text) == (200, "1234")
    assert client.get(where, params={"challenge": "1234", "token": "theirs"}).status_code == 403
    assert client.get(where).status_code == 404
    assert client.get("/v1/channels/email/inbound").status_code == 404


@pytest.mark.parametrize("rest", ["", "/voice/recording", "/a%20b?step=1&step=2"])
def test_what_it_signed_is_checked_as_it_wrote_it(
    client: TestClient, strict: Strict, rest: str
) -> None:
    path = f"/v1/channels/phone/inbound{rest}"
    proof = {"X-Proof": f"{BASE}{path}|4"}
    answer = client.post(path, content=b"{ } ", headers=proof)
    assert (answer.status_code, answer.text) == (200, "<Response/>")
    assert answer.headers["content-type"].startswith("text/xml")
    assert kept(client) == [b"{ } "]
    assert strict.seen[0].method == "POST"


def test_nobody_else_is_believed(client: TestClient) -> None:
    for headers in ({}, {"X-Proof": f"{BASE}/v1/channels/phone/inbound|9"}):
        answer = client.post("/v1/channels/phone/inbound", content=b"{}", headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
    answer = client.post("/v1/channels/nothing/inbound", content=b"{}")
    assert answer.status_code == 404
    assert kept(client) == []


def test_what_a_parser_stumbles_over_is_acknowledged_and_set_aside(client: TestClient) -> None:
    from workstation.models.office import Arrival

    path = "/v1/channels/phone/inbound"
    for body in (b"bug", b"odd", b"{}"):
        proof = {"X-Proof": f"{BASE}{path}|{len(body)}"}
        assert client.post(path, content=body, headers=proof).status_code == 200
    office = client.app.state.office  # type: ignore[attr-defined]
    office.taking.take_all()
    with office.database.read() as session:
        found = {one.body: (one.state, one.error) for one in session.query(Arrival)}
    assert found == {
        b"bug": ("failed", coded("arrival.fault", what="ZeroDivisionError")),
        b"odd": ("failed", coded("arrival.not_understood", what="odd")),
        b"{}": ("parsed", ""),
    }
