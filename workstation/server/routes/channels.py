"""The doors for providers: what customers write comes in here, signed."""

import json
import re
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Header, Path, Query, Request, Response
from pydantic import BaseModel
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Receive, Scope, Send

from workstation.channels.console.channel import Console
from workstation.channels.port import Channel, is_signed
from workstation.server.intake.door import DoorFullError
from workstation.server.office import Office, office_of
from workstation.server.problems import ProblemError, answer, describe

router = APIRouter(prefix="/v1/channels", tags=["channels"])

Name = Annotated[str, Path(max_length=40, examples=["console"])]
Signature = Annotated[
    str, Header(max_length=200, description="`sha256=` and the HMAC-SHA256 of the raw body.")
]


class Taken(BaseModel):
    """The body is durable. Posting it again changes nothing."""

    taken: bool = True


@dataclass(frozen=True)
class _Here:
    """What the metrics call this route."""

    path: str = "/v1/channels/{channel}/inbound"


_HERE = _Here()
_INBOUND = re.compile(r"/v1/channels/([^/]{1,40})/inbound")
_SIGNATURE = b"x-workstation-signature"
_TAKEN = Taken().model_dump_json().encode()


@router.post(
    "/{channel}/inbound",
    summary="Bring what customers wrote",
    status_code=202,
    responses=describe("not_allowed", "not_found", "too_large", "busy"),
    openapi_extra={
        "requestBody": {
            "required": True,
            "description": "The provider's own form, signed with the channel's secret.",
            "content": {
                "application/json": {
                    "schema": {"type": "object"},
                    "example": {
                        "messages": [
                            {
                                "id": "m-1",
                                "thread": "t-1",
                                "from": {"address": "a.bakker@example.nl", "name": "A. Bakker"},
                                "channel": "email",
                                "text": "My television flickers.",
                                "at": 1795000000000,
                            }
                        ]
                    },
                }
            },
        }
    },
)
async def inbound(
    channel: Name, request: Request, x_workstation_signature: Signature = ""
) -> Taken:
    """Acknowledged once it is durable and on the agents' way. What cannot be understood is kept
    too, for a person to look at."""
    await _take(office_of(request), channel, x_workstation_signature, await request.body())
    return Taken()


class ProviderDoor:
    """Answers posts to the route above before the framework looks at them: it is the busiest door
    of an office, and needs nothing of what the others need."""

    def __init__(self, app: ASGIApp, *, office: Office) -> None:
        self._app = app
        self._office = office

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        found = None
        if scope["type"] == "http" and scope["method"] == "POST":
            found = _INBOUND.fullmatch(scope["path"])
        if found is None:
            await self._app(scope, receive, send)
            return
        scope["route"] = _HERE
        signature = dict(scope["headers"]).get(_SIGNATURE, b"").decode("latin-1")
        response: Response = Response(_TAKEN, status_code=202, media_type="application/json")
        try:
            body = await _whole(receive)
            await _take(self._office, found[1], signature, body)
        except ProblemError as problem:
            response = answer(problem.code, problem.detail, headers=problem.headers)
        await response(scope, receive, send)


async def _whole(receive: Receive) -> bytes:
    parts = []
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        parts.append(message.get("body", b""))
        if not message.get("more_body", False):
            return b"".join(parts)


async def _take(office: Office, name: str, signature: str, body: bytes) -> None:
    channel = _opened(office, name, body, signature)
    try:
        await office.door.receive(channel, body)
    except DoorFullError:
        raise ProblemError("busy", headers={"Retry-After": "1"}) from None


class Outbox(BaseModel):
    """What the console was asked to send, oldest first, and the place to go on from."""

    messages: list[dict[str, Any]]
    after: int


@router.get(
    "/console/outbox",
    summary="What the console sent",
    response_model=Outbox,
    responses=describe("not_allowed", "not_found"),
)
def outbox(
    request: Request,
    after: Annotated[int, Query(ge=0, le=1 << 62)] = 0,
    limit: Annotated[int, Query(ge=1, le=1000)] = 500,
    x_workstation_signature: Signature = "",
) -> Response:
    """For simulated customers, who answer. Signed over the path and query, as text."""
    office = office_of(request)
    asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    found = _opened(office, "console", asked.encode(), x_workstation_signature)
    if not isinstance(found, Console):
        raise ProblemError("not_found")
    messages, place = found.provider.after(after, limit)
    # Escaped: what customers wrote may come back in an answer, and no UTF-8 holds half a character.
    return Response(
        json.dumps({"messages": messages, "after": place}), media_type="application/json"
    )


def _opened(office: Office, name: str, signed: bytes, signature: str) -> Channel:
    """The channel, if it has a secret and this was signed with it."""
    channel = office.channels.get(name)
    secret = office.settings.channel_secrets.get(name, "")
    if channel is None or not secret:
        raise ProblemError("not_found", "This channel is not open.")
    if not is_signed(secret, signed, signature):
        raise ProblemError("not_allowed", "The signature does not fit.")
    return channel
