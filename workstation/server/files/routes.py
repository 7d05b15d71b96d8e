"""/v1/uploads and /v1/files: attachments in and out."""

import asyncio
import re
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Header, Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import ClientDisconnect
from starlette.responses import FileResponse

from workstation.actions.base import Ref
from workstation.models.office import Upload
from workstation.server.clean import CleanRoute
from workstation.server.files.kinds import FileRefusedError, check_claim
from workstation.server.files.readable import readable
from workstation.server.files.uploads import OtherContentError
from workstation.server.office import Office, office_of
from workstation.server.problems import ProblemError, describe
from workstation.server.signin.who import SignedIn

router = APIRouter(prefix="/v1", route_class=CleanRoute, tags=["files"])

_GATHER = 1 << 18
_SHOWN_INLINE = ("image/", "audio/", "video/")
_PIECE = {
    "requestBody": {
        "required": True,
        "content": {"application/offset+octet-stream": {"schema": {"type": "string"}}},
    }
}

UploadId = Annotated[Ref, Path()]
Sha256 = Annotated[str, Path(pattern="^[0-9a-f]{64}$")]


class Announced(BaseModel):
    """A file that is about to come: its SHA-256, size in bytes, type, and name."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$", examples=["9f86d08..."])]
    size: Annotated[int, Field(ge=1, le=1 << 40)]
    media_type: Annotated[str, Field(max_length=100, examples=["image/jpeg"])]
    name: Annotated[str, Field(max_length=200, examples=["flicker.jpg"])] = ""


class Place(BaseModel):
    """How far an upload is: the next piece begins at `offset`."""

    id: str
    offset: int
    size: int
    done: bool


@router.post(
    "/uploads",
    summary="Announce a file",
    responses=describe("sign_in_needed", "type_refused", "too_large", "invalid", "busy"),
)
def begin(announced: Announced, request: Request, who: SignedIn) -> Place:
    """Begins an upload, or goes on with the one this agent began before. Content that is here
    already need not be sent: who knows its hash and size has it."""
    office = office_of(request)
    try:
        check_claim(office.settings, announced.media_type, announced.size)
    except FileRefusedError as refused:
        raise ProblemError(refused.code, refused.detail) from None
    upload = office.uploads.begin(
        who.agent.id,
        sha256=announced.sha256,
        size=announced.size,
        media_type=announced.media_type,
        name=announced.name,
        now=office.clock(),
    )
    return _place(upload, office.uploads.offset(upload))


@router.get(
    "/uploads/{upload_id}",
    summary="How far is an upload?",
    responses=describe("sign_in_needed", "not_found", "invalid"),
)
def progress(upload_id: UploadId, request: Request, who: SignedIn) -> Place:
    office = office_of(request)
    upload = _mine(office, who.agent.id, upload_id)
    return _place(upload, office.uploads.offset(upload))


@router.head(
    "/uploads/{upload_id}",
    summary="How far is an upload? (as a header)",
    response_class=Response,
    responses=describe("sign_in_needed", "not_found", "invalid"),
)
def progress_header(upload_id: UploadId, request: Request, who: SignedIn) -> Response:
    """`Upload-Offset` says it."""
    office = office_of(request)
    upload = _mine(office, who.agent.id, upload_id)
    headers = {
        "Upload-Offset": str(office.uploads.offset(upload)),
        "Upload-Length": str(upload.size),
        "Cache-Control": "no-store",
    }
    return Response(headers=headers)


@router.patch(
    "/uploads/{upload_id}",
    summary="Send a piece of a file",
    responses=describe(
        "sign_in_needed",
        "not_found",
        "range",
        "conflict",
        "type_refused",
        "too_large",
        "invalid",
        "busy",
    ),
    openapi_extra=_PIECE,
)
async def add(
    upload_id: UploadId,
    request: Request,
    who: SignedIn,
    upload_offset: Annotated[int, Header(ge=0, le=1 << 40)],
) -> Place:
    """The bytes from `Upload-Offset` on. What arrives of a piece that breaks off is kept. With the
    last piece the content is checked: its hash, and that it is what it says it is."""
    office = office_of(request)
    upload = await asyncio.to_thread(_mine, office, who.agent.id, upload_id)
    arrived = await asyncio.to_thread(office.uploads.offset, upload)
    if arrived == upload.size:
        return _place(upload, arrived)
    if upload_offset > arrived:
        raise ProblemError("range", f"Go on from {arrived}.", headers=_offset(arrived))
    at = await _write(office, upload, upload_offset, request)
    if at == upload.size:
        try:
            await asyncio.to_thread(office.uploads.finish, upload, office.clock())
        except OtherContentError:
            raise ProblemError(
                "conflict", "What arrived is not what was announced. Begin again."
            ) from None
        except FileRefusedError as refused:
            raise ProblemError(refused.code, refused.detail) from None
    return _place(upload, max(at, arrived))


async def _write(office: Office, upload: Upload, at: int, request: Request) -> int:
    """Write what comes, as it comes; where that ended."""
    gathered = bytearray()
    try:
        async for part in request.stream():
            gathered += part
            if at + len(gathered) > upload.size:
                raise ProblemError("range", "That is more than was announced.")
            if len(gathered) >= _GATHER:
                at = await asyncio.to_thread(office.uploads.add, upload, at, bytes(gathered))
                gathered.clear()
    except ClientDisconnect:
        if gathered:
            at = await asyncio.to_thread(office.uploads.add, upload, at, bytes(gathered))
        raise
    if gathered:
        at = await asyncio.to_thread(office.uploads.add, upload, at, bytes(gathered))
    return at


@router.get(
    "/files/{sha256}",
    summary="Read a file",
    response_class=FileResponse,
    responses={
        200: {
            "description": "The content.",
            "content": {"*/*": {"schema": {"type": "string", "format": "binary"}}},
        },
        206: {"description": "The part that `Range` asked for."},
        304: {"description": "What you have is what there is."},
        **describe("sign_in_needed", "not_found", "range", "invalid"),
    },
)
def read(
    sha256: Sha256,
    request: Request,
    who: SignedIn,
    name: Annotated[str, Query(max_length=200, description="What to call it when saved.")] = "",
    if_none_match: Annotated[str, Header(max_length=2000)] = "",
) -> Response:
    """For who brought it, and for who may read a message that carries it."""
    office = office_of(request)
    with office.database.read() as session:
        blob = readable(session, who.agent.id, sha256)
    path = office.files.path(sha256)
    if blob is None or not path.is_file():
        raise ProblemError("not_found")
    headers = {
        "ETag": f'"{sha256}"',
        "Cache-Control": "private, max-age=31536000, immutable",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Content-Disposition": _disposition(blob.media_type, name),
    }
    if f'"{sha256}"' in if_none_match or if_none_match.strip() == "*":
        return Response(status_code=304, headers=headers)
    return FileResponse(path, media_type=blob.media_type, headers=headers)


def _disposition(media_type: str, name: str) -> str:
    """Only what cannot run is shown in place. Names are said twice: plainly, and in full."""
    kind = "inline" if media_type.startswith(_SHOWN_INLINE) else "attachment"
    if not name:
        return kind
    plain = re.sub(r"[^A-Za-z0-9._ -]", "_", name)
    full = quote(name.encode("utf-8", "replace"), safe="")
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{full}"


def _mine(office: Office, agent_id: str, upload_id: str) -> Upload:
    upload = office.uploads.find(agent_id, upload_id)
    if upload is None:
        raise ProblemError("not_found")
    return upload


def _place(upload: Upload, offset: int) -> Place:
    return Place(id=upload.id, offset=offset, size=upload.size, done=offset == upload.size)


def _offset(at: int) -> dict[str, str]:
    return {"Upload-Offset": str(at)}
