"""Where a customer's message belongs: the open contact of its thread, one that was done a short
while ago, or a new one in the team that knows about its product."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from sqlalchemy import Table, bindparam, or_, select, text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from workstation.channels.port import Inbound
from workstation.models import (
    Contact,
    Customer,
    Identity,
    Product,
    ProductType,
    Promise,
    Setting,
    Share,
    Team,
    Variant,
    new_id,
)
from workstation.models.text import one_line
from workstation.rules.promises import due_at
from workstation.server.intake.arrived import fit
from workstation.server.store import bulk
from workstation.server.store.among import pair_among

_IDENTITIES = cast("Table", Identity.__table__)
HOUR = 3_600_000
REOPEN_HOURS = 72
Thread = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Shop:
    """What the shop has agreed on, read once for a batch."""

    promises: Sequence[Promise]
    settings: dict[str, Any]
    teams: dict[str, str]
    """Ids by id and by English name in lower case, the first team first."""

    @property
    def reopen(self) -> int:
        """Milliseconds within which a thread takes up a contact that was done."""
        given = self.settings.get("reopen_hours", REOPEN_HOURS)
        hours = given if isinstance(given, int | float) else REOPEN_HOURS
        return int(hours * HOUR)


def read_shop(session: Session) -> Shop:
    names = ("reopen_hours", "default_team")
    active = select(Team.id, Team.name_en).where(Team.active).order_by(Team.position, Team.id)
    teams = session.execute(active).all()
    found = session.execute(select(Setting.name, Setting.value).where(Setting.name.in_(names)))
    return Shop(
        promises=session.scalars(select(Promise)).all(),
        settings={str(name): value for name, value in found},
        teams={team_id: team_id for team_id, _ in teams}
        | {name.lower(): team_id for team_id, name in reversed(teams)},
    )


def thread_of(message: Inbound) -> Thread:
    return message.channel, fit(message.thread)


def hold_threads(session: Session, threads: Iterable[Thread]) -> None:
    """Let nobody else place messages of these threads until we are done: two first messages at
    the same moment are one contact."""
    if session.get_bind().dialect.name != "postgresql":
        return  # SQLite has one writer
    names = sorted({f"{channel}:{thread}" for channel, thread in threads})
    session.execute(
        text(
            "SELECT pg_advisory_xact_lock(hashtextextended(thread, 0)) "
            "FROM unnest(CAST(:names AS text[])) AS waiting(thread)"
        ),
        {"names": names},
    )


@dataclass(slots=True)
class Place:
    """What the arrival of a message needs to know of its contact, and what it changes of it.

    Not the model itself: this is the busiest path of an office, and reads a handful of columns.
    """

    id: str
    channel: str
    thread: str
    state: str
    subject: str
    language: str
    opened_at: int
    waiting_since: int | None
    due_at: int | None
    last_at: int
    last_text: str = ""
    is_new: bool = False

    def hear(self, message: Inbound, text: str, shop: Shop, now: int) -> None:
        """A customer's message came in: it is open, and waits for us."""
        self.last_at = max(now, self.last_at)
        self.last_text = one_line(text)
        self.state = "open"
        self.language = self.language or message.language[:20]
        self.subject = self.subject or one_line(message.subject, 200)
        if self.waiting_since is None:
            self.waiting_since = now
            self.due_at = due_at(
                shop.promises,
                channel=self.channel,
                kind="first_reply" if self.is_new else "next_reply",
                since=now,
            )

    def changes(self) -> dict[str, Any]:
        return {
            "state": "open",
            "subject": self.subject,
            "language": self.language,
            "waiting_since": self.waiting_since,
            "due_at": self.due_at,
            "last_at": self.last_at,
            "last_text": self.last_text,
            "last_side": "customer",
            "snoozed_until": None,
            "closed_at": None,
        }


def find_contacts(
    session: Session, threads: Iterable[Thread], *, since: int
) -> dict[Thread, Place]:
    """The contact that each thread goes on with, locked: an open one, else the last that was done
    after `since`."""
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
        )
        .where(
            pair_among(session, Contact.channel, Contact.thread, sorted(threads)),
            Contact.archived_at.is_(None),
            or_(Contact.state != "done", Contact.closed_at > since),
        )
        .order_by(Contact.id)
        .with_for_update()
    )
    found = [Place(*row) for row in rows]
    found.sort(key=lambda place: (place.state != "done", place.opened_at))
    return {(place.channel, place.thread): place for place in found}


def save(session: Session, places: Iterable[Place]) -> None:
    """Write what was heard to the contacts that were there before."""
    known = [place for place in places if not place.is_new]
    if known:
        table = Contact.__table__
        assert isinstance(table, Table)
        session.connection().execute(
            update(table).where(table.c.id == bindparam("contact")),
            [{"contact": place.id, **place.changes()} for place in known],
        )


