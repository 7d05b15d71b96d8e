"""Customers and their addresses; a stranger who wrote from such an address turns out to be them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.models import Contact, Customer, Identity
from workstation.server.importing.settle import Fate, settle, together
from workstation.server.store.shares import share_changed
from workstation.shop.keys import Keys
from workstation.shop.records import CustomerRecord, IdentityRecord


@dataclass(slots=True)
class CustomerFate:
    """What became of a customer, and which addresses could not be theirs."""

    fate: Fate
    problems: list[str] = field(default_factory=list)


def write_customers(
    session: Session, keys: Keys, customers: Sequence[CustomerRecord]
) -> list[CustomerFate]:
    """An empty value leaves what the office knows. An address of a stranger moves here with its
    contacts; that of another known customer stays where it is."""
    customer_fates = settle(session, Customer, [_row(keys, customer) for customer in customers])
    addresses = (i.address for c in customers for i in c.identities)
    known = identities(session, addresses, change=True)
    found: list[CustomerFate] = []
    rows: list[dict[str, Any]] = []
    row_ids: list[list[str]] = []
    moved: list[bool] = []
    for customer in customers:
        customer_id = keys.customer(customer.key)
        here = CustomerFate(customer_fates[customer_id])
        own: list[str] = []
        links = False
        for identity in customer.identities:
            place = (identity.channel, identity.address)
            there = known.get(place)
            if there is None:
                row = _identity(keys, identity, customer_id)
                known[place] = Identity(**row)
            elif there.customer_id == customer_id:
                row = _identity(keys, identity, customer_id, there.id)
            elif _link(session, there, customer_id):
                links = True
                row = _identity(keys, identity, customer_id, there.id)
            else:
                here.problems.append(f"{identity.channel} {identity.address} is another customer's")
                continue
            rows.append(row)
            own.append(row["id"])
        found.append(here)
        row_ids.append(own)
        moved.append(links)
    share_changed(session)
    session.flush()
    fates = settle(session, Identity, rows)
    for here, own, links in zip(found, row_ids, moved, strict=True):
        here.fate = together([here.fate, *(fates[identity_id] for identity_id in own)])
        if links and here.fate == "same":
            here.fate = "changed"
    return found


def identities(
    session: Session, addresses: Iterable[str], *, change: bool = False
) -> dict[tuple[str, str], Identity]:
    """The identities with these addresses, by channel and address. Nobody links them to somebody
    else meanwhile; with `change`, nobody even leans on them."""
    wanted = sorted(set(addresses))
    found: dict[tuple[str, str], Identity] = {}
    for start in range(0, len(wanted), 500):
        statement = (
            select(Identity)
            .where(Identity.address.in_(wanted[start : start + 500]))
            .order_by(Identity.id)
            .with_for_update(read=not change)
        )
        for identity in session.scalars(statement):
            found[identity.channel, identity.address] = identity
    return found


def _row(keys: Keys, customer: CustomerRecord) -> dict[str, Any]:
    given = {
        "language": customer.language,
        "city": customer.city,
        "country": customer.country,
        "preferred_channel": customer.preferred_channel,
        "note": customer.note,
        "since": customer.since,
    }
    return {
        "id": keys.customer(customer.key),
        "name": customer.name,
        "provisional": False,
        **{name: value for name, value in given.items() if value not in ("", None)},
    }


def _identity(
    keys: Keys, identity: IdentityRecord, customer_id: str, known_id: str | None = None
) -> dict[str, Any]:
    given = {"name": identity.name, "verified_at": identity.verified_at}
    return {
        "id": known_id or keys.identity(identity.channel, identity.address),
        "customer_id": customer_id,
        "channel": identity.channel,
        "address": identity.address,
        **{name: value for name, value in given.items() if value not in ("", None)},
    }


def _link(session: Session, identity: Identity, customer_id: str) -> bool:
    """Give a stranger's address and contacts to a known customer; False if it is no stranger's."""
    before = session.get(Customer, identity.customer_id, with_for_update=True)
    if before is None or not before.provisional:
        return False
    if before.merged_into_id not in (None, customer_id):
        return False
    contacts = select(Contact).where(
        Contact.identity_id == identity.id, Contact.customer_id == before.id
    )
    for contact in session.scalars(contacts):
        contact.customer_id = customer_id
    identity.customer_id = customer_id
    before.merged_into_id = customer_id
    return True
