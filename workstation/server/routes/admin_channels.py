"""/v1/admin/channels: how each channel is, what could not be read of it, and what is to be done."""

from collections.abc import Sequence
from typing import Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel
from sqlalchemy import func, select

from workstation.channels.incoming import (
    Severity,
)
from workstation.channels.port import (
    Finding,
)
from workstation.models import Line
from workstation.models.office import Arrival
from workstation.server import findings
from workstation.server.office import office_of
from workstation.server.problems import describe
from workstation.server.signin.who import Admin

router = APIRouter()


class FindingSeen(BaseModel):
    """A sentence in both languages."""

    severity: Severity
    english: str
    dutch: str


class ChannelSeen(BaseModel):
    """A channel: who carries it, how it is and since when (milliseconds since the epoch), how many
    bodies of its slot could not be read, and what was found."""

    channel: str
    provider: str
    state: Literal["open", "degraded", "down", "closed"]
    reason: str
    since: int
    failed_arrivals: int
    findings: list[FindingSeen]


class ChannelsSeen(BaseModel):
    office: list[FindingSeen]
    """What concerns all of them."""
    channels: list[ChannelSeen]


@router.get(
    "/channels",
    summary="How the channels are",
    responses=describe("sign_in_needed", "not_allowed", "invalid"),
)
def channels(request: Request, who: Admin) -> ChannelsSeen:
    """Asks the providers, at most once a minute; may take some seconds."""
    office = office_of(request)
    looked = {one.channel: one.findings for one in office.looks.lately()}
    with office.database.read() as session:
        lines = session.scalars(select(Line).order_by(Line.channel)).all()
        counted = session.execute(
            select(Arrival.channel, func.count())
            .where(Arrival.state == "failed")
            .group_by(Arrival.channel)
        ).all()
    failed = {str(channel): int(count) for channel, count in counted}
    return ChannelsSeen(
        office=_seen(findings.of_the_office(office.settings, office.channels)),
        channels=[
            ChannelSeen(
                channel=line.channel,
                provider=line.provider,
                state=line.state,
                reason=line.reason,
                since=line.since,
                failed_arrivals=failed.get(line.provider, 0),
                findings=_seen(looked.get(line.provider, ())),
            )
            for line in lines
        ],
    )


def _seen(found: Sequence[Finding]) -> list[FindingSeen]:
    return [
        FindingSeen(severity=one.severity, english=one.english, dutch=one.dutch) for one in found
    ]
