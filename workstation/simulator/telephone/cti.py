"""A pretended telephone provider that speaks our own plain interface: it posts events to the
office, signed, and takes what the office wants of a call."""

import asyncio
import hashlib
import hmac
import time
from collections.abc import Callable
from typing import Any, Self

import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from workstation.simulator.serving import Serving
from workstation.simulator.telephone.courier import Courier, Post
from workstation.simulator.telephone.exchange import Exchange, NoSuchLineError
from workstation.simulator.telephone.trouble import Trouble

_HEADER = "x-workstation-signature"


def _now() -> int:
    return time.time_ns() // 1_000_000


class CtiFake:
    """Serves between `start` and `stop`, or in a `with`. `live` says whether events are brought at
    once; else they wait for `bring`."""

    def __init__(
        self,
        secret: str,
        post: Post,
        *,
        clock: Callable[[], int] = _now,
        record: bool = True,
        live: bool = True,
        port: int = 0,
    ) -> None:
        self._secret = secret
        self._live = live
        self.trouble = Trouble()
        self._courier = Courier(secret, post, self.trouble)
        self.exchange = Exchange(self._courier.tell, clock, record=record)
        app = Starlette(
            routes=[
                Route("/status", self._status, methods=["GET"]),
                Route("/calls", self._dial, methods=["POST"]),
                Route("/calls/{call}/{wish}", self._want, methods=["POST"]),
                Route("/recordings/{reference}", self._recording, methods=["GET"]),
            ]
        )
        self._serving = Serving(app, port=port)

    @property
    def address(self) -> str:
        """What belongs into `control_url`."""
        return self._serving.address

    def start(self) -> None:
        self._serving.start()
        if self._live:
            self._courier.start()

    def stop(self) -> None:
        if self._live:
            self._courier.stop()
        self._serving.stop()

    def bring(self) -> int:
        """Tell the office everything that waits to be told; how many posts that took."""
        return self._courier.bring()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    # ------------------------------------------------------------ doors

    async def _status(self, request: Request) -> Response:
        if not self._is_signed(request, request.url.path.encode()):
            return Response(status_code=401)
        return JSONResponse({"state": "ready"})

    async def _recording(self, request: Request) -> Response:
        if not self._is_signed(request, request.url.path.encode()):
            return Response(status_code=401)
        content = self.exchange.recordings.get(request.path_params["reference"])
        if content is None:
            return Response(status_code=404)
        return Response(content, media_type="audio/wav")

    async def _dial(self, request: Request) -> Response:
        def work(wanted: dict[str, Any]) -> Response:
            line = self.exchange.dial(wanted["target"], wanted["agent"], wanted["reference"])
            return JSONResponse({"call": line.call}, status_code=201)

        return await self._done(request, work)

    async def _want(self, request: Request) -> Response:
        call, wish = request.path_params["call"], request.path_params["wish"]

        def work(wanted: dict[str, Any]) -> Response:
            self.exchange.want(call, wish, agent=wanted["agent"], target=wanted["target"])
            return Response(status_code=204)

        return await self._done(request, work)

    async def _done(self, request: Request, work: Callable[[dict[str, Any]], Response]) -> Response:
        body = await request.body()
        if not self._is_signed(request, body):
            return Response(status_code=401)
        if self.trouble.slow:
            await asyncio.sleep(self.trouble.slow)
        wrong = self.trouble.next()
        if wrong:
            return Response(status_code=wrong)
        try:
            answer = work(orjson.loads(body))
        except NoSuchLineError:
            return Response(status_code=409)
        if wrong == 0:
            await self._serving.cut(request.scope)
        return answer

    def _is_signed(self, request: Request, signed: bytes) -> bool:
        made = hmac.new(self._secret.encode(), signed, hashlib.sha256).hexdigest()
        given = request.headers.get(_HEADER, "").removeprefix("sha256=")
        return hmac.compare_digest(made, given)
