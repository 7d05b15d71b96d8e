"""What lies on the default agent's desk, and the people it is about: `texts/desk.toml` as rows."""

from collections.abc import Iterator
from random import Random
from typing import Any

from workstation.models import (
    Customer,
    CustomerNote,
    Identity,
    Match,
    Order,
    OrderLine,
    Rating,
    Return,
    id_for,
)
from workstation.sample.agreements import reason_id
from workstation.sample.calls import CALLS
from workstation.sample.catalogue import catalogue
from workstation.sample.contacts import later
from workstation.sample.conversation import Turn
from workstation.sample.customer_rows import (
    customer_row,
    identity_rows,
    line_row,
    order_row,
    return_row,
)
from workstation.sample.matters import matters
from workstation.sample.occasions import Occasion, thread
from workstation.sample.people import Address, Buyer, Purchase
from workstation.sample.rows import DAY, HOUR, SECOND, Batch, Row, ref
from workstation.sample.satisfaction import on_the_desk
from workstation.sample.staff import DEFAULT_LOGIN, agent_id
from workstation.sample.texts import text
from workstation.sample.transcript import Head, Said, Transcript, Written
from workstation.sample.visitors import visitor_id


class Desk:
    """`count` contacts with `messages` messages."""

    def __init__(self, *, seed: int, now: int) -> None:
        self._seed = seed
        self._now = now
        self._buyers = {entry["key"]: self._buyer(entry) for entry in text("desk")["customer"]}
        self._bought: dict[str, list[tuple[Purchase, dict[str, Any]]]] = {
            entry["key"]: self._purchases(entry) for entry in text("desk")["customer"]
        }
        self.written = Written()
        for number, entry in enumerate(text("desk")["contact"]):
            self.written.add(self._contact(number, entry))

    @property
    def count(self) -> int:
        return len(self.written.contacts)

    @property
    def messages(self) -> int:
        return len(self.written.messages)

    def people(self) -> list[Batch]:
        """The customers, their addresses and their orders."""
        orders: dict[str, Row] = {}
        lines: list[Row] = []
        returns: list[Row] = []
        for key, bought in self._bought.items():
            customer_id = self._buyers[key].id
            for purchase, order in bought:
                row = orders.setdefault(
                    purchase.order_id, order_row(customer_id, purchase, self._now)
                )
                row["total"] += purchase.item.price
                lines.append(line_row(customer_id, purchase))
                if "back" in order:
                    days = order["back_days"]
                    at = self._now - days * DAY
                    returns.append(return_row(customer_id, purchase, order["back"], at, days))
        buyers = self._buyers.values()
        ratings, notes = on_the_desk(lambda key: self._buyers[key].id, self._now)
        return [
            (Customer, [customer_row(buyer) for buyer in buyers]),
            (Identity, [row for buyer in buyers for row in identity_rows(buyer)]),
            (Order, list(orders.values())),
            (OrderLine, lines),
            (Return, returns),
            (Match, [self._match(entry) for entry in text("desk")["match"]]),
            (Rating, ratings),
            (CustomerNote, notes),
        ]

    def _match(self, entry: dict[str, Any]) -> Row:
        """Two customers who are likely one person."""
        known, other = (self._buyers[entry[name]].id for name in ("known", "other"))
        return {
            "id": id_for("match", f"{known}:{other}"),
            "customer_id": known,
            "other_id": other,
            "reason": entry["reason"],
            "facts": dict(entry["facts"]),
            "state": "open",
            "at": self._now - entry["ago"] * SECOND,
        }

    def goes_on(self) -> Iterator[tuple[str, Occasion, list[Turn]]]:
        """The contacts that are not over: thread, what they are about, and what was said."""
        for number, entry in enumerate(text("desk")["contact"]):
            if "matter" not in entry:
                continue
            buyer = self._buyers[entry["customer"]]
            head = self._head(number, entry, buyer)
            matter = matters()[entry["matter"]]
            purchase = self._purchase(entry)
            kind = entry.get("kind") or matter.kinds[0]
            article = purchase.article if purchase else catalogue().by_kind[kind][0]
            if "product" in entry:
                article = catalogue().by_name[entry["product"]]
            occasion = Occasion(
                buyer=buyer,
                address=self._address(entry, buyer),
                language=head.language,
                article=article,
                item=purchase.item if purchase else article.items[0],
                purchase=purchase,
                matter=matter,
                team=entry["team"],
                at=self._now,
            )
            yield head.thread, occasion, [self._said(turn, entry).turn for turn in entry["turns"]]

    def _buyer(self, entry: dict[str, Any]) -> Buyer:
        since = self._now - entry["since"] * DAY - HOUR
        key = f"{self._seed}:desk:{entry['key']}"
        return Buyer(
            number=1,
            id=ref(f"{key}:customer", at=since),
            name=entry["name"],
            first=entry["name"].split()[0],
            language=entry["language"],
            city=entry.get("city", ""),
            country="NL" if "city" in entry else "",
            note=entry.get("note", ""),
            since=since,
            provisional=entry.get("provisional", False),
            addresses=tuple(
                Address(
                    ref(f"{key}:{channel}"),
                    channel,
                    visitor_id(address) if channel == "chat" else address,
                    "",
                )
                for channel, address in entry["addresses"].items()
            ),
        )

    def _purchases(self, entry: dict[str, Any]) -> list[tuple[Purchase, dict[str, Any]]]:
        found = []
        for order in entry.get("orders", ()):
            placed = self._now - order["days"] * DAY - 20 * HOUR
            number = order["number"]
            for place, (name, variant) in enumerate(order["lines"]):
                article = catalogue().by_name[name]
                purchase = Purchase(
                    order_id=ref(f"{self._seed}:order:{number}", at=placed),
                    number=number,
                    placed_at=placed,
                    delivered_at=placed + 20 * HOUR,
                    line_id=ref(f"{self._seed}:line:{number}:{place}", at=placed),
                    article=article,
                    item=article.items[variant],
                    quantity=1,
                )
                found.append((purchase, order))
        return found

    def _contact(self, number: int, entry: dict[str, Any]) -> Written:
        buyer = self._buyers[entry["customer"]]
        said = [self._said(turn, entry) for turn in entry["turns"]]
        if entry["state"] == "snoozed":
            until = later(self._now, entry["wake"])
            after = said[-1].at + 5 * SECOND
            put_away = Turn("event", what="snoozed")
            said.append(Said(put_away, after, self._owner(entry), facts={"until": until}))
        dice = Random(number)
        transcript = Transcript(self._head(number, entry, buyer), said, dice)
        match entry["state"]:
            case "done":
                transcript.done(reason=entry["reason"], resolutions=entry["resolutions"], note="")
            case "snoozed":
                transcript.snoozed(later(self._now, entry["wake"]))
            case state:
                transcript.open(read=False)
                if state == "case":
                    due = later(self._now, 1) + 4 * HOUR
                    transcript.case(ask=entry["ask"], due_at=due)
        return transcript.written

    @staticmethod
    def _owner(entry: dict[str, Any]) -> str:
        return agent_id(entry.get("owner", DEFAULT_LOGIN))

    def _said(self, turn: dict[str, Any], entry: dict[str, Any]) -> Said:
        what = turn.get("what", "")
        facts: dict[str, Any] = dict(turn.get("facts", {}))
        if "order" in turn:
            facts |= {"shape": "order", "items": [_wanted(*item) for item in turn["order"]]}
        if "reaction" in turn:
            # A moment after they read it.
            at = self._now - turn["ago"] * SECOND + 9 * SECOND
            address = self._address(entry, self._buyers[entry["customer"]]).address
            facts["reactions"] = {address: {"emoji": turn["reaction"], "at": at}}
        if what == "wrapped_up":
            facts["reason_id"] = reason_id(entry["reason"])
        elif "seconds" in turn:
            facts["seconds"] = turn["seconds"]
        ours = turn["who"] != "customer" and what not in CALLS
        author = agent_id(turn["by"]) if "by" in turn else self._owner(entry)
        return Said(
            Turn(turn["who"], turn.get("text", ""), what, tuple(turn.get("photos", ()))),
            at=self._now - turn["ago"] * SECOND,
            author_id=author if ours else None,
            fate=turn.get("fate", ""),
            facts=facts,
            answers=turn.get("answers"),
        )

    @staticmethod
    def _address(entry: dict[str, Any], buyer: Buyer) -> Address:
        return next(a for a in buyer.addresses if a.channel == entry["channel"])

    def _purchase(self, entry: dict[str, Any]) -> Purchase | None:
        """The line of an order that a contact is about, when it names one."""
        for bought, _ in self._bought[entry["customer"]]:
            about = entry.get("product", bought.article.name)
            if bought.number == entry.get("order") and bought.article.name == about:
                return bought
        return None

    def _head(self, number: int, entry: dict[str, Any], buyer: Buyer) -> Head:
        channel = entry["channel"]
        address = self._address(entry, buyer)
        name = entry.get("product")
        article = catalogue().by_name[name] if name else None
        purchase = self._purchase(entry)
        kind_id = catalogue().kinds[entry["kind"]].id if "kind" in entry else None
        key = f"{self._seed}:desk:{number}"
        return Head(
            key=key,
            channel=channel,
            thread=thread(address, key),
            customer_id=buyer.id,
            identity_id=address.id,
            team=entry["team"],
            owner_id=self._owner(entry),
            language=entry.get("language", buyer.language),
            subject=entry.get("subject", ""),
            tags=tuple(entry.get("tags", ())),
            product_type_id=article.kind.id if article else kind_id,
            product_id=article.id if article else None,
            variant_id=purchase.item.id if purchase and article else None,
            order_id=purchase.order_id if purchase else None,
        )


def _wanted(name: str, variant: int, quantity: int) -> dict[str, Any]:
    """A line of an order that somebody sent over WhatsApp."""
    item = catalogue().by_name[name].items[variant]
    return {"code": item.sku, "quantity": quantity, "price": item.price, "currency": "EUR"}
