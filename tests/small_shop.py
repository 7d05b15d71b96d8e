"""A shop as small as it can be while every action still has something to do and something to be
refused: three teams, six agents, and one contact for each state a contact can be in."""

import hashlib
from dataclasses import dataclass

from sqlalchemy.orm import Session

from tests.small_exchange import furnish_calls
from tests.small_knowledge import furnish_knowledge
from workstation.models import (
    Agent,
    Channel,
    Contact,
    Customer,
    Identity,
    Match,
    Membership,
    Message,
    Order,
    Product,
    ProductType,
    Promise,
    Reason,
    Resolution,
    SavedView,
    Team,
    Template,
    Variant,
    id_for,
    new_id,
)
from workstation.models.contact import ContactState
from workstation.models.message import DeliveryState
from workstation.models.office import Blob
from workstation.models.people import Role
from workstation.models.service import PromiseKind
from workstation.server.files.store import FileStore
from workstation.server.store.database import Database
from workstation.server.store.shares import share_changed

NOW = 1_795_000_000_000
"""The moment of every test that stands still: milliseconds since the epoch."""
MINUTE = 60_000
PICTURE = b"\x89PNG picture of a television that flickers"


@dataclass(frozen=True)
class SmallShop:
    """Ids. `mark` tells one small shop from another in the same database."""

    mark: str

    def __getattr__(self, name: str) -> str:
        """The id of whatever is called this in `furnish`."""
        return id_for("small shop", f"{self.mark}:{name}", at=NOW - 60 * MINUTE)


class _Furnishing:
    def __init__(self, session: Session, shop: SmallShop) -> None:
        self.session = session
        self.shop = shop

    def id(self, name: str) -> str:
        return str(getattr(self.shop, name))

    def agent(self, name: str, role: Role, *teams: str, active: bool = True) -> None:
        self.session.add(
            Agent(
                id=self.id(name),
                login=f"{name}-{self.shop.mark}",
                name=name.replace("_", " "),
                role=role,
                languages=["nl", "en"],
                active=active,
            )
        )
        for team in teams:
            self.session.add(
                Membership(
                    id=self.id(f"{name}_in_{team}"), agent_id=self.id(name), team_id=self.id(team)
                )
            )

    def customer(self, name: str, *, provisional: bool = False, merged_into: str = "") -> None:
        self.session.add(
            Customer(
                id=self.id(name),
                name=name.replace("_", " "),
                city="Utrecht",
                provisional=provisional,
                merged_into_id=self.id(merged_into) if merged_into else None,
            )
        )
        self.session.add(
            Identity(
                id=self.id(f"{name}_address"),
                customer_id=self.id(name),
                channel="email",
                address=f"{name}-{self.shop.mark}@example.nl",
            )
        )

    def view(self, name: str, owner: str, team: str = "") -> None:
        self.session.add(
            SavedView(
                id=self.id(name),
                agent_id=self.id(owner),
                team_id=self.id(team) if team else None,
                name=name.replace("_", " "),
                filters={"channels": ["email"]},
            )
        )

    def contact(
        self,
        name: str,
        team: str,
        *,
        owner: str = "",
        state: ContactState = "open",
        customer: str = "customer",
        delivery: DeliveryState = "",
        archived: bool = False,
        reply_until: int | None = None,
        tags: tuple[str, ...] = (),
        read: bool = False,
    ) -> None:
        """A contact with one message of the customer, and one of ours when `delivery` is given."""
        began = NOW - 30 * MINUTE
        self.session.add(
            Contact(
                id=self.id(name),
                channel="email",
                thread=self.id(name),
                customer_id=self.id(customer),
                identity_id=self.id(f"{customer}_address"),
                team_id=self.id(team),
                owner_id=self.id(owner) if owner else None,
                state=state,
                subject="The television flickers",
                language="en",
                opened_at=began,
                last_at=began,
                last_text="It flickers.",
                last_side="customer",
                waiting_since=began if state == "open" else None,
                due_at=NOW + 30 * MINUTE if state == "open" else None,
                snoozed_until=NOW + 60 * MINUTE if state == "snoozed" else None,
                closed_at=began if state == "done" else None,
                archived_at=began if archived else None,
                reply_until=reply_until,
                tags=list(tags),
                read_at=began if read else None,
            )
        )
        self.session.add(
            Message(
                id=self.id(f"{name}_question"),
                contact_id=self.id(name),
                direction="inbound",
                kind="text",
                text="It flickers.",
                at=began,
                written_at=began,
                origin=f"{self.shop.mark}:{name}",
            )
        )
        if delivery:
            self.session.add(
                Message(
                    id=self.id(f"{name}_answer"),
                    contact_id=self.id(name),
                    direction="outbound",
                    kind="text",
                    author_id=self.id("agent"),
                    text="Which one is it?",
                    at=began + MINUTE,
                    delivery=delivery,
                    delivery_at=began + MINUTE,
                    failure="no such address" if delivery == "failed" else "",
                )
            )


