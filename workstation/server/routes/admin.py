"""/v1/admin: what went wrong behind the scenes, for who looks after the office."""

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BaseModel
from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.actions.base import Ref
from workstation.models.office import Arrival, Job
from workstation.server.office import office_of
from workstation.server.problems import ProblemError, describe
from workstation.server.routes import admin_channels
from workstation.server.signin.who import Admin

router = APIRouter(prefix="/v1/admin", tags=["operation"])
router.include_router(admin_channels.router)

Limit = Annotated[int, Query(ge=1, le=500)]


class JobSeen(BaseModel):
    """A job; times in milliseconds since the epoch. What it is about stays out of here."""

    id: str
    kind: str
    state: str
    run_at: int
    attempts: int
    error: str


class JobsSeen(BaseModel):
    jobs: list[JobSeen]
    counts: dict[str, int]


class ArrivalSeen(BaseModel):
    """A body that was not understood."""

    id: str
    channel: str
    at: int
    size: int
    error: str


class ArrivalsSeen(BaseModel):
    arrivals: list[ArrivalSeen]


@router.get(
    "/jobs",
    summary="Jobs by state",
    responses=describe("sign_in_needed", "not_allowed", "invalid"),
)
def jobs(
    request: Request,
    who: Admin,
    state: Literal["ready", "running", "dead"] = "dead",
    limit: Limit = 100,
) -> JobsSeen:
    """Those that gave up (`dead`), unless others are asked for."""
    office = office_of(request)
    with office.database.read() as session:
        found = session.scalars(
            select(Job).where(Job.state == state).order_by(Job.run_at, Job.id).limit(limit)
        ).all()
    return JobsSeen(
        jobs=[
            JobSeen(
                id=job.id,
                kind=job.kind,
                state=job.state,
                run_at=job.run_at,
                attempts=job.attempts,
                error=job.error,
            )
            for job in found
        ],
        counts=office.jobs.counts(),
    )


@router.post(
    "/jobs/{job_id}/again",
    summary="Try a dead job again",
    status_code=204,
    response_class=Response,
    responses=describe("sign_in_needed", "not_allowed", "not_found", "invalid"),
)
def job_again(job_id: Annotated[Ref, Path()], request: Request, who: Admin) -> Response:
    if not office_of(request).jobs.revive(job_id):
        raise ProblemError("not_found")
    return Response(status_code=204)


@router.get(
    "/arrivals",
    summary="Bodies that were not understood",
    responses=describe("sign_in_needed", "not_allowed", "invalid"),
)
def arrivals(request: Request, who: Admin, limit: Limit = 100) -> ArrivalsSeen:
    with office_of(request).database.read() as session:
        found = session.scalars(
            select(Arrival).where(Arrival.state == "failed").order_by(Arrival.id).limit(limit)
        ).all()
    return ArrivalsSeen(
        arrivals=[
            ArrivalSeen(
                id=one.id, channel=one.channel, at=one.at, size=len(one.body), error=one.error
            )
            for one in found
        ]
    )


@router.post(
    "/arrivals/{arrival_id}/again",
    summary="Read a body again",
    status_code=202,
    response_class=Response,
    responses=describe("sign_in_needed", "not_allowed", "not_found", "invalid"),
)
def arrival_again(arrival_id: Annotated[Ref, Path()], request: Request, who: Admin) -> Response:
    """After the reason has been taken away: what it says happens now."""
    office = office_of(request)

    def work(session: Session) -> None:
        arrival = session.get(Arrival, arrival_id, with_for_update=True)
        if arrival is None or arrival.state != "failed":
            raise ProblemError("not_found")
        arrival.state, arrival.tries, arrival.error = "ready", 0, ""

    office.database.retrying(work)
    office.taking.ring()
    return Response(status_code=202)
