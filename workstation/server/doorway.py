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
QUIET = frozenset({"/v1/health", "/v1/metrics"})


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
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                present = {name.lower() for name, _ in message.get("headers", ())}
                added = [pair for pair in _HEADERS if pair[0] not in present]
                message = {**message, "headers": [*message.get("headers", ()), *added]}
                seconds = time.perf_counter() - began
                self._measures.answered(scope["method"], _route(scope), status, seconds)
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
            if scope["path"] not in QUIET:
                log.info(
                    "%s %s",
                    scope["method"],
                    _route(scope),
                    extra={
                        "facts": {
                            "status": status,
                            "ms": round((time.perf_counter() - began) * 1000, 1),
                        }
                    },
                )


def _route(scope: Scope) -> str:
    """The route's pattern, never what was asked for: there may be anything in that."""
    return str(getattr(scope.get("route"), "path", "other"))


def _announced(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit():
            return int(value[:18])
    return 0
