"""Around every request: how large it may be, how long it took, and no error that says too much."""

import logging
import time
from collections.abc import Sequence

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from workstation.server.measuring import Measures
from workstation.server.problems import answer, unexpected

log = logging.getLogger(__name__)

_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
)
SLOW = 1.0
"""Seconds from which on a request is worth a line; all of them are counted in the metrics."""


class _TooLargeError(Exception):
    pass


class Doorway:
    """`limits`: the most bytes a body may have, by the beginning of the path; the first counts."""

    def __init__(
        self, app: ASGIApp, *, limits: Sequence[tuple[str, int]], measures: Measures
    ) -> None:
        self._app = app
        self._limits = limits
        self._measures = measures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        status = 0
        waited = 0.0
        limit = next(most for start, most in self._limits if scope["path"].startswith(start))
        arrived = 0

        async def limited() -> Message:
            nonlocal arrived
            message = await receive()
            arrived += len(message.get("body", b""))
            if arrived > limit:
                raise _TooLargeError
            return message

        async def answered(message: Message) -> None:
            nonlocal status, waited
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), *_HEADERS]
                waited = time.perf_counter() - began
                self._measures.answered(scope["method"], _route(scope), status, waited)
            await send(message)

        try:
            if _announced(scope) > limit:
                raise _TooLargeError
            await self._app(scope, limited, answered)
        except _TooLargeError:
            if status == 0:
                response = answer(
                    "too_large",
                    f"The most that is taken here is {limit:,} bytes.",
                    headers={"Connection": "close"},
                )
                await response(scope, receive, answered)
        except ClientDisconnect:
            pass  # nobody is left to answer
        except Exception as error:
            response = unexpected(error)
            if status == 0:
                await response(scope, receive, answered)
        finally:
            if waited > SLOW or status >= 500:
                facts = {"status": status, "ms": round(waited * 1000)}
                log.warning("%s %s", scope["method"], _route(scope), extra={"facts": facts})


def _route(scope: Scope) -> str:
    """The route's pattern, never what was asked for: there may be anything in that."""
    return str(getattr(scope.get("route"), "path", "other"))


def _announced(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit():
            return int(value[:18])
    return 0
