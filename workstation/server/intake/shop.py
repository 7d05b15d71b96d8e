"""What the shop has agreed on, as far as taking in messages needs it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.models import Dial, Promise, Setting, Team

HOUR = 3_600_000
REOPEN_HOURS = 72


@dataclass(frozen=True, slots=True)
class Shop:
    """Read once for a batch."""

    promises: Sequence[Promise]
    settings: dict[str, Any]
    teams: dict[str, str]
    """Ids by id and by English name in lower case, the first team first."""
    dialled: frozenset[str] = frozenset()
    """The channels that somebody set a dial for."""

    @property
    def reopen(self) -> int:
        """Milliseconds within which a thread takes up a contact that was done."""
        given = self.settings.get("reopen_hours", REOPEN_HOURS)
        hours = given if isinstance(given, int | float) else REOPEN_HOURS
        return int(hours * HOUR)


class NoTeamError(Exception):
    """This office has no team yet, so that nobody could answer."""


def read_shop(session: Session) -> Shop:
    names = ("reopen_hours", "default_team")
    active = select(Team.id, Team.name_en).where(Team.active).order_by(Team.position, Team.id)
    teams = session.execute(active).all()
    found = session.execute(select(Setting.name, Setting.value).where(Setting.name.in_(names)))
    promises = session.scalars(select(Promise)).all()
    for promise in promises:  # they outlive the session, and what it forgets
        session.expunge(promise)
    return Shop(
        promises=promises,
        settings={str(name): value for name, value in found},
        teams={team_id: team_id for team_id, _ in teams}
        | {name.lower(): team_id for team_id, name in reversed(teams)},
        dialled=frozenset(session.scalars(select(Dial.channel))),
    )
