"""The doors for providers: what customers write comes in here, signed, and is kept."""

import asyncio
import json
import re
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import parse_qsl, quote

from fastapi import APIRouter, Header, Path, Query, Request, Response
from fastapi.responses import PlainTextResponse
from pydantic import BaseModel
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Receive, Scope, Send

from workstation.channels import port
from workstation.channels.console.channel import Console
from workstation.channels.port import (
    Channel,
    is_signed,
)
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
_INBOUND = re.compile(r"/v1/channels/([^/]{1,40})/inbound(?:/.*)?")
_SIGNATURE = "x-workstation-signature"
QUICK = 256 << 10
"""Bytes up to which a signature is checked where the body came in; larger ones take a thread."""


@router.get(
    "/{channel}/inbound",
    summary="Show a provider that we are us",
    response_class=PlainTextResponse,
    responses=describe("not_allowed", "not_found"),
)
@router.get("/{channel}/inbound/{rest:path}", include_in_schema=False)
def greet(channel: Name, request: Request) -> Response:
    """Providers ask before they post for the first time. Whatever they want to hear is theirs to
    say; most want their own challenge back."""
    office = office_of(request)
    found = office.channels.get(channel)
    answer = None if found is None else found.greet(_asked(office, request.scope))
    if answer is None:
        raise ProblemError("not_found", "This channel is not open.")
    if answer.status >= 400:
        raise ProblemError("not_allowed")
    return _said(answer)


@router.post(
    "/{channel}/inbound",
    summary="Bring what customers wrote",
    status_code=202,
    response_model=Taken,
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
@router.post("/{channel}/inbound/{rest:path}", include_in_schema=False)
async def inbound(
    channel: Name, request: Request, x_workstation_signature: Signature = ""
) -> Response:
    """Acknowledged once it is durable; what it says is with the agents soon after. What cannot be
    understood is kept too, for a person to look at. Other providers sign and post in their own way,
    and hear what they want to hear."""
    return await _take(office_of(request), channel, request.scope, await request.body())


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
        try:
            response = await _take(self._office, found[1], scope, await _whole(receive))
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


async def _take(office: Office, name: str, scope: Scope, body: bytes) -> Response:
    channel = office.channels.get(name)
    if channel is None or (isinstance(channel, Console) and not _secret(office, name)):
        raise ProblemError("not_found", "This channel is not open.")
    asked = _asked(office, scope, body)
    if len(body) <= QUICK:
        genuine = _is_genuine(office, name, channel, asked)
    else:
        genuine = await asyncio.to_thread(_is_genuine, office, name, channel, asked)
    if not genuine:
        raise ProblemError("not_allowed", "The signature does not fit.")
    try:
        await office.door.receive(channel.name, channel.wrap(asked))
    except DoorFullError:
        raise ProblemError("busy", headers={"Retry-After": "1"}) from None
    return _said(channel.acknowledge(asked))


def _is_genuine(office: Office, name: str, channel: Channel, asked: port.Request) -> bool:
    """Whether its provider posted it. The console plays many, each with a secret of its own."""
    if isinstance(channel, Console):
        return is_signed(_secret(office, name), asked.body, asked.headers.get(_SIGNATURE, ""))
    return channel.is_genuine(asked)


def _secret(office: Office, name: str) -> str:
    return office.settings.channel_secrets.get(name, "")


def _asked(office: Office, scope: Scope, body: bytes = b"") -> port.Request:
    """The request as its provider made it, also behind a proxy that changed its address."""
    headers: dict[str, str] = {}
    for raw_name, raw_value in scope["headers"]:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    query = scope["query_string"].decode("latin-1")
    base = office.settings.public_url.rstrip("/")
    if not base:
        base = f"{scope['scheme']}://{headers.get('host', '')}"
    path = scope.get("raw_path") or quote(scope["path"]).encode()
    url = base + path.decode("latin-1") + (f"?{query}" if query else "")
    return port.Request(
        method=scope["method"],
        url=url,
        query=dict(parse_qsl(query, keep_blank_values=True)),
        headers=headers,
        body=body,
    )


def _said(answer: port.Response) -> Response:
    return Response(answer.body, status_code=answer.status, media_type=answer.media_type)


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
    found, secret = office.channels.get("console"), _secret(office, "console")
    if not isinstance(found, Console) or not secret:
        raise ProblemError("not_found", "This channel is not open.")
    if not is_signed(secret, asked.encode(), x_workstation_signature):
        raise ProblemError("not_allowed", "The signature does not fit.")
    messages, place = found.provider.after(after, limit)
    # Escaped: what customers wrote may come back in an answer, and no UTF-8 holds half a character.
    return Response(
        json.dumps({"messages": messages, "after": place}), media_type="application/json"
    )
