"""What was asked, whether it came as JSON or as a form with a file in it."""

import json
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request

from workstation.simulator.graph.trouble import Refusal, RefusedError


async def parameters(request: Request) -> tuple[dict[str, Any], tuple[bytes, str, str] | None]:
    """The parameters, however they were sent, and the file among them."""
    kind = request.headers.get("content-type", "").partition(";")[0]
    upload: tuple[bytes, str, str] | None = None
    if kind == "application/json":
        try:
            found = json.loads(await request.body())
        except ValueError:
            found = None
        if not isinstance(found, dict):
            raise RefusedError(Refusal(status=400, code=100, message="(#100) Invalid parameter"))
        return found, None
    given: dict[str, Any] = {}
    async with request.form() as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                content = await value.read()
                upload = (content, value.content_type or "", value.filename or "")
            else:
                given[name] = _value(value)
    return given, upload


def _value(given: str) -> Any:
    """A field of a form may hold JSON."""
    if given[:1] in ("{", "["):
        try:
            return json.loads(given)
        except ValueError:
            pass
    return given