def furnish(database: Database, files: FileStore | None = None, mark: str = "") -> SmallShop:
    """Write a small shop. Several fit in one database."""
    shop = SmallShop(mark or new_id()[-12:])
    with database.write() as session:
        here = _Furnishing(session, shop)
        for position, name in enumerate(("televisions", "washing", "laptops")):
            session.add(
                Team(id=here.id(name), name_en=name, name_nl=name, icon="", position=position)
            )
        session.add(
            Team(id=here.id("closed_team"), name_en="closed", name_nl="dicht", active=False)
        )
        here.agent("agent", "agent", "televisions", "washing")
        here.agent("colleague", "agent", "televisions")
        here.agent("lead", "lead", "televisions")
        here.agent("admin", "admin", "televisions")
        here.agent("stranger", "agent", "laptops")
        here.agent("gone", "agent", "televisions", active=False)
        here.customer("customer")
        here.customer("other_customer")
        here.customer("merged", merged_into="customer")
        here.customer("unknown", provisional=True)
        here.contact("free", "televisions")
        here.contact("mine", "televisions", owner="agent")
        here.contact("theirs", "televisions", owner="colleague")
        here.contact("done", "televisions", owner="agent", state="done")
        here.contact("snoozed", "televisions", owner="agent", state="snoozed")
        here.contact("elsewhere", "laptops")
        here.contact("archived", "televisions", archived=True)
        here.contact("unsent", "televisions", owner="agent", delivery="failed")
        here.contact("doubtful", "televisions", owner="agent", delivery="uncertain")
        here.contact("sent", "televisions", owner="agent", delivery="sent")
        here.contact("from_unknown", "televisions", customer="unknown")
        here.contact("from_unknown_again", "washing", customer="unknown", state="done")
        here.contact("from_other", "washing", customer="other_customer")
        closed = NOW - MINUTE
        here.contact("closing", "televisions", owner="agent", reply_until=NOW + 1)
        here.contact("closed", "televisions", owner="agent", reply_until=NOW)
        here.contact(
            "unsent_closed", "televisions", owner="agent", delivery="failed", reply_until=closed
        )
        here.contact("tagged", "televisions", owner="agent", tags=("vip", "courier"))
        here.contact("seen", "televisions", owner="agent", read=True)
        here.view("my_view", "agent")
        here.view("their_view", "colleague", "televisions")
        # Customers nobody has a contact with would not be on a desk to be chosen.
        here.contact("from_merged", "televisions", customer="merged")
        furnish_calls(session, shop, NOW)
        furnish_knowledge(session, shop, NOW)
        for name, status in (("update", "approved"), ("paused_update", "paused")):
            session.add(
                Template(
                    id=here.id(name),
                    channel="email",
                    name=f"{name}-{shop.mark}",
                    language="nl",
                    status=status,
                    body="Hallo {{1}}, er is nieuws over {{2}}.",
                    footer="De winkel",
                )
            )
        session.add(
            Match(
                id=here.id("match"),
                customer_id=here.id("customer"),
                other_id=here.id("unknown"),
                reason="phone",
                facts={"address": "+31201234567"},
                at=NOW - 20 * MINUTE,
            )
        )
        session.add(
            ProductType(
                id=here.id("television"),
                name_en="Television",
                name_nl="Televisie",
                team_id=here.id("televisions"),
            )
        )
        for product in ("product", "other_product"):
            session.add(
                Product(
                    id=here.id(product),
                    product_type_id=here.id("television"),
                    code=f"{product}-{shop.mark}",
                    name=product,
                    specifications={"size": "55 inch"},
                )
            )
            session.add(
                Variant(
                    id=here.id(f"{product}_black"),
                    product_id=here.id(product),
                    sku=f"{product}-{shop.mark}-black",
                    name="black",
                    attributes={"colour": "black"},
                    price=69_900,
                )
            )
        session.add(
            Reason(
                id=here.id("reason"),
                kind="complaint",
                name_en="Does not start",
                name_nl="Start niet",
            )
        )
        session.add(Resolution(id=here.id("repair"), name_en="Repair", name_nl="Reparatie"))
        session.add(
            Order(
                id=here.id("order"),
                customer_id=here.id("customer"),
                number=f"W-{shop.mark}",
                placed_at=NOW - 600 * MINUTE,
                state="delivered",
                total=69_900,
            )
        )
        if files is not None:
            sha256 = files.keep(PICTURE)
            if session.get(Blob, sha256) is None:
                session.add(Blob(sha256=sha256, size=len(PICTURE), media_type="image/png", at=NOW))
        share_changed(session)
        session.flush()
    return shop


def promise(channel: Channel, kind: PromiseKind, minutes: int) -> Promise:
    return Promise(id=new_id(), channel=channel, kind=kind, minutes=minutes)


def picture_hash() -> str:
    return hashlib.sha256(PICTURE).hexdigest()
