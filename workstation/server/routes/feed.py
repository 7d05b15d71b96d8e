"""GET /v1/changes and /v1/stream: what a desk's agent may see, from a cursor on."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from workstation.server import feed_routes
from workstation.server.feed_routes import Reader
from workstation.server.office import office_of
from workstation.server.problems import describe
from workstation.server.signin.who import SignedIn, Who

router = APIRouter(prefix="/v1", tags=["feed"])

Place = Annotated[
    str, Query(max_length=20_000, description="What the last page or event gave; empty to start.")
]


@router.get(
    "/changes",
    summary="Changes since a cursor",
    responses={
        200: {
            "description": "A packet: rows by table, shares that began or ended, the next cursor.",
            "content": {"application/json": {"schema": {"type": "object"}}},
        },
        **describe("sign_in_needed", "invalid"),
    },
    response_class=Response,
)
async def changes(
    request: Request,
    who: SignedIn,
    cursor: Place = "",
    limit: Annotated[int, Query(ge=1, le=feed_routes.PAGE)] = feed_routes.PAGE,
) -> Response:
    """One page. An unreadable or foreign cursor starts over, which the packet's epoch tells."""
    return await feed_routes.changes(office_of(request).database, _reader(who), cursor, limit)


@router.get(
    "/stream",
    summary="Changes as they happen",
    responses={
        200: {
            "description": "Server-sent events: `changes`, `beat`, `behind`.",
            "content": {"text/event-stream": {"schema": {"type": "string"}}},
        },
        **describe("sign_in_needed", "invalid"),
    },
    response_class=Response,
)
async def stream(request: Request, who: SignedIn, cursor: Place = "") -> Response:
    """Goes on from the cursor until the sign-in ends, or the server does."""
    office = office_of(request)
    return await feed_routes.stream(
        office.database,
        office.hub,
        _reader(who),
        cursor or request.headers.get("last-event-id", ""),
        heartbeat=office.settings.heartbeat_seconds,
    )


def _reader(who: Who) -> Reader:
    return Reader(agent_id=who.agent.id, sign_in_id=who.sign_in_id, team_ids=who.team_ids)
