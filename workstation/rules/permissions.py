"""Who may do what: the table of roles, and which contacts somebody may act on."""

from collections.abc import Collection
from typing import Literal

from workstation.models import Agent, Contact
from workstation.models.people import Role

Permission = Literal[
    "answer", "organise", "assign", "presence", "channels", "answers", "shared_snippets"
]

ROLES: dict[Permission, frozenset[Role]] = {
    "answer": frozenset({"agent", "lead", "admin"}),
    "organise": frozenset({"agent", "lead", "admin"}),
    "assign": frozenset({"lead", "admin"}),
    "presence": frozenset({"agent", "lead", "admin"}),
    "channels": frozenset({"admin"}),
    "answers": frozenset({"agent", "lead", "admin"}),
    "shared_snippets": frozenset({"lead", "admin"}),
}


def has(agent: Agent, permission: Permission) -> bool:
    return agent.active and agent.role in ROLES[permission]


def may_see(agent: Agent, team_ids: Collection[str], contact: Contact) -> bool:
    """Own contacts, those of one's teams, and for an admin every contact."""
    if contact.archived_at is not None:
        return False
    return agent.role == "admin" or contact.owner_id == agent.id or contact.team_id in team_ids


def audiences_of(contact: Contact) -> frozenset[str]:
    """The teams and agents whose desks hold this contact; nobody's once it is archived."""
    if contact.archived_at is not None:
        return frozenset()
    owners = () if contact.owner_id is None else (contact.owner_id,)
    return frozenset((contact.team_id, *owners))
