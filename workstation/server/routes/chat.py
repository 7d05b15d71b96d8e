"""/v1/chat and /chat.js: the doors for the script on the shop's pages (`docs/channels.md`).

Who a browser is, is a random token that it keeps; with it one reads and writes one's own
conversation and nothing else. Without `[chat]` in the configuration there are no such doors.
"""

import asyncio
import math
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Path, Query, Request, Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.responses import FileResponse

from workstation.actions.base import Ref
from workstation.channels.chat.box import BoxFull
from workstation.channels.chat.channel import LARGEST_FILE, RULES, Chat
from workstation.channels.chat.customer_token import read_token
from workstation.channels.chat.settings import Language
from workstation.models.office import Visitor
from workstation.models.text import one_line
from workstation.server.chat import stream as chat_stream, visitors, words as chat_words
from workstation.server.chat.forms import (
    Begun,
    Config,
    Conversation,
    Introduction,
    Photo,
    Seen,
    Taken,
    Theme,
    Written,
)
from workstation.server.chat.invitations import invite
from workstation.server.chat.reception import FileMissingError, TooOftenError
from workstation.server.chat.script import chat_script
from workstation.server.clean import BrowserRoute
from workstation.server.files.kinds import FileRefusedError, Looked, look_at
from workstation.server.intake.door import DoorFullError
from workstation.server.office import Office, office_of
from workstation.server.problems import ProblemError, describe
from workstation.server.store.visit import file_of, read_visit

script = APIRouter(tags=["chat"])
router = APIRouter(prefix="/v1/chat", route_class=BrowserRoute, tags=["chat"])

bearer = HTTPBearer(
    auto_error=False, description="The token that beginning a visit gave.", scheme_name="visitor"
)
Given = Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)]
Place = Annotated[str, Query(max_length=100, description="From the reading before.")]
TOKEN = 200
"""Characters of a visitor's token that are looked at."""


@script.get(
    "/chat.js",
    summary="The script of the chat",
    response_class=Response,
    responses={
        200: {
            "description": "The script.",
            "content": {"text/javascript": {"schema": {"type": "string"}}},
        },
        304: {"description": "What you have is what there is."},
        **describe("not_found"),
    },
)
def read_script(
    request: Request, if_none_match: Annotated[str, Header(max_length=2000)] = ""
) -> Response:
    """What a shop puts on its pages: `<script src="https://.../chat.js" async></script>`."""
    _chat(office_of(request))
    found = chat_script()
    headers = {
        "ETag": found.etag,
        "Cache-Control": "public, max-age=600",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Access-Control-Allow-Origin": "*",
    }
    if found.etag in if_none_match or if_none_match.strip() == "*":
        return Response(status_code=304, headers=headers)
    return Response(found.content, media_type="text/javascript", headers=headers)


def _chat(office: Office) -> Chat:
    chat = office.reception.chat
    if chat is None:
        raise ProblemError("not_found", "The chat is not open.")
    return chat


def opened(request: Request) -> Chat:
    """The dependency of every route here: the chat, for an address that does not ask too often."""
    office = office_of(request)
    chat = _chat(office)
    _allowed(office.reception.admit, request.client.host if request.client else "")
    return chat


def visiting(request: Request, chat: "Opened", given: Given) -> Visitor:
    """The dependency of every route that needs a visitor."""
    token = given.credentials if given else ""
    found = visitors.find(office_of(request).database, token) if 0 < len(token) <= TOKEN else None
    if found is None:
        raise ProblemError("sign_in_needed", "Begin a visit first.")
    return found


Opened = Annotated[Chat, Depends(opened)]
Visiting = Annotated[Visitor, Depends(visiting)]


