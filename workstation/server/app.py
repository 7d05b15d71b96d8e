"""The application: one office behind its API."""

import asyncio
import signal
import threading
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from types import FrameType
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from workstation import __version__
from workstation.channels.chat.channel import LARGEST_FILE
from workstation.channels.port import (
    Channel,
)
from workstation.models import now_ms
from workstation.server import problems
from workstation.server.chat.door import ChatDoor
from workstation.server.doorway import Doorway
from workstation.server.files import routes as files
from workstation.server.office import Office
from workstation.server.routes import (
    actions,
    admin,
    channels as providers,
    chat,
    customers,
    feed,
    health,
    signals,
)
from workstation.server.settings import Settings
from workstation.server.signin import routes as signing_in

Told = Callable[[int, FrameType | None], object]

EVERYWHERE = problems.describe("invalid", "too_large", "busy", "unexpected")
"""What any route may answer with."""

CHAT_LIMIT = 64 << 10
"""Bytes of what a browser says at once, photos apart."""

ROUTERS = (
    signing_in.router,
    actions.router,
    feed.router,
    signals.router,
    customers.router,
    files.router,
    providers.router,
    chat.script,
    chat.router,
    admin.router,
    health.router,
)


def create_app(
    settings: Settings,
    *,
    clock: Callable[[], int] = now_ms,
    channels: Mapping[str, Channel] | None = None,
) -> FastAPI:
    """An office on `settings.database`. It opens and closes with the application's lifespan."""
    office = Office(settings, clock=clock, channels=channels)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        loop = asyncio.get_running_loop()
        await asyncio.to_thread(office.start, loop)
        _drain_when_told(loop, office)
        yield
        office.drain()
        await asyncio.to_thread(office.stop)

    app = FastAPI(
        title="Workstation",
        version=__version__,
        summary="The office: what desks and channels talk to.",
        lifespan=lifespan,
        docs_url="/v1/docs",
        redoc_url=None,
        openapi_url="/v1/openapi.json",
        swagger_ui_oauth2_redirect_url=None,
    )
    app.state.office = office
    for router in ROUTERS:
        app.include_router(router)
    problems.install(app)
    app.add_middleware(providers.ProviderDoor, office=office)
    app.add_middleware(
        Doorway,
        limits=(
            ("/v1/channels/", settings.inbound_limit),
            ("/v1/uploads/", settings.piece_limit),
            ("/v1/chat/files", LARGEST_FILE),
            ("/v1/chat/", CHAT_LIMIT),
            ("", settings.json_limit),
        ),
        measures=office.measures,
    )
    app.add_middleware(
        ChatDoor, office=office
    )  # outermost: a browser must be able to read refusals
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]
    return app


def _drain_when_told(loop: asyncio.AbstractEventLoop, office: Office) -> None:
    """End the streams as soon as the process is told to stop: the server waits for open requests,
    and desks would keep theirs open for ever."""
    if threading.current_thread() is not threading.main_thread():
        return  # signals are the main thread's
    for name in (signal.SIGTERM, signal.SIGINT):
        before = signal.getsignal(name)
        if not callable(before):
            continue

        def told(number: int, frame: FrameType | None, before: Told = before) -> None:
            loop.call_soon_threadsafe(office.drain)
            before(number, frame)

        signal.signal(name, told)


def _openapi(app: FastAPI) -> dict[str, Any]:
    """FastAPI's own document, with every error as a problem document."""
    if app.openapi_schema is None:
        document = get_openapi(
            title=app.title, version=app.version, summary=app.summary, routes=app.routes
        )
        schemas = document.setdefault("components", {}).setdefault("schemas", {})
        schemas["Problem"] = problems.PROBLEM_SCHEMA
        for operations in document["paths"].values():
            for operation in operations.values():
                answers = operation["responses"]
                known = {str(status): what for status, what in EVERYWHERE.items()}
                operation["responses"] = answers | {
                    status: what
                    for status, what in known.items()
                    if status not in answers or "application/json" in answers[status]["content"]
                }
        schemas.pop("HTTPValidationError", None)
        schemas.pop("ValidationError", None)
        app.openapi_schema = document
    return app.openapi_schema
