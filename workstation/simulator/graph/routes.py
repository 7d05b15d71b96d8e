"""The addresses of the pretended Graph API: what each does, and how it says no."""

from __future__ import annotations

import asyncio
import secrets
import time
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from workstation.simulator.graph.parameters import parameters
from workstation.simulator.graph.trouble import Next, Refusal, RefusedError

if TYPE_CHECKING:
    from workstation.simulator.graph.fake import GraphFake


def make_app(fake: GraphFake) -> Starlette:
    graph = _Graph(fake)
    routes = [
        Route("/cdn/{secret}", graph.open_file),
        Route("/whatsapp_business/attachments/{secret}", graph.whatsapp_file),
        Route("/{version}/{node}/messages", graph.messages, methods=["POST"]),
        Route("/{version}/{node}/media", graph.upload, methods=["POST"]),
        Route("/{version}/{node}/message_attachments", graph.upload_reusable, methods=["POST"]),
        Route("/{version}/{node}/message_templates", graph.templates),
        Route("/{version}/{node}/subscribed_apps", graph.subscribed),
        Route("/{version}/{node}/phone_numbers", graph.numbers),
        Route("/{version}/{node}", graph.node, methods=["GET"]),
        Route("/{version}/{node}", graph.forget, methods=["DELETE"]),
    ]
    handlers = {RefusedError: _refused, BareStatusError: _bare}
    return Starlette(routes=routes, exception_handlers=handlers)


async def _bare(_: Request, error: Exception) -> Response:
    assert isinstance(error, BareStatusError)
    return Response("upstream connect error", status_code=error.status, media_type="text/plain")


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, RefusedError)
    refusal = error.refusal
    trace = secrets.token_urlsafe(8)
    return JSONResponse(refusal.body(trace), status_code=refusal.status, headers=refusal.headers)


