"""A pretended Asterisk to talk to: its REST interface, and its events over a WebSocket."""

import asyncio
import base64
import hmac
import time
from collections.abc import Callable
from typing import Any, Self
from urllib.parse import unquote

import orjson
from starlette.applications import Starlette
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from workstation.simulator.serving import Serving
from workstation.simulator.telephone.asterisk import Asterisk, NotThereError
from workstation.simulator.telephone.trouble import Trouble

Work = Callable[[dict[str, Any]], Any]


def _now() -> int:
    return time.time_ns() // 1_000_000


class AriFake:
    """Serves between `start` and `stop`, or in a `with`."""

    def __init__(
        self,
        username: str,
        password: str,
        *,
        app: str = "workstation",
        clock: Callable[[], int] = _now,
        port: int = 0,
    ) -> None:
        self._secret = base64.b64encode(f"{username}:{password}".encode()).decode()
        self._app = app
        self._loop: asyncio.AbstractEventLoop | None = None
        self._listeners: set[WebSocket] = set()
        self._sending: set[asyncio.Task[None]] = set()
        self.trouble = Trouble()
        self.asterisk = Asterisk(app, self._tell, clock)
        self.asked: list[str] = []
        """Everything that was wanted of it, as "METHOD path"."""
        inside = self.asterisk
        routes = [
            ("GET", "/asterisk/info", lambda _: {"system": {"version": "20.0"}}),
            ("GET", "/applications/{app}", self._application),
            ("GET", "/channels", lambda _: [*map(inside.facts, inside.channels.values())]),
            ("GET", "/channels/{id}", lambda w: inside.facts(inside.find(w["id"]))),
            ("POST", "/channels", self._originate),
            ("DELETE", "/channels/{id}", lambda w: inside.hangs_up(w["id"])),
            ("POST", "/channels/{id}/ring", lambda w: inside.find(w["id"]) and None),
            ("POST", "/channels/{id}/answer", lambda w: inside.answer(w["id"])),
            ("POST", "/channels/{id}/moh", lambda w: inside.music(w["id"], on=True)),
            ("DELETE", "/channels/{id}/moh", lambda w: inside.music(w["id"], on=False)),
            ("POST", "/bridges/{id}", lambda w: inside.bridges.setdefault(w["id"], []) and None),
            (
                "POST",
                "/bridges/{id}/addChannel",
                lambda w: inside.join(w["id"], w["channel"].split(",")),
            ),
            (
                "POST",
                "/bridges/{id}/removeChannel",
                lambda w: inside.part(w["id"], w["channel"]),
            ),
            ("POST", "/bridges/{id}/record", lambda w: inside.record(w["id"], w["name"])),
            ("DELETE", "/bridges/{id}", lambda w: inside.end(w["id"])),
            ("POST", "/recordings/live/{id}/pause", lambda w: inside.pause(w["id"])),
            ("DELETE", "/recordings/live/{id}/pause", lambda w: inside.go_on(w["id"])),
            ("GET", "/recordings/stored/{id}/file", self._stored),
            ("POST", "/events/user/{id}", self._user_event),
        ]
        app_routes: list[Any] = [
            Route(f"/ari{path}", self._door(work), methods=[method])
            for method, path, work in routes
        ]
        app_routes.append(WebSocketRoute("/ari/events", self._listen))
        self._serving = Serving(Starlette(routes=app_routes), port=port, sockets=True)

    @property
    def address(self) -> str:
        """What belongs into `url`."""
        return self._serving.address

    @property
    def heard(self) -> int:
        """How many listen for events."""
        return len(self._listeners)

    def start(self) -> None:
        self._serving.start()

    def stop(self) -> None:
        self.hang_up_on_listeners()
        self._serving.stop()

    def hang_up_on_listeners(self) -> None:
        """Cut whoever listens off, as a restart does."""
        for listener in list(self._listeners):
            assert self._loop is not None
            asyncio.run_coroutine_threadsafe(listener.close(1012), self._loop).result(timeout=5)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    # ------------------------------------------------------------ doors

    def _door(self, work: Work) -> Callable[[Request], Any]:
        async def door(request: Request) -> Response:
            if not self._knows(request):
                return Response(status_code=401)
            self.asked.append(f"{request.method} {request.url.path.removeprefix('/ari')}")
            wanted = {**request.query_params, **request.path_params}
            body = await request.body()
            if body:
                wanted = {**orjson.loads(body), **wanted}
            if self.trouble.slow:
                await asyncio.sleep(self.trouble.slow)
            wrong = self.trouble.next() if request.method != "GET" else None
            if wrong:
                return Response(status_code=wrong)
            try:
                found = work(wanted)
            except NotThereError:
                return JSONResponse({"message": "not found"}, status_code=404)
            if wrong == 0:
                await self._serving.cut(request.scope)
            if isinstance(found, bytes):
                return Response(found, media_type="audio/wav")
            return Response(status_code=204) if found is None else JSONResponse(found)

        return door

    def _application(self, wanted: dict[str, Any]) -> dict[str, Any]:
        if wanted["app"] != self._app or not self._listeners:
            raise NotThereError(wanted["app"])
        inside = [one.id for one in self.asterisk.channels.values() if one.inside]
        return {"name": self._app, "channel_ids": inside, "bridge_ids": []}

    def _originate(self, wanted: dict[str, Any]) -> dict[str, Any]:
        channel = self.asterisk.originate(
            wanted["channelId"], wanted["endpoint"], wanted["appArgs"], wanted.get("callerId", "")
        )
        return self.asterisk.facts(channel)

    def _stored(self, wanted: dict[str, Any]) -> bytes:
        if wanted["id"] not in self.asterisk.stored:
            raise NotThereError(wanted["id"])
        return self.asterisk.stored[wanted["id"]]

    def _user_event(self, wanted: dict[str, Any]) -> None:
        channel = wanted["source"].removeprefix("channel:")
        self.asterisk.user_event(unquote(wanted["id"]), channel, wanted["variables"])

    async def _listen(self, line: WebSocket) -> None:
        if not self._knows(line) or line.query_params.get("app") != self._app:
            await line.close(1008)
            return
        await line.accept()
        self._loop = asyncio.get_running_loop()
        self._listeners.add(line)
        try:
            while True:
                await line.receive_text()
        except WebSocketDisconnect:
            pass
        finally:
            self._listeners.discard(line)

    def _tell(self, event: dict[str, Any]) -> None:
        """In the order in which it happened, whichever thread it happened in."""
        said = orjson.dumps(event).decode()
        loop = self._loop
        for listener in list(self._listeners):
            assert loop is not None
            loop.call_soon_threadsafe(self._send, listener, said)

    def _send(self, listener: WebSocket, said: str) -> None:
        sending = asyncio.get_running_loop().create_task(listener.send_text(said))
        self._sending.add(sending)
        sending.add_done_callback(self._sending.discard)

    def _knows(self, connection: HTTPConnection) -> bool:
        given = connection.headers.get("authorization", "").removeprefix("Basic ")
        return hmac.compare_digest(given, self._secret)
