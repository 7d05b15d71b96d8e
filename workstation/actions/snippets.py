"""Whose a snippet is, and who may change it."""

from typing import Literal

from workstation.actions.base import Moment, Refused
from workstation.rules.permissions import has

Whose = Literal["mine", "team", "everybody"]


def may_change(moment: Moment, *, agent_id: str | None, team_id: str | None) -> None:
    """Refuse what is a colleague's; what is shared is for leads, of a team for those in it."""
    if agent_id is not None:
        if agent_id != moment.by.id:
            raise Refused("snippet_of_other", name=moment.name_of(agent_id))
    elif not has(moment.by, "shared_snippets"):
        raise Refused("snippet_shared")
    elif team_id is not None and team_id not in moment.team_ids and moment.by.role != "admin":
        raise Refused("snippet_of_other_team")


def named(english: str, dutch: str, shortcut: str) -> tuple[str, str]:
    """The names on one line; one that was not given is the other one."""
    first, second = " ".join(english.split()), " ".join(dutch.split())
    return first or second or shortcut, second or first or shortcut
