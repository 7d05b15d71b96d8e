"""POST /v1/contacts/{id}/signal: an agent types, looks, or no longer does."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from pydantic import BaseModel, ConfigDict

from workstation.actions.base import Ref
from workstation.models import Contact
from workstation.rules.permissions import audiences_of, may_see
from workstation.server.clean import CleanRoute
from workstation.server.office import office_of
from workstation.server.problems import ProblemError, describe
from workstation.server.signals import Signal
from workstation.server.signin.who import SignedIn
from workstation.wire.signals import SignalKind

router = APIRouter(prefix="/v1/contacts", route_class=CleanRoute, tags=["work"])

ContactId = Annotated[Ref, Path(examples=["01990000-0000-7000-8000-000000000001"])]


class Given(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    kind: SignalKind


@router.post(
    "/{contact_id}/signal",
    summary="Let others see that you type, or look",
    status_code=204,
    response_class=Response,
    responses=describe("sign_in_needed", "not_found", "invalid"),
)
def signal(contact_id: ContactId, given: Given, request: Request, who: SignedIn) -> Response:
    """Heard by the desks that have this contact, and "typing" by the visitor whose chat it is.
    Never stored; repeat "typing" every few seconds while it lasts."""
    office = office_of(request)
    with office.database.read() as session:
        contact = session.get(Contact, contact_id)
    if contact is None or not may_see(who.agent, who.team_ids, contact):
        raise ProblemError("not_found")
    office.signals.send(
        Signal(
            contact_id=contact_id,
            who=who.agent.id,
            kind=given.kind,
            at=office.clock(),
            audiences=tuple(sorted(audiences_of(contact))),
            visitor=contact.thread if contact.channel == "chat" else "",
            name=who.agent.name.partition(" ")[0],
        )
    )
    return Response(status_code=204)
