"""Keeping the shares: after a contact moved, who receives it and its customer from now on.

A contact's shares follow it (`rules.permissions.audiences_of`). A customer's shares are only ever
added to: whoever had a contact with them keeps their card. Customers who are one person are shared
together: whoever receives one of them receives them all. When an address moves to another customer,
everybody who received it before receives the new customer too, so that nobody is left with an old
row.
"""

from collections.abc import Iterable

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from workstation.models import Contact, Customer, Identity, Share
from workstation.rules.permissions import audiences_of
from workstation.server.store import bulk
from workstation.server.store.persons import together


def share_contact(session: Session, contact: Contact) -> None:
    """Bring the shares of `contact` and its customer in line with where it is now."""
    _share(session, contact, together(session, [contact.customer_id])[contact.customer_id])


def share_changed(session: Session) -> None:
    """The same for every contact and identity this session is about to write."""
    written = [*session.new, *session.dirty]
    for row in written:
        if isinstance(row, Identity):
            _inherit(session, row)
    session.flush()  # who is one person is asked of the database
    customers = {row.customer_id for row in written if isinstance(row, Contact)}
    people = together(session, customers) if customers else {}
    for row in written:
        if isinstance(row, Contact):
            _share(session, row, people[row.customer_id])
        elif isinstance(row, Customer) and row.merged_into_id is not None:
            share_together(session, row.id)


def share_together(session: Session, customer_id: str) -> None:
    """Whoever receives one of the customers who are this person receives them all."""
    people = together(session, [customer_id])[customer_id]
    audiences = set(
        session.scalars(select(Share.audience_id).where(Share.root_id.in_(people), ~Share.gone))
    )
    for person in sorted(people):
        _set(session, "customer", person, audiences, end_others=False)


def share_with(session: Session, customer_id: str, *, of: str) -> None:
    """Whoever receives the customer `of` receives `customer_id`, and all they are, too."""
    audiences = set(
        session.scalars(select(Share.audience_id).where(Share.root_id == of, ~Share.gone))
    )
    for person in sorted(together(session, [customer_id])[customer_id]):
        _set(session, "customer", person, audiences, end_others=False)


def _share(session: Session, contact: Contact, people: Iterable[str]) -> None:
    """`people` are all that the contact's customer is."""
    wanted = audiences_of(contact)
    _set(session, "contact", contact.id, wanted, end_others=True)
    for person in people:
        _set(session, "customer", person, wanted, end_others=False)


def _inherit(session: Session, identity: Identity) -> None:
    history = inspect(identity).attrs.customer_id.history
    for before in history.deleted or ():
        if before is None or before == identity.customer_id:
            continue
        audiences = session.scalars(
            select(Share.audience_id).where(Share.root_id == before, ~Share.gone)
        )
        _set(session, "customer", identity.customer_id, set(audiences), end_others=False)


def _set(
    session: Session, kind: str, root_id: str, wanted: Iterable[str], *, end_others: bool
) -> None:
    missing = set(wanted)
    for share in session.scalars(select(Share).where(Share.root_id == root_id)):
        if share.audience_id in missing:
            missing.discard(share.audience_id)
            if share.gone:
                share.gone = False
        elif end_others and not share.gone:
            share.gone = True
    # Two contacts of one customer may add the same share at once: the second waits and agrees.
    bulk.write(
        session,
        Share,
        [
            {"root_id": root_id, "audience_id": audience, "root_kind": kind, "gone": False}
            for audience in sorted(missing)
        ],
        update=False,
    )
