"""POST /v1/sign-in and what follows from it: refresh, sign-out, who am I."""

import logging
import math
from typing import Annotated

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.models import Agent, Membership
from workstation.models.office import Credential
from workstation.server.clean import CleanRoute
from workstation.server.logs import masked
from workstation.server.office import office_of
from workstation.server.problems import ProblemError, describe
from workstation.server.signin import attempts, tokens
from workstation.server.signin.passwords import LONGEST, is_password
from workstation.server.signin.who import SignedIn

log = logging.getLogger(__name__)
router = APIRouter(prefix="/v1", route_class=CleanRoute, tags=["signing in"])


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Credentials(_Form):
    """Who wants to sign in, and at which desk."""

    login: Annotated[str, Field(min_length=1, max_length=200, examples=["sanne"])]
    password: Annotated[str, Field(min_length=1, max_length=LONGEST, examples=["..."])]
    desk: Annotated[str, Field(max_length=200, examples=["Front office 3"])] = ""


class Refresh(_Form):
    refresh_token: Annotated[str, Field(min_length=1, max_length=200)]


class Me(_Form):
    """The signed-in agent."""

    agent_id: str
    login: str
    name: str
    role: str
    team_ids: list[str]


class Opened(_Form):
    """Tokens. Times are milliseconds since the epoch, by the server's clock (`now`)."""

    access_token: str
    access_until: int
    refresh_token: str
    refresh_until: int
    now: int
    me: Me


@router.post(
    "/sign-in",
    summary="Sign in with a password",
    responses=describe("sign_in_failed", "too_many_attempts", "invalid", "too_large", "busy"),
)
def sign_in(form: Credentials, request: Request) -> Opened:
    """Gives an access token, and a refresh token to get the next ones with."""
    office = office_of(request)
    now = office.clock()
    login = form.login.strip().lower()
    address = request.client.host if request.client else ""
    try:
        attempts.count(office.database, login, address, now)
    except attempts.TooMany as many:
        raise ProblemError(
            "too_many_attempts",
            "Too many attempts. Wait a moment before trying again.",
            headers={"Retry-After": str(math.ceil(many.wait / 1000))},
        ) from None
    with office.database.read() as session:
        found = session.execute(
            select(Agent, Credential.password_hash)
            .join(Credential, Credential.agent_id == Agent.id)
            .where(Agent.login == login)
        ).one_or_none()
    agent, password_hash = found or (None, None)
    if not is_password(form.password, password_hash) or agent is None or not agent.active:
        log.info("sign-in failed", extra={"facts": {"login": masked(login)}})
        raise ProblemError("sign_in_failed")

    def work(session: Session) -> tokens.Tokens:
        attempts.forgive(session, login, address)
        return tokens.start(
            session, agent.id, form.desk, now=now, lifetimes=office.settings.lifetimes
        )

    opened = office.database.retrying(work)
    log.info("signed in", extra={"facts": {"agent": agent.id}})
    with office.database.read() as session:
        return _opened(session, agent, opened, now)


@router.post(
    "/sign-in/refresh",
    summary="Get fresh tokens",
    responses=describe("sign_in_needed", "invalid", "too_large", "busy"),
)
def refresh(form: Refresh, request: Request) -> Opened:
    """Each refresh token works once. The one before works for another minute, for when the answer
    got lost; using an older one ends the sign-in, since somebody else may hold it."""
    office = office_of(request)
    now = office.clock()

    def work(session: Session) -> tokens.Tokens | tokens.NotRenewed:
        try:
            return tokens.renew(
                session, form.refresh_token, now=now, lifetimes=office.settings.lifetimes
            )
        except tokens.NotRenewed as no:
            return no  # what it ended must be committed

    renewed = office.database.retrying(work)
    if isinstance(renewed, tokens.NotRenewed):
        if renewed.ended is not None:
            log.warning("an old refresh token was used: the sign-in was ended")
            office.end_streams(renewed.ended)
        raise ProblemError("sign_in_needed", "Your sign-in has ended. Sign in again.")
    with office.database.read() as session:
        who = tokens.owner(session, renewed.sign_in_id)
        return _opened(session, who, renewed, now)


@router.post(
    "/sign-out",
    summary="Sign out",
    status_code=204,
    response_class=Response,
    responses=describe("sign_in_needed"),
)
def sign_out(request: Request, who: SignedIn) -> Response:
    """Ends this sign-in at once: its tokens, and its streams."""
    office = office_of(request)
    now = office.clock()
    office.database.retrying(lambda session: tokens.end(session, who.sign_in_id, now))
    office.end_streams(who.sign_in_id)
    return Response(status_code=204)


@router.get("/me", summary="Who am I", responses=describe("sign_in_needed"))
def me(who: SignedIn) -> Me:
    return _me(who.agent, sorted(who.team_ids))


def _opened(session: Session, agent: Agent, given: tokens.Tokens, now: int) -> Opened:
    teams = session.scalars(
        select(Membership.team_id).where(Membership.agent_id == agent.id, Membership.active)
    )
    return Opened(
        access_token=given.access,
        access_until=given.access_until,
        refresh_token=given.refresh,
        refresh_until=given.refresh_until,
        now=now,
        me=_me(agent, sorted(teams)),
    )


def _me(agent: Agent, team_ids: list[str]) -> Me:
    return Me(
        agent_id=agent.id, login=agent.login, name=agent.name, role=agent.role, team_ids=team_ids
    )
