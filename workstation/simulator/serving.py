"""A small web server in a thread of this process, that can also hang up in the middle."""

import asyncio
import socket
import threading
from typing import Any

import uvicorn
from starlette.types import ASGIApp, Scope
from uvicorn.protocols.http.h11_impl import H11Protocol


class Serving:
    """Serves one application on 127.0.0.1. `port` 0 takes any that is free; `sockets` says whether
    it speaks WebSocket too."""

    def __init__(self, app: ASGIApp, *, port: int = 0, sockets: bool = False) -> None:
        self._app = app
        self._sockets = sockets
        self._port = port
        self._lines: dict[tuple[str, int], asyncio.Transport] = {}
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None
        self.address = ""
        """`http://127.0.0.1:port` while it serves."""

    def start(self) -> None:
        """Serve from now on; the port takes connections when this returns."""
        # Named a TCP socket, asyncio sends what it writes at once; else each answer waits 40 ms.
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1", self._port))
        listening.listen(128)
        self._port = listening.getsockname()[1]
        self.address = f"http://127.0.0.1:{self._port}"
        lines = self._lines

        class Line(H11Protocol):
            """Remembers its connection, so that it can be cut."""

            def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
                super().connection_made(transport)
                lines[transport.get_extra_info("peername")] = transport

            def connection_lost(self, exc: Exception | None) -> None:
                if self.client is not None:
                    lines.pop(self.client, None)
                super().connection_lost(exc)

        config = uvicorn.Config(
            self._app,
            http=Line,
            ws="websockets-sansio" if self._sockets else "none",
            loop="asyncio",
            lifespan="off",
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=1,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(
            target=self._server.run, args=([listening],), name="simulator", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        if self._server is None or self._thread is None:
            return
        self._server.should_exit = True
        self._thread.join(timeout=10)
        self._server = self._thread = None

    async def cut(self, scope: Scope) -> None:
        """Hang up on whoever asked this, without a word. Call it on the server's own loop."""
        client: Any = scope.get("client")
        line = self._lines.get(tuple(client)) if client else None
        if line is not None:
            line.abort()
        await asyncio.sleep(0.01)  # the loop sees the end of the line before the request ends