@router.get(
    "/config",
    summary="How to show the chat",
    responses=describe("not_allowed", "not_found", "too_many_attempts", "invalid"),
)
def config(
    request: Request,
    response: Response,
    chat: Opened,
    language: Language = "nl",
    who: Annotated[
        str,
        Query(max_length=80, description="What the browser calls its person, for shares of them."),
    ] = "",
) -> Config:
    """Colours, words, limits, opening hours; and whether this visitor is invited at all."""
    office = office_of(request)
    settings, now = chat.settings, office.clock()
    with office.database.read() as session:
        invitation = invite(session, settings, who, now)
    if who:
        office.reception.invited.count(who, offered=invitation.offered)
    response.headers["Cache-Control"] = "private, max-age=30"
    return Config(
        offered=invitation.offered,
        open=invitation.is_open,
        opens_at=invitation.opens_at,
        hours=invitation.hours,
        time_zone=settings.time_zone,
        status=chat_words.status(invitation, settings.time_zone, language, now),
        theme=Theme(**settings.theme.model_dump()),
        words=chat_words.words(settings, language),
        asks=chat_words.asks(settings, invitation, language),
        longest_text=RULES.longest_text,
        largest_file=RULES.largest_file,
        most_files=RULES.most_files,
        media_types=sorted(RULES.media_types),
    )


@router.post(
    "/visits",
    summary="Begin a visit, or go on with one",
    responses=describe("not_allowed", "not_found", "too_many_attempts", "invalid"),
)
def begin(given: Introduction, request: Request, chat: Opened, held: Given) -> Begun:
    """Shows the token it has, if any, and keeps the one in the answer. What the shop signed makes
    the visitor somebody it knows; whoever is somebody else than before begins anew."""
    office = office_of(request)
    token = held.credentials if held and len(held.credentials) <= TOKEN else ""
    signed = read_token(given.customer_token, chat.settings.secret, office.clock())
    address = request.client.host if request.client else ""
    if not token or visitors.find(office.database, token) is None:
        _allowed(office.reception.admit_newcomer, address)
    introduced = visitors.Introduced(
        language=given.language,
        name=one_line(given.name, 200),
        mail=given.mail,
        signed=signed,
    )
    visitor, token = visitors.visit(office.database, token, introduced, now=office.clock())
    return Begun(
        token=token,
        visitor=visitor.id,
        name=visitor.name,
        recognised=bool(visitor.customer_ref),
    )


@router.post(
    "/visits/end",
    summary="End a visit",
    status_code=204,
    response_class=Response,
    responses=describe("sign_in_needed", "not_allowed", "not_found", "too_many_attempts"),
)
def end(request: Request, chat: Opened, visitor: Visiting, held: Given) -> Response:
    """For whoever signs out at the shop: the token opens nothing from now on, wherever it is kept.
    The shop keeps the conversation."""
    office = office_of(request)
    if held is not None:
        visitors.end(office.database, held.credentials)
        office.end_streams(visitor.id)
    return Response(status_code=204)


_WRITING = describe(
    "sign_in_needed", "not_allowed", "not_found", "too_many_attempts", "invalid", "busy"
)


@router.post(
    "/messages",
    summary="Write a message",
    status_code=202,
    responses={**_WRITING, **describe("conflict")},
)
async def write(written: Written, request: Request, chat: Opened, visitor: Visiting) -> Taken:
    """Durable when this answers. The files of it must have been brought before."""
    office = office_of(request)
    if not written.text.strip() and not written.files:
        raise ProblemError("invalid", "A message needs text or a file.")
    _allowed(office.reception.admit_message, visitor.id)
    try:
        await office.reception.take(chat, visitor, written)
    except FileMissingError:
        raise ProblemError("conflict", "Bring the files first.") from None
    except DoorFullError:
        raise ProblemError("busy", headers={"Retry-After": "1"}) from None
    return Taken(id=written.id)


@router.get(
    "/messages",
    summary="Read the conversation",
    response_model=Conversation,
    responses=describe("sign_in_needed", "not_allowed", "not_found", "too_many_attempts"),
)
def read(request: Request, chat: Opened, visitor: Visiting, cursor: Place = "") -> Response:
    """What is new since the cursor; everything without one."""
    office = office_of(request)
    _allowed(office.reception.admit_reading, visitor.id)
    names = chat.settings.agents == "first_name"
    found = read_visit(office.database, visitor.id, cursor, names=names)
    return _escaped(found.as_json())


@router.get(
    "/stream",
    summary="The conversation as it happens",
    responses={
        200: {
            "description": "Server-sent events: `conversation`, `typing`, `beat`.",
            "content": {"text/event-stream": {"schema": {"type": "string"}}},
        },
        **describe("sign_in_needed", "not_allowed", "not_found", "too_many_attempts", "busy"),
    },
    response_class=Response,
)
async def stream(request: Request, chat: Opened, visitor: Visiting, cursor: Place = "") -> Response:
    """Goes on from the cursor until the browser leaves, or the server does."""
    office = office_of(request)
    _allowed(office.reception.admit_reading, visitor.id)
    return chat_stream.stream(office, chat, visitor, cursor)


