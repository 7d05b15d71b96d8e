"""Tokens of a signed-in desk: random words of which only the SHA-256 is kept.

The refresh token changes each time it is used. The one before it still works for `LOST_ANSWER`
after that, since the answer may have got lost on its way; any older one means that two hold what
one should, and ends the sign-in.
"""

import hashlib
import secrets
import uuid
from dataclasses import dataclass
from typing import NoReturn

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.models import Agent, new_id
from workstation.models.office import SignIn

LOST_ANSWER = 60_000
MINUTE = 60_000
DAY = 24 * 60 * MINUTE


@dataclass(frozen=True, slots=True)
class Lifetimes:
    """Milliseconds."""

    access: int = 15 * MINUTE
    refresh: int = 30 * DAY


@dataclass(frozen=True, slots=True)
class Tokens:
    sign_in_id: str
    access: str
    refresh: str
    access_until: int
    refresh_until: int


class NotRenewed(Exception):
    """This refresh token is no good: sign in again. `ended` when that ended a sign-in."""

    def __init__(self, ended: str | None = None) -> None:
        super().__init__("not renewed")
        self.ended = ended


def digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def start(session: Session, agent_id: str, desk: str, *, now: int, lifetimes: Lifetimes) -> Tokens:
    """Sign an agent in, whatever proved who it is."""
    sign_in_id = new_id()
    tokens = _mint(sign_in_id, now, lifetimes)
    session.add(
        SignIn(
            id=sign_in_id,
            agent_id=agent_id,
            desk=desk,
            access_hash=digest(tokens.access),
            access_until=tokens.access_until,
            refresh_hash=digest(tokens.refresh),
            refresh_until=tokens.refresh_until,
            started_at=now,
        )
    )
    return tokens


def renew(session: Session, refresh: str, *, now: int, lifetimes: Lifetimes) -> Tokens:
    """Fresh tokens for a refresh token; raises NotRenewed. Commit either way: a token that was
    used twice has ended the sign-in."""
    offered = digest(refresh)
    sign_in_id = refresh.partition(".")[0]
    found = session.scalar(
        select(SignIn)
        .where((SignIn.refresh_hash == offered) | (SignIn.previous_refresh_hash == offered))
        .with_for_update()
    )
    if found is None:
        _reused(session, sign_in_id, now)
    if found.ended_at is not None or found.refresh_until <= now:
        raise NotRenewed
    agent = session.get(Agent, found.agent_id)
    if agent is None or not agent.active:
        raise NotRenewed
    if found.refresh_hash != offered:
        renewed_at = found.access_until - lifetimes.access
        if now - renewed_at > LOST_ANSWER:
            _reused(session, found.id, now)
    tokens = _mint(found.id, now, lifetimes)
    found.previous_refresh_hash = offered
    found.refresh_hash = digest(tokens.refresh)
    found.access_hash = digest(tokens.access)
    found.access_until = tokens.access_until
    found.refresh_until = tokens.refresh_until
    return tokens


def owner(session: Session, sign_in_id: str) -> Agent:
    """Whose sign-in it is."""
    return session.get_one(Agent, session.get_one(SignIn, sign_in_id).agent_id)


def end(session: Session, sign_in_id: str, now: int) -> None:
    """End a sign-in: none of its tokens opens anything any more."""
    found = session.get(SignIn, sign_in_id, with_for_update=True)
    if found is not None and found.ended_at is None:
        found.ended_at = now


def _reused(session: Session, sign_in_id: str, now: int) -> NoReturn:
    # The id in front of the secret is known to nobody but who was given one of its tokens.
    try:
        known = str(uuid.UUID(sign_in_id))
    except ValueError:
        raise NotRenewed from None
    found = session.get(SignIn, known, with_for_update=True)
    if found is None or found.ended_at is not None:
        raise NotRenewed
    found.ended_at = now
    raise NotRenewed(ended=found.id)


def _mint(sign_in_id: str, now: int, lifetimes: Lifetimes) -> Tokens:
    return Tokens(
        sign_in_id=sign_in_id,
        access=secrets.token_urlsafe(32),
        refresh=f"{sign_in_id}.{secrets.token_urlsafe(32)}",
        access_until=now + lifetimes.access,
        refresh_until=now + lifetimes.refresh,
    )
