"""What of the office a conversation names: teams, agents and reasons, by the names people use."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.models import Agent, Base, Reason, Setting, Team
from workstation.server.importing.settle import settle
from workstation.shop.keys import Keys
from workstation.shop.records import FileRefused


class Register:
    """Finds them; what is only known from the past is added as inactive, so that nobody is
    offered it from now on."""

    def __init__(self, session: Session, keys: Keys, *, team: str) -> None:
        self._session = session
        self._keys = keys
        self._new: dict[type[Base], dict[str, dict[str, Any]]] = {}
        self.team_id = self._team(team)
        self._agents = {
            agent.login.casefold(): agent.id for agent in session.scalars(select(Agent))
        }
        self._reasons: dict[tuple[str, str], str] = {
            (reason.kind, name.casefold()): reason.id
            for reason in session.scalars(select(Reason).order_by(Reason.active, Reason.id.desc()))
            for name in (reason.name_en, reason.name_nl)
        }

    def _team(self, name: str) -> str:
        """The one that was named, else the office's default, else its first, else a new one."""
        teams = list(
            self._session.scalars(select(Team).order_by(~Team.active, Team.position, Team.id))
        )
        known = {
            called.casefold(): team.id
            for team in reversed(teams)
            for called in (team.id, team.name_nl, team.name_en)
        }
        if name:
            if name.casefold() in known:
                return known[name.casefold()]
            there = ", ".join(team.name_en for team in teams) or "none"
            raise FileRefused(f"There is no team {name!r}. There are: {there}.")
        default = self._session.scalar(select(Setting.value).where(Setting.name == "default_team"))
        if isinstance(default, str) and default.casefold() in known:
            return known[default.casefold()]
        if teams:
            return teams[0].id
        row = {"id": self._keys.team(), "name_en": "Customer service", "name_nl": "Klantenservice"}
        return self._add(Team, row)

    def agent_id(self, login: str) -> str | None:
        return self._agents.get(login.casefold()) if login else None

    def stand_in(self) -> str:
        """For a log entry of which nobody knows who wrote it."""
        row = {
            "id": self._keys.agent(),
            "login": f"import.{self._keys.source}",
            "name": "Import",
            "role": "agent",
            "active": False,
        }
        return self._add(Agent, row)

    def reason_id(self, kind: str, topic: str) -> str:
        known = self._reasons.get((kind, topic.casefold()))
        if known is not None:
            return known
        row = {
            "id": self._keys.reason(kind, topic.casefold()),
            "kind": kind,
            "name_en": topic,
            "name_nl": topic,
            "active": False,
        }
        return self._add(Reason, row)

    def _add(self, model: type[Base], row: dict[str, Any]) -> str:
        self._new.setdefault(model, {}).setdefault(row["id"], row)
        return str(row["id"])

    def write(self) -> None:
        """Write what was not there."""
        for model, rows in self._new.items():
            settle(self._session, model, list(rows.values()), update=False)
