"""Who works in the sample shop: teams, agents, who is in which team, what each knows about."""

from dataclasses import dataclass
from functools import cache

from workstation.models import CHANNELS, Agent, Membership, Presence, Skill, Team
from workstation.sample.rows import MINUTE, Batch, ref
from workstation.sample.texts import text

DEFAULT_LOGIN = "sanne"
"""The agent as whom the sample is tried out."""


@dataclass(frozen=True, slots=True)
class Colleague:
    id: str
    login: str
    name: str
    first: str
    role: str
    teams: tuple[str, ...]
    languages: tuple[str, ...]


def team_id(key: str) -> str:
    return ref(f"team:{key}")


def agent_id(login: str) -> str:
    return ref(f"agent:{login}")


@cache
def colleagues() -> tuple[Colleague, ...]:
    return tuple(
        Colleague(
            id=agent_id(agent["login"]),
            login=agent["login"],
            name=agent["name"],
            first=agent["name"].split()[0],
            role=agent["role"],
            teams=tuple(agent["teams"]),
            languages=tuple(agent["languages"]),
        )
        for agent in text("staff")["agent"]
    )


@cache
def members(team: str, language: str) -> tuple[Colleague, ...]:
    """Who answers for a team in a language; the admin does not."""
    return tuple(
        c for c in colleagues() if team in c.teams and language in c.languages and c.role != "admin"
    )


def batches(now: int, type_ids: dict[str, str]) -> list[Batch]:
    """Teams, agents, memberships and presence; skills need `type_ids`, the product types."""
    staff = text("staff")
    agents = staff["agent"]
    return [
        (
            Team,
            [
                {
                    "id": team_id(team["key"]),
                    "name_en": team["en"],
                    "name_nl": team["nl"],
                    "icon": team["icon"],
                    "position": position,
                    "active": True,
                }
                for position, team in enumerate(staff["team"])
            ],
        ),
        (
            Agent,
            [
                {
                    "id": agent_id(agent["login"]),
                    "login": agent["login"],
                    "name": agent["name"],
                    "role": agent["role"],
                    "languages": list(agent["languages"]),
                    "channels": [channel for channel in CHANNELS if channel != "console"],
                    "active": True,
                }
                for agent in agents
            ],
        ),
        (
            Membership,
            [
                {
                    "id": ref(f"membership:{agent['login']}:{team}"),
                    "agent_id": agent_id(agent["login"]),
                    "team_id": team_id(team),
                    "active": True,
                }
                for agent in agents
                for team in agent["teams"]
            ],
        ),
        (
            Presence,
            [
                {
                    "id": agent_id(agent["login"]),
                    "state": agent["presence"],
                    "reason": agent.get("presence_reason", ""),
                    "since": now - (20 + 13 * position) * MINUTE,
                    "until": None,
                }
                for position, agent in enumerate(agents)
            ],
        ),
        (
            Skill,
            [
                {
                    "id": ref(f"skill:{agent['login']}:{kind}"),
                    "agent_id": agent_id(agent["login"]),
                    "product_type_id": type_ids[kind],
                    "level": level,
                    "active": True,
                }
                for agent in agents
                for level in ("specialist", "second")
                for kind in agent[level]
            ],
        ),
    ]
