"""The doors for providers: what customers write comes in here, signed."""

from typing import Annotated, Any

from fastapi import APIRouter, Header, Path, Query, Request
from pydantic import BaseModel

from workstation.channels.console.channel import Console
from workstation.channels.port import Channel, is_signed
from workstation.server.intake.door import DoorFullError
from workstation.server.office import Office, office_of
from workstation.server.problems import ProblemError, describe

router = APIRouter(prefix="/v1/channels", tags=["channels"])

Name = Annotated[str, Path(max_length=40, examples=["console"])]
Signature = Annotated[
    str, Header(max_length=200, description="`sha256=` and the HMAC-SHA256 of the raw body.")
]


class Taken(BaseModel):
    """The body is durable. Posting it again changes nothing."""

    taken: bool = True


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
    office = office_of(request)
    body = await request.body()
    found = _opened(office, channel, body, x_workstation_signature)
    try:
        await office.door.receive(found, body)
    except DoorFullError:
        raise ProblemError("busy", headers={"Retry-After": "1"}) from None
    return Taken()


class Outbox(BaseModel):
    """What the console was asked to send, oldest first, and the place to go on from."""

    messages: list[dict[str, Any]]
    after: int


@router.get(
    "/console/outbox",
    summary="What the console sent",
    responses=describe("not_allowed", "not_found"),
)
def outbox(
    request: Request,
    after: Annotated[int, Query(ge=0, le=1 << 62)] = 0,
    limit: Annotated[int, Query(ge=1, le=1000)] = 500,
    x_workstation_signature: Signature = "",
) -> Outbox:
    """For simulated customers, who answer. Signed over the path and query, as text."""
    office = office_of(request)
    asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    found = _opened(office, "console", asked.encode(), x_workstation_signature)
    if not isinstance(found, Console):
        raise ProblemError("not_found")
    messages, place = found.provider.after(after, limit)
    return Outbox(messages=messages, after=place)


def _opened(office: Office, name: str, signed: bytes, signature: str) -> Channel:
    """The channel, if it has a secret and this was signed with it."""
    channel = office.channels.get(name)
    secret = office.settings.channel_secrets.get(name, "")
    if channel is None or not secret:
        raise ProblemError("not_found", "This channel is not open.")
    if not is_signed(secret, signed, signature):
        raise ProblemError("not_allowed", "The signature does not fit.")
    return channel
