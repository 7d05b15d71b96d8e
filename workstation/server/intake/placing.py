"""Where a customer's message belongs: the open contact of its thread, one that was done a short
while ago, or a new one in the team that knows about its product."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import and_, exists, or_, select
from sqlalchemy.orm import Session

from workstation.channels.incoming import (
    Inbound,
)
from workstation.models import (
    Contact,
    Dial,
    Message,
    Product,
    ProductType,
    Share,
    Variant,
    new_id,
)
from workstation.rules.moments import taken_at
from workstation.server.intake.arrived import fit
from workstation.server.intake.ceiling import OVER, Ceilings, read_ceilings
from workstation.server.intake.holding import hold
from workstation.server.intake.people import People, address_of
from workstation.server.intake.place import Place, by_a_person
from workstation.server.intake.shop import NoTeamError, Shop, read_shop
from workstation.server.store import bulk, many
from workstation.server.store.among import among, pair_among
from workstation.server.store.persons import merged

__all__ = [
    "NoTeamError",
    "Place",
    "Placing",
    "Shop",
    "Thread",
    "find_contacts",
    "hold_threads",
    "read_shop",
    "save",
    "thread_of",
]

Thread = tuple[str, str]
"""Channel, the provider's name of the conversation."""


def thread_of(message: Inbound) -> Thread:
    return message.channel, fit(message.thread)


def name_of(thread: Thread) -> str:
    """Under which `hold` knows it."""
    return f"{thread[0]}:{thread[1]}"


def hold_threads(session: Session, threads: Iterable[Thread]) -> None:
    """Let nobody else place messages of these threads until we are done: two first messages at
    the same moment are one contact."""
    hold(session, {name_of(thread) for thread in threads})


def find_contacts(
    session: Session, threads: Iterable[Thread], *, since: int
) -> dict[Thread, Place]:
    """The contact that each thread goes on with, locked: an open one, else the last that was done
    after `since`."""
    answered = exists().where(
        Message.contact_id == Contact.id, Message.direction == "outbound", by_a_person()
    )
    rows = session.execute(
        select(
            Contact.id,
            Contact.channel,
            Contact.thread,
            Contact.state,
            Contact.subject,
            Contact.language,
            Contact.opened_at,
            Contact.waiting_since,
            Contact.due_at,
            Contact.last_at,
            Contact.last_text,
            Contact.last_side,
            Contact.snoozed_until,
            Contact.closed_at,
            Contact.read_at,
            Contact.reply_until,
            and_(Contact.waiting_since.is_(None), answered),
        )
        .where(
            pair_among(session, Contact.channel, Contact.thread, sorted(threads)),
            Contact.archived_at.is_(None),
            or_(Contact.state != "done", Contact.closed_at > since),
        )
        .order_by(Contact.id)
        .with_for_update(of=Contact)
    )
    found = [Place(*row) for row in rows]
    found.sort(key=lambda place: (place.state != "done", place.opened_at))
    return {(place.channel, place.thread): place for place in found}


def save(session: Session, places: Iterable[Place]) -> None:
    """Write what was heard to the contacts that were there before."""
    rows = [{"id": place.id, **place.changes()} for place in places if not place.is_new]
    many.update(session, Contact, rows)