@router.post(
    "/seen",
    summary="Say what arrived, or was seen",
    status_code=204,
    response_class=Response,
    responses=_WRITING,
)
async def note_seen(seen: Seen, request: Request, chat: Opened, visitor: Visiting) -> Response:
    office = office_of(request)
    _allowed(office.reception.admit_reading, visitor.id)
    try:
        await office.reception.note_seen(chat, visitor, seen)
    except DoorFullError:
        raise ProblemError("busy", headers={"Retry-After": "1"}) from None
    return Response(status_code=204)


@router.post(
    "/typing",
    summary="Let the agent see that you type",
    status_code=204,
    response_class=Response,
    responses=describe("sign_in_needed", "not_allowed", "not_found", "too_many_attempts"),
)
def typing(request: Request, chat: Opened, visitor: Visiting) -> Response:
    """Repeat it every few seconds while it lasts. Never stored."""
    office_of(request).reception.signal(visitor.id, "typing")
    return Response(status_code=204)


_FILE: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            name: {"schema": {"type": "string", "format": "binary"}}
            for name in sorted(RULES.media_types)
        },
    }
}


@router.post(
    "/files",
    summary="Bring a file",
    responses={**_WRITING, **describe("type_refused", "too_large")},
    openapi_extra=_FILE,
)
async def bring(
    request: Request,
    chat: Opened,
    visitor: Visiting,
    content_type: Annotated[str, Header(max_length=200)] = "",
) -> Photo:
    """A photo or a PDF file, whole. It is kept until a message comes with it, for a day or two."""
    office = office_of(request)
    media_type = content_type.partition(";")[0].strip().lower()
    if media_type not in RULES.media_types:
        raise ProblemError("type_refused", "The chat takes photos and PDF files.")
    _allowed(office.reception.admit_file, visitor.id)
    content = await request.body()
    if not RULES.takes(media_type, len(content)):
        raise ProblemError("too_large", f"The most for a file is {LARGEST_FILE:,} bytes.")

    def keep() -> tuple[str, Looked]:
        looked = look_at(office.settings, content, media_type)
        return office.reception.keep_file(chat, visitor, content), looked

    try:
        name, looked = await asyncio.to_thread(keep)
    except FileRefusedError as refused:
        raise ProblemError(refused.code, refused.detail) from None
    except BoxFull:
        raise ProblemError("too_many_attempts", headers={"Retry-After": "3600"}) from None
    return Photo(
        id=name,
        media_type=looked.media_type,
        size=len(content),
        width=looked.width,
        height=looked.height,
    )


@router.get(
    "/files/{file_id}",
    summary="Read a file of the conversation",
    response_class=FileResponse,
    responses={
        200: {
            "description": "The content.",
            "content": {"*/*": {"schema": {"type": "string", "format": "binary"}}},
        },
        206: {"description": "The part that `Range` asked for."},
        **describe("sign_in_needed", "not_allowed", "not_found", "too_many_attempts", "range"),
    },
)
def read_file(
    file_id: Annotated[Ref, Path()], request: Request, chat: Opened, visitor: Visiting
) -> Response:
    """For the visitor whose conversation it is in."""
    office = office_of(request)
    with office.database.read() as session:
        found = file_of(session, visitor.id, file_id)
    if found is None or not office.files.has(found.sha256):
        raise ProblemError("not_found")
    return FileResponse(
        office.files.path(found.sha256),
        media_type=found.media_type,
        headers={
            "Cache-Control": "private, max-age=86400, immutable",
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )


def _allowed(admit: Any, whose: str) -> None:
    try:
        admit(whose)
    except TooOftenError as often:
        seconds = str(math.ceil(often.wait))
        raise ProblemError("too_many_attempts", headers={"Retry-After": seconds}) from None


def _escaped(content: dict[str, Any]) -> Response:
    """Half a character that somebody wrote is in no UTF-8, but JSON can say it."""
    return Response(chat_stream.dump(content), media_type="application/json")
