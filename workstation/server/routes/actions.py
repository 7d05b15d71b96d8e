"""POST /v1/actions: what agents do, decided in order."""

from typing import Annotated

from fastapi import APIRouter, Header, Request

from workstation.server.clean import CleanRoute
from workstation.server.office import office_of
from workstation.server.problems import describe
from workstation.server.signin.who import SignedIn
from workstation.wire.envelopes import Batch, Decisions

router = APIRouter(prefix="/v1", route_class=CleanRoute, tags=["work"])


@router.post(
    "/actions",
    summary="Do something: a batch of actions",
    responses=describe("sign_in_needed", "invalid", "too_large", "busy"),
)
def actions(
    batch: Batch,
    request: Request,
    who: SignedIn,
    accept_language: Annotated[str, Header(max_length=200)] = "en",
) -> Decisions:
    """Each action is decided by itself, in order, and counts once: sending it again gives the same
    decision. A refusal is an answer, not an error."""
    office = office_of(request)
    return Decisions(
        decisions=[
            office.dispatch.decide(who.agent.id, envelope, accept_language)
            for envelope in batch.actions
        ]
    )