@dataclass
class Placing:
    """Makes the contacts that are missing; `write_new` writes them and tells whom they concern."""

    session: Session
    shop: Shop
    now: int
    people: People = field(init=False)
    _products: dict[str, tuple[str | None, str, str | None, str | None]] = field(
        default_factory=dict
    )
    """By an article's code: product type, product, variant, and the type's team."""
    made: list[tuple[Place, dict[str, Any]]] = field(default_factory=list)
    """New contacts, with the columns that no message changes."""
    over: list[tuple[dict[str, Any], Dial]] = field(default_factory=list)
    """The rows of those for whom there was no room, once they are written."""
    _full: dict[str, Dial] = field(default_factory=dict)
    """The dial by the id of such a contact."""
    _ceilings: Ceilings | None = None

    def __post_init__(self) -> None:
        self.people = People(self.session, self.now)

    def know(self, messages: Collection[Inbound]) -> None:
        """Find, or make, what new contacts for these need: their writers, their products."""
        self.people.know(messages)
        codes = {message.product_code for message in messages} - {"", *self._products}
        if codes:
            self._know_products(codes)

    def make(self, message: Inbound, thread: Thread | None = None) -> Place:
        """A new contact for `message`, on its own thread or on this one."""
        at = taken_at(message.at, self.now)
        identity_id, customer_id = self.people.known[address_of(message)]
        place = Place(
            id=new_id(),
            channel=message.channel,
            thread=(thread or thread_of(message))[1],
            opened_at=at,
            last_at=at,
            is_new=True,
        )
        row = {
            "id": place.id,
            "channel": place.channel,
            "thread": place.thread,
            "customer_id": customer_id,
            "identity_id": identity_id,
            "opened_at": at,
            **self.about(message),
        }
        self.made.append((place, row))
        if not message.echo and not message.automatic:
            self._look_for_room(place)
        return place

    def about(self, message: Inbound) -> dict[str, str | None]:
        """What it is about, and whose that is: columns of a contact."""
        product_type_id, product_id, variant_id, team_id = self._products.get(
            message.product_code, (None, None, None, None)
        )
        return {
            "team_id": self._team(message.team, team_id),
            "product_type_id": product_type_id,
            "product_id": product_id,
            "variant_id": variant_id,
        }

    def write_new(self) -> None:
        """Write every contact that was made, and share it and its customer with its team."""
        rows = [{**row, **place.changes(), "tags": []} for place, row in self.made]
        for row in rows:
            if row["id"] in self._full:
                row["due_at"], row["tags"] = None, [OVER]
                self.over.append((row, self._full[row["id"]]))
        many.insert(self.session, Contact, rows)
        people = {str(row["customer_id"]) for row in rows} - self.people.new
        groups = merged(self.session, people) if people else {}
        shares = {
            (root, str(row["team_id"])): kind
            for row in rows
            for root, kind in (
                (str(row["id"]), "contact"),
                *(
                    (person, "customer")
                    for person in groups.get(row["customer_id"], (row["customer_id"],))
                ),
            )
        }
        bulk.write(
            self.session,
            Share,
            [
                {"root_id": root, "audience_id": team, "root_kind": kind, "gone": False}
                for (root, team), kind in sorted(shares.items())
            ],
        )

    def _look_for_room(self, place: Place) -> None:
        if place.channel not in self.shop.dialled:
            return
        if self._ceilings is None:
            self._ceilings = read_ceilings(self.session, self.shop.dialled, self.now)
        dial = self._ceilings.tells(place.channel)
        if dial is not None:
            self._full[place.id] = dial

    def _know_products(self, codes: Collection[str]) -> None:
        columns = (Product.product_type_id, Product.id, ProductType.team_id)
        by_variant = (
            select(Variant.sku, Variant.id, *columns)
            .join(Product, Product.id == Variant.product_id)
            .join(ProductType, ProductType.id == Product.product_type_id, isouter=True)
            .where(among(self.session, Variant.sku, codes))
            .order_by(Variant.id.desc())
        )
        by_product = (
            select(Product.code, *columns)
            .join(ProductType, ProductType.id == Product.product_type_id, isouter=True)
            .where(among(self.session, Product.code, codes))
            .order_by(Product.id.desc())
        )
        for code, kind, product, team in self.session.execute(by_product):
            self._products[code] = (kind, product, None, team)
        for code, variant, kind, product, team in self.session.execute(by_variant):
            self._products[code] = (kind, product, variant, team)

    def _team(self, chosen: str, by_product: str | None) -> str:
        """The team that was chosen, else the product type's, else the shop's default, else the
        first there is."""
        known = self.shop.teams
        for candidate in (chosen, by_product, self.shop.settings.get("default_team")):
            if isinstance(candidate, str) and candidate.lower() in known:
                return known[candidate.lower()]
        if not known:
            raise NoTeamError
        return next(iter(known.values()))
