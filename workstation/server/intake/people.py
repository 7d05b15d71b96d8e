"""Who writes: the identity of each address, made where there is none, with its customer."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from sqlalchemy import Table, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from workstation.channels.incoming import (
    Inbound,
)
from workstation.models import Customer, Identity, new_id
from workstation.models.text import one_line
from workstation.rules.addresses import is_number
from workstation.server.intake.arrived import fit
from workstation.server.store import many
from workstation.server.store.among import among, pair_among

_IDENTITIES = cast("Table", Identity.__table__)
Address = tuple[str, str]
"""Channel, address."""


def address_of(message: Inbound) -> Address:
    return message.channel, fit(message.address)


def _others_here(message: Inbound) -> Iterable[Address]:
    """The numbers that the provider says are theirs on the same channel, beside their address."""
    return (
        (channel, fit(address))
        for channel, address in message.also
        if channel == message.channel and is_number(address)
    )


@dataclass(slots=True)
class People:
    """`known` holds the identity's and the customer's id by address; `made` the addresses that
    nobody had before."""

    session: Session
    now: int
    known: dict[Address, tuple[str, str]] = field(default_factory=dict)
    made: dict[Address, str] = field(default_factory=dict)
    new: set[str] = field(default_factory=set)
    """Customers made here: nobody can be merged with them yet."""

    def know(self, messages: Iterable[Inbound]) -> None:
        """Find, or make, the identities of the writers of these."""
        by_address: dict[Address, Inbound] = {}
        others: dict[Address, set[Address]] = {}
        for message in messages:
            address = address_of(message)
            if address not in self.known:
                by_address.setdefault(address, message)
                others.setdefault(address, set()).update(_others_here(message))
        if not by_address:
            return
        self.known |= self._find(by_address)
        missing = [address for address in by_address if address not in self.known]
        if not missing:
            return
        customers = {address: new_id() for address in missing}
        same = self._same(missing, others, customers)
        rows = [
            {
                "id": new_id(),
                "customer_id": same.get(address, customers[address]),
                "channel": address[0],
                "address": address[1],
                "name": one_line(by_address[address].name, 200),
                "verified_at": None,
            }
            for address in missing
        ]
        ours = self._insert(rows)
        new = set(customers.values())
        people = {
            row["customer_id"]: by_address[row["channel"], row["address"]]
            for row in ours
            if row["customer_id"] in new
        }
        many.insert(self.session, Customer, [self._customer(*one) for one in people.items()])
        self.new.update(people)
        for row in ours:
            address = (row["channel"], row["address"])
            self.known[address] = (row["id"], row["customer_id"])
            self.made[address] = row["id"]
        if len(ours) < len(rows):  # somebody else made them in this very moment
            self.known |= self._find(by_address)

    def vouch(self, messages: Collection[Inbound]) -> None:
        """Note the addresses that are certainly the writer's, and others that the provider says
        are. One that somebody has already stays with them. A mail address that the writer merely
        gave is nobody's, unless the shop signed it: who writes from it later is who they are."""
        self.know(messages)
        verified = [self.known[address_of(m)][0] for m in messages if m.verified]
        if verified:
            self.session.execute(
                update(Identity)
                .where(among(self.session, Identity.id, verified), Identity.verified_at.is_(None))
                .values(verified_at=self.now)
                .execution_options(synchronize_session=False)
            )
        others: dict[Address, dict[str, Any]] = {}
        for message in messages:
            for channel, address in message.also:
                vouched = message.verified and message.channel == "chat"
                if channel == "email" and not vouched:
                    continue
                others.setdefault(
                    (channel, fit(address)),
                    {
                        "id": new_id(),
                        "customer_id": self.known[address_of(message)][1],
                        "channel": channel,
                        "address": fit(address),
                        "name": one_line(message.name, 200),
                        "verified_at": None,
                    },
                )
        if others:
            self._insert(list(others.values()))

    def _same(
        self,
        missing: Collection[Address],
        others: Mapping[Address, Collection[Address]],
        customers: Mapping[Address, str],
    ) -> dict[Address, str]:
        """The customers of those who were known on this channel by number, and now show an id of
        their own too. A number passes from one person to another, an id does not: whose customer
        has such an id already is somebody else."""
        numbers = {number for address in missing for number in others[address]}
        if not numbers:
            return {}
        known = {address: customer for address, (_, customer) in self._find(numbers).items()}
        taken = self._shown(known)
        same: dict[Address, str] = {}
        for address in missing:
            for number in sorted(others[address]):
                customer = known.get(number) or customers.get(number)
                if customer is not None and (address[0], customer) not in taken:
                    same[address] = customer
                    taken.add((address[0], customer))
                    break
        return same

    def _shown(self, known: Mapping[Address, str]) -> set[tuple[str, str]]:
        """Channel and customer, of those customers who have an address there that is no number."""
        if not known:
            return set()
        rows = self.session.execute(
            select(Identity.channel, Identity.customer_id, Identity.address).where(
                among(self.session, Identity.customer_id, set(known.values())),
                among(self.session, Identity.channel, {channel for channel, _ in known}),
            )
        )
        return {
            (channel, customer) for channel, customer, address in rows if not is_number(address)
        }

    def _insert(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Who writes to us twice at the same moment is still one person. Those that are new."""
        insert: Any = postgresql.insert
        if self.session.get_bind().dialect.name == "sqlite":
            insert = sqlite.insert
        made = set(
            self.session.connection().scalars(
                insert(_IDENTITIES)
                .on_conflict_do_nothing(index_elements=["channel", "address"])
                .returning(_IDENTITIES.c.id),
                rows,
            )
        )
        return [row for row in rows if row["id"] in made]

    def _find(self, addresses: Iterable[Address]) -> dict[Address, tuple[str, str]]:
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
