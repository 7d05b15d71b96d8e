"""JSON from outside, cleaned once at the door: text made storable, numbers made finite."""

import json
import math
from collections.abc import Callable, Coroutine
from typing import Any

import orjson
from fastapi import Request, Response
from fastapi.routing import APIRoute

from workstation.models.text import storable


class CleanRequest(Request):
    """A request whose JSON holds nothing that a database or a JSON reader refuses."""

    def read(self, body: bytes) -> Any:
        return orjson.loads(body)

    async def json(self) -> Any:
        body = await self.body()
        try:
            return clean(self.read(body))
        except orjson.JSONDecodeError as error:
            raise json.JSONDecodeError(error.msg, "", 0) from None
        except (ValueError, RecursionError) as error:
            raise json.JSONDecodeError(str(error), "", 0) from None


class BrowserRequest(CleanRequest):
    """The same of a browser, which sends half a character as somebody wrote it."""

    def read(self, body: bytes) -> Any:
        try:
            return orjson.loads(body)
        except orjson.JSONDecodeError:
            return json.loads(body)


class CleanRoute(APIRoute):
    """A route that reads its JSON this way."""

    request: type[CleanRequest] = CleanRequest

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def cleanly(request: Request) -> Response:
            return await handle(self.request(request.scope, request.receive))

        return cleanly


class BrowserRoute(CleanRoute):
    """A route for browsers."""

    request = BrowserRequest


def clean(value: Any) -> Any:
    """The same JSON value with storable texts. ValueError for a number that is not finite."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("a number is too large")
    if isinstance(value, list):
        return [clean(item) for item in value]
    if isinstance(value, dict):
        return {storable(key): clean(item) for key, item in value.items()}
    return value
