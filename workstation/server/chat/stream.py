"""The event stream of one open chat: the conversation from a cursor on, and who is typing."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from workstation.channels.chat.channel import Chat
from workstation.models.office import Visitor
from workstation.server.chat import visitors
from workstation.server.chat.visit_streams import TooManyOpenError
from workstation.server.office import Office
from workstation.server.problems import ProblemError
from workstation.server.store.visit import Reading, read_visit


def stream(office: Office, chat: Chat, visitor: Visitor, cursor: str) -> Response:
    """`conversation` carries what changed and the cursor after it; `typing` an agent's name, empty
    when they stopped; `beat` that nothing happened. It ends with the visit. Raises ProblemError."""
    visitor_id = visitor.id
    try:
        office.visits.check(visitor_id)
    except TooManyOpenError:
        raise ProblemError("busy", headers={"Retry-After": "10"}) from None
    names = chat.settings.agents == "first_name"

    def reading(cursor: str) -> Reading | None:
        # Whoever signs out while we begin ends nothing here: so it is looked up each time.
        if not visitors.stands(office.database, visitor):
            return None
        return read_visit(office.database, visitor_id, cursor, names=names)

    async def events() -> AsyncIterator[bytes]:
        loop = asyncio.get_running_loop()
        mine = office.visits.join(visitor_id)  # before the first reading: nothing falls between
        try:
            found = await run_in_threadpool(reading, cursor)
            if found is None:
                return
            yield event("conversation", found.as_json())
            loop.run_in_executor(None, office.reception.signal, visitor_id, "looking")
            while True:
                try:
                    await asyncio.wait_for(mine.rung.wait(), office.settings.heartbeat_seconds)
                except TimeoutError:
                    yield event("beat", {})
                    continue
                mine.rung.clear()
                if mine.ended:
                    return
                if mine.typing is not None:
                    (kind, name), mine.typing = mine.typing, None
                    yield event("typing", {"name": name if names else "", "on": kind == "typing"})
                if mine.changed:
                    mine.changed = False
                    before = found
                    found = await run_in_threadpool(reading, before.cursor)
                    if found is None:
                        return
                    if found.messages or found.fresh or found.read_at != before.read_at:
                        yield event("conversation", found.as_json())
        finally:
            if office.visits.leave(mine) and not office.visits.stopping:
                loop.run_in_executor(None, office.reception.signal, visitor_id, "gone")

    return StreamingResponse(
        events(),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


def event(name: str, data: dict[str, Any]) -> bytes:
    return f"event: {name}\n".encode() + b"data: " + dump(data) + b"\n\n"


def dump(data: dict[str, Any]) -> bytes:
    """JSON in ASCII: half a character that somebody wrote is in no UTF-8, but can be escaped."""
    return json.dumps(data, separators=(",", ":")).encode()