@dataclass
class Placing:
    """Makes the contacts that are missing; `write_new` writes them and tells whom they concern."""

    session: Session
    shop: Shop
    now: int
    _identities: dict[Thread, tuple[str, str]] = field(default_factory=dict)
    """By channel and address: the identity's id and the customer's."""
    _made: list[tuple[Place, dict[str, Any]]] = field(default_factory=list)

    def know(self, messages: Iterable[Inbound]) -> None:
        """Find, or make, the identities of the writers of these."""
        by_address: dict[Thread, Inbound] = {(m.channel, fit(m.address)): m for m in messages}
        if not by_address:
            return
        insert: Any = postgresql.insert
        if self.session.get_bind().dialect.name == "sqlite":
            insert = sqlite.insert
        self._identities = self._find(by_address)
        missing = [address for address in by_address if address not in self._identities]
        if not missing:
            return
        rows = [
            {
                "id": new_id(),
                "customer_id": new_id(),
                "channel": channel,
                "address": address,
                "name": one_line(by_address[channel, address].name, 200),
                "verified_at": None,
            }
            for channel, address in missing
        ]
        # Who writes to us twice at the same moment is still one person.
        made = set(
            self.session.connection().scalars(
                insert(_IDENTITIES)
                .on_conflict_do_nothing(index_elements=["channel", "address"])
                .returning(_IDENTITIES.c.id),
                rows,
            )
        )
        ours = [row for row in rows if row["id"] in made]
        people = [
            self._customer(
                str(row["customer_id"]), by_address[str(row["channel"]), str(row["address"])]
            )
            for row in ours
        ]
        bulk.write(self.session, Customer, people, update=False)
        if len(ours) < len(rows):
            self._identities = self._find(by_address)
        else:
            self._identities |= {
                (str(row["channel"]), str(row["address"])): (
                    str(row["id"]),
                    str(row["customer_id"]),
                )
                for row in rows
            }

    def make(self, message: Inbound) -> Place:
        """A new contact for the thread of `message`."""
        identity_id, customer_id = self._identities[message.channel, fit(message.address)]
        place = Place(
            id=new_id(),
            channel=message.channel,
            thread=fit(message.thread),
            state="open",
            subject="",
            language="",
            opened_at=self.now,
            waiting_since=None,
            due_at=None,
            last_at=self.now,
            is_new=True,
        )
        product_type_id, product_id, variant_id = self._product(message.product_code)
        row = {
            "id": place.id,
            "channel": place.channel,
            "thread": place.thread,
            "customer_id": customer_id,
            "identity_id": identity_id,
            "team_id": self._team(message.team, product_type_id),
            "product_type_id": product_type_id,
            "product_id": product_id,
            "variant_id": variant_id,
            "opened_at": self.now,
        }
        self._made.append((place, row))
        return place

    def write_new(self) -> None:
        """Write every contact that was made, and share it and its customer with its team."""
        rows = [row | place.changes() for place, row in self._made]
        bulk.write(self.session, Contact, rows, update=False)
        shares = {
            (root, str(row["team_id"])): kind
            for row in rows
            for root, kind in ((str(row["id"]), "contact"), (str(row["customer_id"]), "customer"))
        }
        bulk.write(
            self.session,
            Share,
            [
                {"root_id": root, "audience_id": team, "root_kind": kind, "gone": False}
                for (root, team), kind in sorted(shares.items())
            ],
        )

    def _find(self, addresses: Iterable[Thread]) -> dict[Thread, tuple[str, str]]:
        rows = self.session.execute(
            select(Identity.channel, Identity.address, Identity.id, Identity.customer_id)
            .where(pair_among(self.session, Identity.channel, Identity.address, sorted(addresses)))
            .order_by(Identity.id)
            .with_for_update(read=True)  # linking it to somebody else has to wait for us
        )
        return {
            (channel, address): (identity_id, customer_id)
            for channel, address, identity_id, customer_id in rows
        }

    def _customer(self, customer_id: str, message: Inbound) -> dict[str, Any]:
        return {
            "id": customer_id,
            "name": one_line(message.name, 200) or one_line(message.address, 200),
            "language": message.language[:20],
            "preferred_channel": message.channel,
            "since": self.now,
            "provisional": True,
        }

    def _product(self, code: str) -> tuple[str | None, str | None, str | None]:
        """Product type, product and variant of an article's code."""
        if not code:
            return None, None, None
        variant = self.session.scalar(select(Variant).where(Variant.sku == code).limit(1))
        if variant is not None:
            product = self.session.get(Product, variant.product_id)
        else:
            product = self.session.scalar(select(Product).where(Product.code == code).limit(1))
        if product is None:
            return None, None, None
        return product.product_type_id, product.id, variant.id if variant else None

    def _team(self, chosen: str, product_type_id: str | None) -> str:
        """The team that was chosen, else the product type's, else the shop's default, else the
        first there is."""
        known = self.shop.teams
        by_product = None
        if product_type_id is not None:
            product_type = self.session.get(ProductType, product_type_id)
            by_product = product_type.team_id if product_type else None
        for candidate in (chosen, by_product, self.shop.settings.get("default_team")):
            if isinstance(candidate, str) and candidate.lower() in known:
                return known[candidate.lower()]
        if not known:
            raise NoTeamError
        return next(iter(known.values()))


class NoTeamError(Exception):
    """This office has no team yet, so that nobody could answer."""
