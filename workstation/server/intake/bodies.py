"""The bodies that wait to be taken in, as rows; and what becomes of those that cannot be."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import case, func, select, update
from sqlalchemy.orm import Session

from workstation.models.office import Arrival
from workstation.rules.failures import coded
from workstation.server.intake.shop import NoTeamError

TOGETHER = 300
LARGE = 64 << 10
"""Bytes from which on a body is read before its transaction begins."""


@dataclass(frozen=True, slots=True)
class Waiting:
    id: str
    channel: str
    body: bytes | None
    """None for a large one."""
    at: int
    tries: int


def locked_bodies(session: Session, but: Collection[str]) -> list[Waiting]:
    """The oldest bodies that nobody has in hand, but for these."""
    body = case((func.length(Arrival.body) <= LARGE, Arrival.body))
    ready = (
        select(Arrival.id, Arrival.channel, body, Arrival.at, Arrival.tries)
        .where(Arrival.state == "ready")
        .order_by(Arrival.id)
        .limit(TOGETHER)
        .with_for_update(skip_locked=True)
    )
    if but:
        ready = ready.where(Arrival.id.not_in(but))
    return [Waiting(*row) for row in session.execute(ready)]


def is_ready(session: Session, arrival_id: str) -> bool:
    """Whether it is still to be taken; nobody else can, from here on."""
    return (
        session.scalar(
            select(Arrival.id)
            .where(Arrival.id == arrival_id, Arrival.state == "ready")
            .with_for_update(skip_locked=True)
        )
        is not None
    )


def fail(session: Session, reasons: dict[str, str], *, was: str = "ready") -> None:
    """Set them aside for a person, each with its reason."""
    for arrival_id, reason in reasons.items():
        session.execute(
            update(Arrival)
            .where(Arrival.id == arrival_id, Arrival.state == was)
            .values(state="failed", error=reason[:2000])
            .execution_options(synchronize_session=False)
        )


def reason_of(error: Exception) -> str:
    """Why it could not be taken in, as a code."""
    if isinstance(error, NoTeamError):
        return coded("arrival.no_team")
    return coded("arrival.fault", what=kind_of(error))


def kind_of(error: Exception) -> str:
    """What kind of error it was. What it says may hold people's words."""
    return type(getattr(error, "orig", None) or error).__name__
