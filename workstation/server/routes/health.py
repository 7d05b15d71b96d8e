"""GET /v1/health and /v1/metrics: for whoever looks after the office."""

import hmac
import ipaddress
from typing import Annotated

from fastapi import APIRouter, Header, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST
from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from workstation import __version__
from workstation.server.office import Office, office_of
from workstation.server.problems import ProblemError, describe
from workstation.wire import PROTOCOL

router = APIRouter(prefix="/v1", tags=["operation"])


class Health(BaseModel):
    """It lives, and its database answers."""

    status: str = "ok"
    version: str = __version__
    protocol: int = PROTOCOL
    now: int
    """The server's clock: milliseconds since the epoch."""


@router.get("/health", summary="Is it well?", responses=describe("busy"))
def health(request: Request) -> Health:
    office = office_of(request)
    try:
        with office.database.read() as session:
            session.execute(text("SELECT 1"))
    except SQLAlchemyError:
        raise ProblemError("busy", "The database does not answer.") from None
    return Health(now=office.clock())


@router.get(
    "/metrics",
    summary="Measurements for Prometheus",
    response_class=Response,
    responses={
        200: {
            "description": "The exposition format.",
            "content": {"text/plain": {"schema": {"type": "string"}}},
        },
        **describe("not_allowed"),
    },
)
def metrics(
    request: Request, authorization: Annotated[str, Header(max_length=500)] = ""
) -> Response:
    """For this machine, or for whoever shows the metrics token."""
    office = office_of(request)
    token = office.settings.metrics_token
    shown = authorization.removeprefix("Bearer ").encode()
    known = bool(token) and hmac.compare_digest(token.encode(), shown)
    if not known and not (not token and _is_here(request)):
        raise ProblemError("not_allowed")
    return Response(office.measures.text(_gauges(office)), media_type=CONTENT_TYPE_LATEST)


def _gauges(office: Office) -> dict[str, tuple[str, dict[str, float]]]:
    with office.database.read() as session:
        horizon, _ = office.database.horizon(session)
    jobs: dict[str, float] = {**office.jobs.counts()}
    return {
        "jobs": ("Jobs by state.", jobs),
        "streams": ("Open event streams of this process.", {"": office.hub.listeners}),
        "feed_lag": (
            "Revisions that the streams of this process have yet to see.",
            {"": max(0, horizon - office.hub.upto)},
        ),
    }


def _is_here(request: Request) -> bool:
    try:
        return request.client is not None and ipaddress.ip_address(request.client.host).is_loopback
    except ValueError:
        return False
