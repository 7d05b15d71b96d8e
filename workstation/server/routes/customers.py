"""GET /v1/customers: finding a customer, and reading all there is about one. Both leave a line in
the log: who looked, and whom at, masked."""

import logging
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel

from workstation.actions.base import Ref
from workstation.models.text import storable
from workstation.server.logs import masked
from workstation.server.office import office_of
from workstation.server.problems import ProblemError, describe
from workstation.server.signin.who import SignedIn
from workstation.server.store.history import find_customers, read_history

log = logging.getLogger(__name__)
router = APIRouter(prefix="/v1/customers", tags=["customers"])

CustomerId = Annotated[Ref, Path(examples=["01990000-0000-7000-8000-000000000001"])]


class FoundCustomer(BaseModel):
    customer_id: str
    name: str
    city: str
    addresses: list[str]


class FoundCustomers(BaseModel):
    customers: list[FoundCustomer]


class CustomerHistory(BaseModel):
    """Rows by table, as in the feed: `columns` names the values of each row. `before` asks for
    the page after this one, when there is `more`."""

    tables: dict[str, Any]
    more: bool
    before: str


@router.get(
    "",
    summary="Find a customer",
    responses=describe("sign_in_needed", "invalid"),
)
def find(
    request: Request,
    who: SignedIn,
    query: Annotated[
        str,
        Query(min_length=2, max_length=200, description="Part of a name or address; or an order."),
    ],
    limit: Annotated[int, Query(ge=1, le=50)] = 20,
) -> FoundCustomers:
    """By name, by address on any channel, or by the beginning of an order number."""
    with office_of(request).database.read() as session:
        found = find_customers(session, storable(query.strip()), limit=limit)
    log.info("customers found", extra={"facts": {"agent": who.agent.id, "count": len(found)}})
    return FoundCustomers(
        customers=[
            FoundCustomer(
                customer_id=one.customer_id,
                name=one.name,
                city=one.city,
                addresses=list(one.addresses),
            )
            for one in found
        ]
    )


@router.get(
    "/{customer_id}/history",
    summary="All of a customer's contacts",
    responses=describe("sign_in_needed", "not_found", "invalid"),
)
def history(
    customer_id: CustomerId,
    request: Request,
    who: SignedIn,
    before: Annotated[Ref | None, Query(description="From the page before this one.")] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> CustomerHistory:
    """Newest first, of every team: whoever helps a customer knows what was said before."""
    with office_of(request).database.read() as session:
        found = read_history(session, customer_id, before=before, limit=limit)
    if found is None:
        raise ProblemError("not_found")
    facts = {"agent": who.agent.id, "customer": masked(customer_id)}
    log.info("history read", extra={"facts": facts})
    return CustomerHistory(tables=dict(found.tables), more=found.more, before=found.before)
