"""A desk follows the office's clock as far as its answers say it, and says nothing before what it
answers, also where its own clock is behind."""

import hashlib
import threading
from collections.abc import Iterator
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.desk import Desk
from tests.small_shop import NOW, furnish
from workstation import actions
from workstation.models.ids import now_ms
from workstation.replica.api import Api
from workstation.server.store.database import Database

MINUTE = 60_000
EMPTY = hashlib.sha256(b"").hexdigest()


class Clock(BaseHTTPRequestHandler):
    """An office whose clock is ahead by so many milliseconds."""

    ahead = 0

    def do_GET(self) -> None:
        self.send_response_only(200)
        self.send_header("Date", formatdate((now_ms() + self.ahead) // 1000, usegmt=True))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as it is inherited
        """Quiet."""


@pytest.fixture
def office() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Clock) as made:
        threading.Thread(target=made.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{made.server_port}"
        made.shutdown()


@pytest.mark.parametrize("ahead", [0, 10 * MINUTE, -10 * MINUTE])
def test_the_office_s_clock_is_followed(
    office: str, ahead: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Clock, "ahead", ahead)
    api = Api(office)
    for _ in range(3):
        api.file(EMPTY)
        assert abs(api.skew - ahead) <= MINUTE
    monkeypatch.setattr(Clock, "ahead", 0)
    api.file(EMPTY)
    assert api.skew == 0


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("kind", ["reply", "note"])
def test_an_answer_stands_below_what_it_answers(
    database: Database, tmp_path: Path, kind: str
) -> None:
    shop = furnish(database)
    desk = Desk(database, shop.agent, tmp_path / "profile", now=NOW - 10 * MINUTE)
    desk.pull()
    replica = desk.replica
    if kind == "reply":
        replica.act(actions.Reply(contact_id=shop.mine, text="I see.", written_at=NOW))
    else:
        replica.act(actions.Note(contact_id=shop.mine, text="I see.", written_at=NOW))
    said = [one.text for one in replica.transcript(shop.mine).messages]
    assert said == ["It flickers.", "I see."]
    if kind == "reply":
        (row,) = (
            one
            for one in replica.inbox_rows(list(range(-9, 999))).values()
            if one.contact_id == shop.mine
        )
        assert (row.last_text, row.last_side) == ("I see.", "agent")
    desk.close()
