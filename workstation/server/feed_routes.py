"""The feed's two doors: a pull in pages, and a stream of events that goes on from a cursor."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import orjson
from sqlalchemy import select
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from workstation.models import Membership
from workstation.server.hub import Hub, Listener, audiences_for
from workstation.server.store.cursor import UnreadableCursor, read_cursor
from workstation.server.store.database import Database
from workstation.server.store.feed import pull
from workstation.wire.changes import Packet

PAGE = 2000
CATCH_UP = 1000
"""Rows that a stream itself makes up for when it begins; beyond that the desk pulls."""


@dataclass(frozen=True)
class Reader:
    """Who reads the feed."""

    agent_id: str
    sign_in_id: str
    team_ids: frozenset[str]


def read_page(database: Database, reader: Reader, cursor: str, limit: int) -> Packet:
    """One page after `cursor` ("" for the start). An unreadable cursor starts over."""
    audiences = [*reader.team_ids, reader.agent_id]
    with database.read() as session:
        try:
            at = read_cursor(cursor) if cursor else None
            return pull(database, session, audiences=audiences, cursor=at, limit=limit)
        except UnreadableCursor:
            page = pull(database, session, audiences=audiences, cursor=None, limit=limit)
            page["restart"] = True
            return page


def _first_page(database: Database, reader: Reader, cursor: str) -> Packet | None:
    """What a stream begins with; None when only a pull can say it: too much, or an audience to
    leave, or the reader's teams have changed since they were let in."""
    first = read_page(database, reader, cursor, CATCH_UP)
    with database.read() as session:
        teams = session.scalars(
            select(Membership.team_id).where(
                Membership.agent_id == reader.agent_id, Membership.active
            )
        )
        moved = frozenset(teams) != reader.team_ids
    return None if moved or first["more"] or first["restart"] or first["leave"] else first


async def changes(database: Database, reader: Reader, cursor: str, limit: int) -> Response:
    """GET /v1/changes"""
    page = await run_in_threadpool(read_page, database, reader, cursor, min(limit, PAGE))
    return Response(orjson.dumps(page), media_type="application/json")


async def stream(
    database: Database,
    hub: Hub,
    reader: Reader,
    cursor: str,
    *,
    heartbeat: float,
) -> Response:
    """GET /v1/stream: server-sent events.

    `changes` carries packets and the cursor after them; `beat` says that nothing happened, with a
    cursor; `behind` asks to pull and then to come back; `signal` says who is typing or looking, and
    is never stored. The stream ends when the sign-in does.
    """
    listener = Listener(
        agent_id=reader.agent_id,
        sign_in_id=reader.sign_in_id,
        audiences=audiences_for(reader.team_ids, reader.agent_id),
    )

    async def events() -> AsyncIterator[bytes]:
        hub.join(listener)  # before the first page is read, so that nothing falls in between
        told = hub.upto
        try:
            first = await run_in_threadpool(_first_page, database, reader, cursor)
            if first is None or first["epoch"] != hub.epoch or first["upto"] < told:
                yield _event("behind", {})
                return
            yield _event("changes", {"packets": [first], "upto": first["upto"]}, first["cursor"])
            known = first["upto"]
            while True:
                try:
                    event = await asyncio.wait_for(listener.queue.get(), heartbeat)
                except TimeoutError:
                    if listener.queue.empty():  # else it says so itself
                        known = max(known, hub.upto)
                    yield _event("beat", {"upto": known}, hub.cursor(listener, known))
                    continue
                if event is None:
                    return
                if isinstance(event, bytes):
                    yield event
                    continue
                if event.behind:
                    yield _event("behind", {})
                    return
                if event.upto <= known:
                    continue
                known = event.upto
                yield (
                    b"event: changes\nid: "
                    + hub.cursor(listener, known).encode()
                    + b'\ndata: {"upto":%d,"packets":[' % known
                    + b",".join(event.packets)
                    + b"]}\n\n"
                )
        finally:
            hub.leave(listener)

    return StreamingResponse(
        events(),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


def _event(name: str, data: object, cursor: str = "") -> bytes:
    head = f"event: {name}\n" + (f"id: {cursor}\n" if cursor else "")
    return head.encode() + b"data: " + orjson.dumps(data) + b"\n\n"
