"""Who asks: from the token in a request to an agent and their teams."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from sqlalchemy import select

from workstation.models import Agent, Membership
from workstation.models.office import SignIn
from workstation.server.office import Office, office_of
from workstation.server.problems import ProblemError
from workstation.server.signin.tokens import digest

bearer = HTTPBearer(
    auto_error=False, description="The access token that signing in gave.", scheme_name="access"
)


@dataclass(frozen=True, slots=True)
class Who:
    """A signed-in agent, as the database knows them at this moment."""

    agent: Agent
    team_ids: frozenset[str]
    sign_in_id: str


def authenticate(office: Office, token: str) -> Who | None:
    """Whose token it is; None when it opens nothing (any more)."""
    now = office.clock()
    with office.database.read() as session:
        found = session.execute(
            select(SignIn.id, Agent)
            .join(Agent, Agent.id == SignIn.agent_id)
            .where(
                SignIn.access_hash == digest(token),
                SignIn.access_until > now,
                SignIn.ended_at.is_(None),
                Agent.active,
            )
        ).one_or_none()
        if found is None:
            return None
        sign_in_id, agent = found
        teams = session.scalars(
            select(Membership.team_id).where(Membership.agent_id == agent.id, Membership.active)
        )
        return Who(agent=agent, team_ids=frozenset(teams), sign_in_id=sign_in_id)


def signed_in(
    request: Request,
    given: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)],
) -> Who:
    """The dependency of every route that needs somebody. In an async route it runs in a thread."""
    who = authenticate(office_of(request), given.credentials) if given else None
    if who is None:
        raise ProblemError("sign_in_needed")
    return who


SignedIn = Annotated[Who, Depends(signed_in)]


def admin(who: SignedIn) -> Who:
    """The same, for admins only."""
    if who.agent.role != "admin":
        raise ProblemError("not_allowed")
    return who


Admin = Annotated[Who, Depends(admin)]
