"""A stream goes on exactly where the desk is, or says that a pull is needed first."""

import asyncio
import json
import time
from collections.abc import Callable
from typing import Any

from sqlalchemy import select
from starlette.responses import StreamingResponse

from tests.small_shop import SmallShop, furnish
from workstation.models import Contact, Membership
from workstation.server.feed_routes import Reader, read_page, stream
from workstation.server.hub import Hub
from workstation.server.signals import Signals
from workstation.server.store import stamps
from workstation.server.store.cursor import read_cursor
from workstation.server.store.database import Database
from workstation.server.wake import Wake


def _reader(database: Database, agent_id: str) -> Reader:
    with database.read() as session:
        teams = session.scalars(
            select(Membership.team_id).where(Membership.agent_id == agent_id, Membership.active)
        ).all()
    return Reader(agent_id=agent_id, sign_in_id="", team_ids=frozenset(teams))


def _pulled(database: Database, reader: Reader, *, limit: int = 2000, pages: int = 100) -> str:
    """The cursor after so many pages. Other tests' transactions may hold the feed back before."""
    with database.read() as session:
        newest = stamps.newest(session)
    until = time.monotonic() + 30
    while read_page(database, reader, "", 1)["upto"] <= newest:
        assert time.monotonic() < until, "the feed is held back"
        time.sleep(0.01)
    cursor = ""
    for _ in range(pages):
        page = read_page(database, reader, cursor, limit)
        cursor = page["cursor"]
        if not page["more"]:
            break
    return cursor


def _leave(database: Database, shop: SmallShop) -> None:
    with database.write() as session:
        session.get_one(Membership, shop.agent_in_washing).active = False


def _first_event(
    database: Database, reader: Reader, cursor: str, meanwhile: Callable[[], None] = lambda: None
) -> tuple[str, Any]:
    """Name and data of what a stream says first."""

    async def listen() -> tuple[str, Any]:
        wake = Wake(database)
        hub = Hub(database, wake, Signals(wake))
        hub.start(asyncio.get_running_loop())
        try:
            meanwhile()
            answer = await stream(database, hub, reader, cursor, heartbeat=5)
            assert isinstance(answer, StreamingResponse)
            async for part in answer.body_iterator:
                assert isinstance(part, bytes)
                lines = part.decode().splitlines()
                name = next(line[7:] for line in lines if line.startswith("event: "))
                data = next(line[6:] for line in lines if line.startswith("data: "))
                return name, json.loads(data)
        finally:
            await asyncio.to_thread(hub.stop)
        raise AssertionError("the stream said nothing")

    return asyncio.run(listen())


def test_a_stream_begins_with_what_came_since_the_cursor(database: Database) -> None:
    shop = furnish(database)
    reader = _reader(database, shop.agent)
    cursor = _pulled(database, reader)
    with database.write() as session:
        session.get_one(Contact, shop.mine).subject = "It smokes"
    name, data = _first_event(database, reader, cursor)
    assert name == "changes"
    (packet,) = data["packets"]
    contacts = packet["tables"]["contact"]
    place = contacts["columns"].index("id")
    assert [row[place] for row in contacts["rows"]] == [shop.mine]


def test_who_left_a_team_since_the_last_pull_pulls_first(database: Database) -> None:
    """A stream's packets cannot say that a whole team must be forgotten."""
    shop = furnish(database)
    cursor = _pulled(database, _reader(database, shop.agent))
    _leave(database, shop)
    assert _first_event(database, _reader(database, shop.agent), cursor)[0] == "behind"


def test_who_leaves_a_team_while_the_stream_opens_pulls_first(database: Database) -> None:
    """Let in as a member, and no longer one when the stream begins to listen."""
    shop = furnish(database)
    reader = _reader(database, shop.agent)
    cursor = _pulled(database, reader)
    assert _first_event(database, reader, cursor, lambda: _leave(database, shop))[0] == "behind"


def test_a_pull_that_was_cut_off_goes_on_before_the_stream(database: Database) -> None:
    """Its pages run up to a moment that the stream may already have passed."""
    shop = furnish(database)
    reader = _reader(database, shop.agent)
    cursor = _pulled(database, reader, limit=10, pages=3)
    assert read_cursor(cursor).place is not None
    with database.write() as session:
        session.get_one(Contact, shop.mine).subject = "It smokes"
    assert _first_event(database, reader, cursor)[0] == "behind"


def test_a_cursor_that_makes_no_sense_pulls_first(database: Database) -> None:
    shop = furnish(database)
    assert _first_event(database, _reader(database, shop.agent), "nonsense")[0] == "behind"
