"""Who works here: taking agents on, their teams and passwords, and ending what they have open.

For whoever runs the office. Nobody is ever deleted: what an agent wrote keeps their name.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from workstation.models import CHANNELS, Agent, Membership, Presence, Team, new_id
from workstation.models.office import SignIn
from workstation.models.people import Role
from workstation.models.text import storable
from workstation.server.signin.passwords import LONGEST, set_password

SHORTEST = 8
"""Characters of a password, at least."""


class NotPossible(Exception):
    """What was asked does not fit who works here. `str()` is for the person who asked."""


@dataclass(frozen=True)
class Listed:
    """One agent, for a list."""

    login: str
    name: str
    role: Role
    teams: tuple[str, ...]
    active: bool


def take_on(
    session: Session,
    *,
    login: str,
    name: str,
    role: Role,
    password: str,
    teams: Sequence[str],
    languages: Sequence[str],
    now: int,
) -> Agent:
    """A new agent, in these teams (by either of their names, or "all"). Raises `NotPossible`."""
    login = _login(login)
    if not login or len(login) > 100:
        raise NotPossible("a login has between 1 and 100 characters")
    if session.scalar(select(Agent).where(Agent.login == login)) is not None:
        raise NotPossible(f"somebody works here as {login!r} already")
    agent = Agent(
        id=new_id(),
        login=login,
        name=storable(name.strip()) or login,
        role=role,
        languages=list(languages),
        channels=list(CHANNELS),
    )
    session.add(agent)
    session.add(Presence(id=agent.id, state="offline", since=now))
    for team in _teams(session, teams):
        session.add(Membership(id=new_id(), agent_id=agent.id, team_id=team.id))
    _give_password(session, agent, password)
    return agent


def change(
    session: Session,
    *,
    login: str,
    name: str | None = None,
    role: Role | None = None,
    teams: Sequence[str] | None = None,
    languages: Sequence[str] | None = None,
) -> None:
    """Another name, role, teams or languages; None leaves as it is. `teams` are all they are in
    from now on: "all", or "none" for no team. Raises `NotPossible`."""
    agent = _agent(session, login)
    if name is not None:
        agent.name = storable(name.strip()) or agent.login
    if role is not None:
        agent.role = role
    if languages is not None:
        agent.languages = list(dict.fromkeys(languages))
    if teams is not None:
        wanted = {team.id for team in _teams(session, [one for one in teams if one != "none"])}
        known = session.scalars(select(Membership).where(Membership.agent_id == agent.id)).all()
        for one in known:
            one.active = one.team_id in wanted
        for team_id in sorted(wanted - {one.team_id for one in known}):
            session.add(Membership(id=new_id(), agent_id=agent.id, team_id=team_id))


def change_password(session: Session, *, login: str, password: str, now: int) -> None:
    """From now on this password; every desk signed in as this agent has to sign in again."""
    agent = _agent(session, login)
    _give_password(session, agent, password)
    _end_sign_ins(session, agent, now)


def set_active(session: Session, *, login: str, active: bool, now: int) -> None:
    """Let somebody in, or not any more; the latter ends what they have open at once."""
    agent = _agent(session, login)
    agent.active = active
    if not active:
        _end_sign_ins(session, agent, now)


def everybody(session: Session) -> list[Listed]:
    """All agents, by login."""
    teams: dict[str, list[str]] = {}
    members = select(Membership.agent_id, Team.name_en).join(Team, Team.id == Membership.team_id)
    for agent_id, team in session.execute(
        members.where(Membership.active).order_by(Team.position, Team.name_en)
    ):
        teams.setdefault(agent_id, []).append(team)
    return [
        Listed(
            login=agent.login,
            name=agent.name,
            role=agent.role,
            teams=tuple(teams.get(agent.id, ())),
            active=agent.active,
        )
        for agent in session.scalars(select(Agent).order_by(Agent.login))
    ]


def _login(given: str) -> str:
    """As it is kept: whoever signs in need not mind capitals."""
    return storable(given.strip().lower())


def _agent(session: Session, login: str) -> Agent:
    found = session.scalar(select(Agent).where(Agent.login == _login(login)))
    if found is None:
        raise NotPossible(f"nobody works here as {login!r}")
    return found


def _teams(session: Session, names: Sequence[str]) -> list[Team]:
    if "all" in names:
        return list(session.scalars(select(Team).where(Team.active)))
    found = []
    for name in dict.fromkeys(names):
        team = session.scalar(
            select(Team).where(Team.active, or_(Team.name_en == name, Team.name_nl == name))
        )
        if team is None:
            raise NotPossible(f"there is no team called {name!r}")
        found.append(team)
    return found


def _give_password(session: Session, agent: Agent, password: str) -> None:
    if not SHORTEST <= len(password) <= LONGEST:
        raise NotPossible(f"a password has at least {SHORTEST} and at most {LONGEST} characters")
    set_password(session, agent.id, password)


def _end_sign_ins(session: Session, agent: Agent, now: int) -> None:
    session.execute(
        update(SignIn)
        .where(SignIn.agent_id == agent.id, SignIn.ended_at.is_(None))
        .values(ended_at=now)
    )
