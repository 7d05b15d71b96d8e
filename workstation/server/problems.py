"""Every error leaves as an RFC 9457 problem document; a bug leaves as a reference id only."""

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from workstation.models import new_id
from workstation.wire.problems import MEDIA_TYPE, TITLES, problem

log = logging.getLogger(__name__)

_CODES: dict[int, str] = {
    400: "invalid",
    401: "sign_in_needed",
    403: "not_allowed",
    404: "not_found",
    405: "method",
    409: "conflict",
    413: "too_large",
    415: "type_refused",
    416: "range",
    422: "invalid",
    429: "too_many_attempts",
    503: "busy",
}


class ProblemError(Exception):
    """Something the caller can do something about. `code` is one of `wire.problems.TITLES`."""

    def __init__(
        self,
        code: str,
        detail: str = "",
        *,
        status: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail
        self.status = status
        self.headers = headers


def answer(
    code: str,
    detail: str = "",
    *,
    status: int | None = None,
    headers: Mapping[str, str] | None = None,
    errors: list[dict[str, str]] | None = None,
) -> JSONResponse:
    """The problem document as a response."""
    document = problem(code, detail, status)
    if errors:
        document["errors"] = errors
    given = dict(headers or {})
    if document["status"] == HTTPStatus.UNAUTHORIZED:
        given.setdefault("WWW-Authenticate", "Bearer")
    return JSONResponse(
        document, status_code=document["status"], headers=given, media_type=MEDIA_TYPE
    )


def unexpected(error: Exception) -> JSONResponse:
    """Log a bug with its trace, and say no more than where to find it."""
    if isinstance(error, OperationalError):
        log.error("the database does not answer", exc_info=error)
        return answer("busy", headers={"Retry-After": "2"})
    reference = new_id()
    log.error("unexpected error %s", reference, exc_info=error)
    return answer("unexpected", f"This was logged as {reference}. Trying again may help.")


def describe(*codes: str) -> dict[int | str, dict[str, Any]]:
    """For the OpenAPI document: which problems a route may answer with."""
    schema = {"$ref": "#/components/schemas/Problem"}
    found: dict[int | str, dict[str, Any]] = {}
    for code in codes:
        status, title = TITLES[code]
        entry = found.setdefault(
            status, {"description": title, "content": {MEDIA_TYPE: {"schema": schema}}}
        )
        examples = entry["content"][MEDIA_TYPE].setdefault("examples", {})
        examples[code] = {"value": problem(code)}
    return found


PROBLEM_SCHEMA: dict[str, Any] = {
    "title": "Problem",
    "description": "What went wrong (RFC 9457). `code` is stable, `detail` is for a person.",
    "type": "object",
    "required": ["type", "title", "status", "detail", "code"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "code": {"type": "string", "enum": sorted(TITLES)},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"where": {"type": "string"}, "what": {"type": "string"}},
            },
        },
    },
}


def install(app: FastAPI) -> None:
    """Have every error of `app` answered as a problem document."""

    async def on_problem(_: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, ProblemError)
        return answer(error.code, error.detail, status=error.status, headers=error.headers)

    async def on_invalid(_: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RequestValidationError)
        # The values are left out: they may be anybody's words, or a password.
        errors = [
            {"where": ".".join(str(part) for part in found["loc"]), "what": str(found["msg"])}
            for found in error.errors()[:20]
        ]
        return answer("invalid", errors=errors)

    async def on_http(_: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, HTTPException)
        status = error.status_code
        code = _CODES.get(status, "invalid" if status < 500 else "unexpected")
        return answer(code, status=status, headers=error.headers)

    async def on_busy(_: Request, error: Exception) -> JSONResponse:
        return unexpected(error)

    app.add_exception_handler(ProblemError, on_problem)
    app.add_exception_handler(RequestValidationError, on_invalid)
    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(OperationalError, on_busy)
