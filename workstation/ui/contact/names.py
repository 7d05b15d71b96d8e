"""The names of colleagues, teams and reasons, in the agent's language."""

from functools import cached_property

from workstation.replica.rows.reference import (
    AgentRow,
    ReasonRow,
    Reference,
    ResolutionRow,
    TeamRow,
)
from workstation.ui.words import translate

PATH = " › "


def reason_kind(kind: str) -> str:
    match kind:
        case "question":
            return translate("contact", "Question")
        case "complaint":
            return translate("contact", "Complaint")
        case _:
            return ""


class Names:
    """Looks names up in the reference data. What is unknown is "?"."""

    def __init__(self, reference: Reference, language: str) -> None:
        self.reference = reference
        self.dutch = language.startswith("nl")

    @property
    def me(self) -> AgentRow:
        return self.reference.me

    def is_me(self, agent_id: str | None) -> bool:
        return agent_id is not None and agent_id == self.reference.me.agent_id

    def agent(self, agent_id: object) -> str:
        found = self._agents.get(str(agent_id))
        return found.name if found else "?"

    def team(self, team_id: object) -> str:
        found = self._teams.get(str(team_id))
        return self.team_name(found) if found else "?"

    def team_name(self, team: TeamRow) -> str:
        return self._in_language(team.name_en, team.name_nl)

    def resolution_name(self, resolution: ResolutionRow) -> str:
        return self._in_language(resolution.name_en, resolution.name_nl)

    def product_type(self, product_type_id: str | None) -> str:
        english, dutch = self.reference.product_types.get(product_type_id or "", ("", ""))
        return self._in_language(english, dutch)

    def reason_name(self, reason: ReasonRow) -> str:
        return self._in_language(reason.name_en, reason.name_nl)

    def reason_path(self, reason_id: object) -> str:
        """From its kind to the reason, like "Complaint › Picture › Flicker"."""
        parts: list[str] = []
        found = self._reasons.get(str(reason_id))
        kind = reason_kind(found.kind) if found else ""
        while found is not None and len(parts) < 8:
            parts.append(self.reason_name(found))
            found = self._reasons.get(found.parent_id or "")
        if parts and kind and parts[-1].casefold() != kind.casefold():
            parts.append(kind)
        return PATH.join(reversed(parts))

    def _in_language(self, english: str, dutch: str) -> str:
        return (dutch or english) if self.dutch else (english or dutch)

    @cached_property
    def _agents(self) -> dict[str, AgentRow]:
        return {agent.agent_id: agent for agent in (*self.reference.agents, self.reference.me)}

    @cached_property
    def _teams(self) -> dict[str, TeamRow]:
        return {team.team_id: team for team in self.reference.teams}

    @cached_property
    def _reasons(self) -> dict[str, ReasonRow]:
        return {reason.reason_id: reason for reason in self.reference.reasons}
