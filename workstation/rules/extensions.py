"""Who is meant by an extension, and at which extension somebody is rung: what the shop has set.

The setting `phone_extensions` is {login: extension} for those whose telephone is not known by their
login; `phone_teams` is {team's id or English name: number or queue} for calls that go to a team.
"""

from collections.abc import Mapping
from typing import Any

EXTENSIONS = "phone_extensions"
TEAMS = "phone_teams"


def extension_of(setting: Any, login: str) -> str:
    """Where somebody is rung: their extension, or their login where none is set."""
    given = _texts(setting).get(login, "")
    return given or login


def login_of(setting: Any, called: str) -> str:
    """The login of whom a provider calls by this extension, or by their login."""
    for login, extension in _texts(setting).items():
        if extension == called:
            return login
    return called


def number_of_team(setting: Any, team_id: str, name: str) -> str:
    """Where a team is rung; empty where it has no number of its own."""
    known = {key.lower(): number for key, number in _texts(setting).items()}
    return known.get(team_id, "") or known.get(name.lower(), "")


def _texts(setting: Any) -> Mapping[str, str]:
    if not isinstance(setting, Mapping):
        return {}
    return {str(key): value for key, value in setting.items() if isinstance(value, str)}