class _Graph:
    def __init__(self, fake: GraphFake) -> None:
        self._fake = fake

    # ------------------------------------------------------------ sending

    async def messages(self, request: Request) -> Response:
        await self._enter(request)
        body, upload = await parameters(request)
        fake = self._fake
        refusal = fake.trouble.too_many(time.monotonic())
        if refusal is not None:
            raise RefusedError(refusal)
        node = request.path_params["node"]
        if node == fake.accounts.phone_number_id:
            if body.get("status") == "read":
                fake.mark_read(str(body.get("message_id") or ""))
                return JSONResponse({"success": True})
            return await self._whatsapp(request, body)
        sending = fake.social_sending.get(self._page(node, body))
        if sending is None:
            raise RefusedError(_unknown(node))
        if body.get("sender_action"):
            return JSONResponse({"recipient_id": (body.get("recipient") or {}).get("id")})
        to = str((body.get("recipient") or {}).get("id") or "")
        trouble = _stop(fake.trouble.next_for(to))
        taken, reusable = sending.take(body, upload)
        fake.take(taken)
        if trouble:
            return await self._hang_up(request)
        answer = {"recipient_id": taken.to, "message_id": taken.id}
        return JSONResponse(answer | ({"attachment_id": reusable} if reusable else {}))

    async def _whatsapp(self, request: Request, body: dict[str, Any]) -> Response:
        fake = self._fake
        to = str(body.get("to") or body.get("recipient") or "").removeprefix("+")
        trouble = _stop(fake.trouble.next_for(to))
        taken = fake.whatsapp_sending.take(body)
        fake.take(taken)
        if trouble:
            return await self._hang_up(request)
        return JSONResponse(
            {
                "messaging_product": "whatsapp",
                "contacts": [{"input": body.get("to") or taken.to, "wa_id": taken.to}],
                "messages": [{"id": taken.id}],
            }
        )

    async def upload(self, request: Request) -> Response:
        """A file for WhatsApp: a form with `messaging_product`, `type` and `file`."""
        await self._enter(request)
        self._number(request)
        body, upload = await parameters(request)
        if body.get("messaging_product") != "whatsapp" or upload is None:
            raise RefusedError(
                Refusal(status=400, code=100, message="(#100) The parameter file is required.")
            )
        if _stop(self._fake.trouble.next_for()):
            return await self._hang_up(request)
        content, media_type, name = upload
        kept = self._fake.media.keep(content, str(body.get("type") or media_type), name=name)
        return JSONResponse({"id": kept.id})

    async def upload_reusable(self, request: Request) -> Response:
        """A file for Messenger or Instagram: a form with `message` and `filedata`."""
        await self._enter(request)
        body, upload = await parameters(request)
        message = body.get("message")
        if upload is None or not isinstance(message, dict) or "attachment" not in message:
            raise RefusedError(
                Refusal(
                    status=400,
                    code=100,
                    subcode=2018047,
                    message="(#100) Upload attachment failure.",
                )
            )
        if _stop(self._fake.trouble.next_for()):
            return await self._hang_up(request)
        kept = self._fake.media.keep(upload[0], upload[1], name=upload[2])
        return JSONResponse({"attachment_id": kept.id})

    # ------------------------------------------------------------ asking

    async def node(self, request: Request) -> Response:
        """A number, a page, a person or a file."""
        await self._enter(request)
        fake, accounts = self._fake, self._fake.accounts
        node = request.path_params["node"]
        fields = [name for name in request.query_params.get("fields", "").split(",") if name]
        if node == accounts.phone_number_id:
            return JSONResponse(
                {
                    "verified_name": accounts.name,
                    "display_phone_number": f"+{accounts.phone_number}",
                    "quality_rating": "GREEN",
                    "code_verification_status": "VERIFIED",
                    "platform_type": "CLOUD_API",
                    "throughput": {"level": "STANDARD"},
                    "status": "CONNECTED",
                    "id": node,
                }
            )
        if node in ("me", accounts.page):
            page: dict[str, Any] = {"name": accounts.name, "id": accounts.page}
            if "instagram_business_account" in fields:
                page["instagram_business_account"] = {"id": accounts.instagram}
            return JSONResponse(page)
        if node == accounts.instagram:
            account = {"username": "example.electronics", "name": accounts.name, "id": node}
            return JSONResponse(account)
        if node == accounts.whatsapp_account:
            return JSONResponse({"id": node, "name": accounts.name, "timezone_id": "1"})
        for customers in (fake.messenger, fake.instagram):
            if node in customers.names:
                return JSONResponse(_person(node, customers.names[node], fields))
        kept = fake.media.find(node)
        if kept is None or kept.open:
            raise RefusedError(_unknown(node))
        secret = fake.media.lend(kept)
        return JSONResponse(
            {
                "url": f"{fake.address}/whatsapp_business/attachments/{secret}",
                "mime_type": kept.media_type,
                "sha256": kept.sha256,
                "file_size": len(kept.content),
                "id": kept.id,
                "messaging_product": "whatsapp",
            }
        )

    async def templates(self, request: Request) -> Response:
        await self._enter(request)
        if request.path_params["node"] != self._fake.accounts.whatsapp_account:
            raise RefusedError(_unknown(request.path_params["node"]))
        address = f"{self._fake.address}{request.url.path}"
        return JSONResponse(self._fake.templates.page(address, request.query_params))

    async def subscribed(self, request: Request) -> Response:
        await self._enter(request)
        accounts = self._fake.accounts
        app: dict[str, Any] = {"name": "Workstation", "id": accounts.app_id}
        if request.path_params["node"] == accounts.whatsapp_account:
            return JSONResponse({"data": [{"whatsapp_business_api_data": app}]})
        fields = sorted(self._fake.subscribed_fields)
        return JSONResponse({"data": [app | {"subscribed_fields": fields}]})

    async def numbers(self, request: Request) -> Response:
        """The numbers of the business account."""
        await self._enter(request)
        accounts = self._fake.accounts
        if request.path_params["node"] != accounts.whatsapp_account:
            raise RefusedError(_unknown(request.path_params["node"]))
        number = {"id": accounts.phone_number_id, "verified_name": accounts.name}
        return JSONResponse({"data": [number]})

    async def forget(self, request: Request) -> Response:
        await self._enter(request)
        node = request.path_params["node"]
        if not self._fake.media.forget(node):
            raise RefusedError(_unknown(node))
        return JSONResponse({"success": True})

    # ------------------------------------------------------------ files

    async def whatsapp_file(self, request: Request) -> Response:
        await self._enter(request)
        return self._file(request)

    async def open_file(self, request: Request) -> Response:
        await asyncio.sleep(self._fake.trouble.slow)
        return self._file(request)

    def _file(self, request: Request) -> Response:
        kept = self._fake.media.fetch(request.path_params["secret"])
        if kept is None or self._fake.trouble.media_expired:
            return Response("URL signature expired", status_code=404, media_type="text/plain")
        headers = {"Content-Disposition": f'attachment; filename="{kept.name or kept.id}"'}
        return Response(kept.content, media_type=kept.media_type, headers=headers)

    # ------------------------------------------------------------ what all have in common

    async def _enter(self, request: Request) -> None:
        await asyncio.sleep(self._fake.trouble.slow)
        given = request.headers.get("authorization", "").removeprefix("Bearer ")
        given = given or request.query_params.get("access_token", "")
        if not secrets.compare_digest(given.encode(), self._fake.accounts.access_token.encode()):
            raise RefusedError(
                Refusal(status=401, code=190, message="Invalid OAuth access token data.")
            )

    async def _hang_up(self, request: Request) -> Response:
        await self._fake.cut(request.scope)
        return Response()

    def _page(self, node: str, body: dict[str, Any]) -> str:
        """Which of our accounts sends: `me` is the page, which speaks for Instagram too."""
        accounts = self._fake.accounts
        if node not in ("me", accounts.page):
            return node
        to = str((body.get("recipient") or {}).get("id") or "")
        if to in self._fake.messenger.wrote_at:
            return accounts.page
        # Of who wrote before this provider was started, the id tells: a page's people have numbers.
        instagram = to in self._fake.instagram.wrote_at or (bool(to) and not to.isdecimal())
        return accounts.instagram if instagram else accounts.page

    def _number(self, request: Request) -> None:
        if request.path_params["node"] != self._fake.accounts.phone_number_id:
            raise RefusedError(_unknown(request.path_params["node"]))


def _stop(trouble: Next | None) -> bool:
    """Whether the answer gets lost; raises RefusedError for other trouble."""
    if trouble is None:
        return False
    if trouble.refusal is not None:
        raise RefusedError(trouble.refusal)
    if not trouble.lost:
        raise BareStatusError(trouble.status)
    return True


class BareStatusError(Exception):
    """An answer without the provider's form, as something on the way to it gives."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def _unknown(node: str) -> Refusal:
    return Refusal(
        status=400,
        code=100,
        subcode=33,
        kind="GraphMethodException",
        message=f"Unsupported request. Object with ID '{node}' does not exist, cannot be loaded "
        "due to missing permissions, or does not support this operation.",
    )


def _person(node: str, name: str, fields: list[str]) -> dict[str, str]:
    first, _, last = name.partition(" ")
    known = {"name": name, "first_name": first, "last_name": last, "username": name.lower()}
    wanted = fields or ["first_name", "last_name"]
    return {field: known[field] for field in wanted if field in known} | {"id": node}
