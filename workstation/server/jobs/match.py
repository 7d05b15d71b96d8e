"""The job that looks who somebody is, once they have written or called from a new address.

What proves it joins them at once (`rules/matching.py`); what only suggests it becomes a question
for the agent who sees the contact.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from workstation.models import (
    Contact,
    Customer,
    Identity,
    Match,
    Order,
    id_for,
)
from workstation.models.customer import MatchReason
from workstation.rules.matching import Clues, Likely, Person, Same, best, compare, order_numbers
from workstation.server.intake.one_person import become_one
from workstation.server.jobs.queue import Claimed, Jobs
from workstation.server.store.database import Database
from workstation.server.store.persons import heads, together
from workstation.server.store.shares import share_with
from workstation.shop.keys import Keys

_MOST = 20
"""People compared for one clue: what fits more fits nobody."""
_NUMBERED = ("phone", "whatsapp")
_REASONS: dict[str, MatchReason] = {"token": "token", "verified_mail": "mail", "order": "order"}


def wish(
    identity_id: str,
    *,
    text: str = "",
    customer: str = "",
    order: str = "",
    also: Iterable[tuple[str, str]] = (),
) -> tuple[str | None, dict[str, Any]]:
    """The job, its key and data, that looks who this identity is. `customer` is what the shop
    signed: an id, or the key that an import knows them by; `order` a number from a place the
    channel has for one."""
    data: dict[str, Any] = {"identity_id": identity_id}
    mentioned = sorted(order_numbers(text))
    others = sorted({address for channel, address in also if channel in ("email", "phone")})
    clues = {"customer": customer, "order": order, "mentioned": mentioned, "also": others}
    data |= {name: value for name, value in clues.items() if value}
    return None if len(data) > 1 else f"match:{identity_id}", data


def ask(session: Session, jobs: Jobs, *, identity_id: str, **clues: Any) -> None:
    """Have it looked who this identity is, by the clues of `wish`."""
    jobs.enqueue_all(session, "match", [wish(identity_id, **clues)])


def is_worth_it(channel: str, data: Mapping[str, Any]) -> bool:
    """Whether anybody can share a clue with somebody new on this channel: only telephone numbers
    are addresses on more than one."""
    return len(data) > 1 or channel in _NUMBERED


class MatchCustomer:
    """`data`: identity_id, and the clues of `ask`."""

    def __init__(self, database: Database, jobs: Jobs, clock: Callable[[], int]) -> None:
        self._database = database
        self._jobs = jobs
        self._clock = clock

    def run(self, job: Claimed) -> None:
        def work(session: Session) -> None:
            look(session, job.data, self._clock())
            self._jobs.done(session, job)
            session.flush()

        self._database.retrying(work)


def look(session: Session, data: Mapping[str, Any], now: int) -> None:
    """Compare who has this identity with whoever shares a clue, and act on it."""
    identity = session.get(Identity, data["identity_id"])
    if identity is None:
        return
    stranger_id = heads(session, [identity.customer_id]).get(identity.customer_id)
    if stranger_id is None:
        return
    stranger = _persons(session, [stranger_id])[stranger_id]
    clues = Clues(
        customer_id=_signed(session, data.get("customer", "")),
        orders=frozenset(_spellings(data["order"]) if data.get("order") else ()),
        mentioned=frozenset(data.get("mentioned", ())),
        also=frozenset(data.get("also", ())),
    )
    near = _near(session, stranger, clues) - {stranger_id}
    found = [
        result
        for known in _persons(session, near).values()
        if (result := compare(stranger, known, clues)) is not None
    ]
    same = best(found)
    if same is not None:
        become_one(session, stranger_id, same.customer_id, same.proof, now)
        stranger_id = same.customer_id
    for one in found:
        if one.customer_id != stranger_id:
            _suggest(session, stranger_id, one, now)
    _name_order(session, identity, stranger_id, clues)


def _near(session: Session, stranger: Person, clues: Clues) -> set[str]:
    """The heads of everybody who shares a clue."""
    mails = stranger.mails | {one for one in clues.also if "@" in one}
    numbers = stranger.numbers | {one for one in clues.also if one.startswith("+")}
    asked = [
        select(Order.customer_id).where(Order.number.in_(clues.orders | clues.mentioned)),
        select(Identity.customer_id).where(
            or_(
                and_(Identity.channel == "email", Identity.address.in_(mails)),
                and_(Identity.channel.in_(_NUMBERED), Identity.address.in_(numbers)),
            )
        ),
    ]
    if stranger.city:
        asked.append(select(Customer.id).where(Customer.city == stranger.city, Customer.name != ""))
    found = {clues.customer_id} if clues.customer_id else set()
    for statement in asked:
        found.update(session.scalars(statement.limit(_MOST)))
    return set(heads(session, sorted(found)).values())


def _persons(session: Session, customer_ids: Collection[str]) -> dict[str, Person]:
    """What is known of these heads, and of everybody who turned out to be them."""
    if not customer_ids:
        return {}
    groups = together(session, sorted(customer_ids))
    of = {member: head for head, members in groups.items() for member in members}
    mails: dict[str, set[str]] = {head: set() for head in groups}
    verified: dict[str, set[str]] = {head: set() for head in groups}
    numbers: dict[str, set[str]] = {head: set() for head in groups}
    orders: dict[str, set[str]] = {head: set() for head in groups}
    for identity in session.scalars(select(Identity).where(Identity.customer_id.in_(of))):
        head = of[identity.customer_id]
        if identity.channel == "email":
            mails[head].add(identity.address)
            if identity.verified_at is not None:
                verified[head].add(identity.address)
        elif identity.channel in _NUMBERED and identity.address.startswith("+"):
            numbers[head].add(identity.address)
    for customer_id, number in session.execute(
        select(Order.customer_id, Order.number).where(Order.customer_id.in_(of))
    ):
        orders[of[customer_id]].add(number)
    return {
        customer.id: Person(
            customer_id=customer.id,
            name=customer.name,
            city=customer.city,
            provisional=customer.provisional,
            mails=frozenset(mails[customer.id]),
            verified_mails=frozenset(verified[customer.id]),
            numbers=frozenset(numbers[customer.id]),
            orders=frozenset(orders[customer.id]),
        )
        for customer in session.scalars(select(Customer).where(Customer.id.in_(groups)))
    }


def _spellings(number: str) -> tuple[str, ...]:
    """An order number as it was given, and as shops write it."""
    return (number.strip(), number.strip().upper())


def _signed(session: Session, given: str) -> str:
    """The customer the shop means: by our id, or by the key of an import."""
    if not given:
        return ""
    for candidate in (given, Keys().customer(given), id_for("sample", f"customer:{given}")):
        if len(candidate) == 36 and session.get(Customer, candidate) is not None:
            return heads(session, [candidate])[candidate]
    return ""


def _suggest(session: Session, stranger_id: str, found: Same | Likely, now: int) -> None:
    """Ask once: what somebody decided about these two is not asked again."""
    pair = (found.customer_id, stranger_id)
    asked = select(Match.id).where(
        or_(
            and_(Match.customer_id == pair[0], Match.other_id == pair[1]),
            and_(Match.customer_id == pair[1], Match.other_id == pair[0]),
        )
    )
    if session.scalar(asked.limit(1)) is not None:
        return
    reason = found.reason if isinstance(found, Likely) else _REASONS[found.proof]
    session.add(
        Match(
            id=id_for("match", ":".join(pair)),
            customer_id=pair[0],
            other_id=pair[1],
            reason=reason,
            facts=found.facts if isinstance(found, Likely) else {},
            at=now,
        )
    )
    session.flush()
    share_with(session, pair[0], of=pair[1])


def _name_order(session: Session, identity: Identity, customer_id: str, clues: Clues) -> None:
    """The order that was named, once it is certain that it is theirs."""
    numbers = clues.orders | clues.mentioned
    if not numbers:
        return
    people = together(session, [customer_id])[customer_id]
    order_id = session.scalar(
        select(Order.id)
        .where(Order.customer_id.in_(people), Order.number.in_(numbers))
        .order_by(Order.placed_at.desc())
        .limit(1)
    )
    if order_id is None:
        return
    for contact in session.scalars(
        select(Contact)
        .where(
            Contact.identity_id == identity.id,
            Contact.state != "done",
            Contact.order_id.is_(None),
        )
        .with_for_update()
    ):
        contact.order_id = order_id
    session.flush()
