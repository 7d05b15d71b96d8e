"""The sample shop's customers: each made from its number alone, so that none need be kept."""

from itertools import accumulate
from random import Random

from workstation.models import Customer, CustomerNote, Identity, Order, OrderLine, Return
from workstation.sample.catalogue import Article, Kind, catalogue
from workstation.sample.customer_rows import (
    customer_row,
    identity_rows,
    line_row,
    order_row,
    return_row,
)
from workstation.sample.people import Address, Buyer, Purchase, groups, plain
from workstation.sample.rows import DAY, HOUR, Batch, Row, ref
from workstation.sample.satisfaction import note_of
from workstation.sample.shape import Shape
from workstation.sample.texts import text
from workstation.sample.visitors import visitor_id

REACH = {
    "email": 1.0,
    "phone": 0.85,
    "whatsapp": 0.65,
    "chat": 0.35,
    "instagram": 0.22,
    "messenger": 0.22,
}
"""The part of the customers known on each channel."""

STRANGERS = 23
"""One in so many has only written: an address without a person."""

FAVOURITE = 0.3
"""The part of a type's sales that its favourite has."""


class Buyers:
    """Customers by number, 0 up to `shape.customers`, and what each of them bought."""

    def __init__(self, *, seed: int, shape: Shape, now: int) -> None:
        self._seed = seed
        self._now = now
        self.count = shape.customers
        self._cities: list[str] = text("people")["places"]["cities"]
        self._belgian: list[str] = text("people")["places"]["belgian"]
        self._notes: dict[str, list[str]] = text("people")["notes"]
        shop = catalogue()
        self._kinds: tuple[Kind, ...] = tuple(shop.kinds.values())
        team = sum(kind.weight for kind in self._kinds if kind.team == shape.team)
        others = sum(kind.weight for kind in self._kinds) - team
        weights = [
            kind.weight
            if shape.team is None
            else kind.weight / team * shape.team_share
            if kind.team == shape.team
            else kind.weight / others * (1 - shape.team_share)
            for kind in self._kinds
        ]
        self._sums = tuple(accumulate(weights))

    def dice(self, purpose: int, number: int) -> Random:
        """Chance that is the same each time for the same purpose and number."""
        return Random((self._seed * 8 + purpose) << 40 | number)

    def article(self, dice: Random) -> Article:
        """Something the shop sells; popular types more often."""
        kind = dice.choices(self._kinds, cum_weights=self._sums)[0]
        if kind.favourite and dice.random() < FAVOURITE:
            return catalogue().by_name[kind.favourite]
        return dice.choice(catalogue().by_kind[kind.key])

    def buyer(self, number: int) -> Buyer:
        dice = self.dice(1, number)
        kinds_of_names, twentieths = groups()
        place, share = twentieths[(number * 7) % 20]
        group = kinds_of_names[place]
        rank = number // 20 * sum(1 for other, _ in twentieths if other == place) + share
        first, family, again = group.name(rank)
        since = self._now - int((0.02 + dice.random() ** 2) * 2900 * DAY)
        provisional = number % STRANGERS == STRANGERS - 1
        belgian = dice.random() < 0.07
        addresses = self._addresses(dice, number, first, family, again, provisional)
        language = "nl" if dice.randrange(10) < group.dutch else "en"
        name = f"{first} {family}"
        if provisional:
            since = self._now - int(dice.random() * 7 * DAY)
            name = addresses[0].name or addresses[0].address
        return Buyer(
            number=number,
            id=ref(f"{self._seed}:customer:{number}", at=since),
            name=name,
            first=first,
            language=language,
            city="" if provisional else dice.choice(self._belgian if belgian else self._cities),
            country="" if provisional else "BE" if belgian else "NL",
            note=dice.choice(self._notes[language]) if dice.random() < 0.04 else "",
            since=since,
            provisional=provisional,
            addresses=addresses,
        )

    def _addresses(
        self, dice: Random, number: int, first: str, family: str, again: int, provisional: bool
    ) -> tuple[Address, ...]:
        if provisional:
            channels = [dice.choice(("whatsapp", "instagram", "messenger", "chat", "phone"))]
        else:
            channels = [channel for channel, part in REACH.items() if dice.random() < part]
        given, last = plain(first), plain(family)
        extra = str(again) if again else ""
        # No Dutch mobile number begins with 06 0: these reach nobody.
        mobile = f"+3160{number * 7_654_321 % 9_999_991:07d}"
        made = {
            "email": f"{given}.{last}{extra}@example.{('nl', 'org', 'com')[number % 3]}",
            "phone": mobile,
            "whatsapp": mobile,
            "chat": visitor_id(f"{self._seed}:{number}") if "chat" in channels else "",
            "instagram": f"{given}{('.', '_')[number % 2]}{last}{extra}",
            "messenger": str(2_400_000_000_000_000 + number * 7_654_321),
        }
        visitor = made["chat"][-4:].upper()
        shown = {
            "chat": f"Bezoeker {visitor}" if provisional else "",
            "messenger": f"{first} {family}",
            "whatsapp": first,
            "instagram": made["instagram"],
        }
        return tuple(
            Address(
                id=ref(f"{self._seed}:identity:{number}:{channel}"),
                channel=channel,
                address=made[channel],
                name=shown.get(channel, ""),
            )
            for channel in channels
        )

    def purchases(self, buyer: Buyer) -> list[Purchase]:
        """What they bought, oldest order first; nothing for who has only written."""
        if buyer.provisional:
            return []
        dice = self.dice(2, buyer.number)
        bought = []
        age = self._now - buyer.since
        orders = dice.choices((0, 1, 2, 3, 4, 6), weights=(8, 40, 26, 14, 8, 4))[0]
        ages = sorted((int(dice.random() ** 2 * age) for _ in range(orders)), reverse=True)
        for place, ago in enumerate(ages):
            placed = self._now - ago - HOUR
            arrived = placed + int((0.7 + dice.random() * 2) * DAY)
            number = str(80_000_000 + (buyer.number * 8 + place) * 7_654_321 % 9_999_991)
            order_id = ref(f"{self._seed}:order:{number}", at=placed)
            for line in range(dice.choices((1, 2, 3), weights=(70, 23, 7))[0]):
                article = self.article(dice)
                bought.append(
                    Purchase(
                        order_id=order_id,
                        number=number,
                        placed_at=placed,
                        delivered_at=arrived if arrived < self._now else None,
                        line_id=ref(f"{self._seed}:line:{number}:{line}", at=placed),
                        article=article,
                        item=dice.choice(article.items),
                        quantity=2 if dice.random() < 0.06 else 1,
                    )
                )
        return bought

    def batches(self, numbers: range) -> list[Batch]:
        """These customers, their addresses, and all they bought and sent back."""
        customers: list[Row] = []
        identities: list[Row] = []
        orders: list[Row] = []
        lines: list[Row] = []
        returns: list[Row] = []
        notes: list[Row] = []
        for number in numbers:
            buyer = self.buyer(number)
            customers.append(customer_row(buyer))
            if not buyer.provisional:
                notes += note_of(
                    key=f"{self._seed}:{number}",
                    customer_id=buyer.id,
                    language=buyer.language,
                    since=buyer.since,
                    now=self._now,
                )
            identities += identity_rows(buyer)
            dice = self.dice(3, number)
            seen: dict[str, Row] = {}
            for purchase in self.purchases(buyer):
                order = seen.get(purchase.order_id)
                if order is None:
                    order = seen[purchase.order_id] = order_row(buyer.id, purchase, self._now)
                    orders.append(order)
                order["total"] += purchase.item.price * purchase.quantity
                lines.append(line_row(buyer.id, purchase))
                back = self._return(dice, buyer, purchase)
                if back is not None:
                    returns.append(back)
        return [
            (Customer, customers),
            (Identity, identities),
            (Order, orders),
            (OrderLine, lines),
            (Return, returns),
            (CustomerNote, notes),
        ]

    def _return(self, dice: Random, buyer: Buyer, purchase: Purchase) -> Row | None:
        kind = purchase.article.kind
        chance, wait, reason = dice.random(), dice.random(), dice.choice(kind.return_reasons)
        if purchase.delivered_at is None or chance >= kind.returns * purchase.item.comes_back:
            return None
        at = purchase.delivered_at + int((1 + wait * 24) * DAY)
        if at >= self._now:
            return None
        days = (self._now - at) // DAY
        return return_row(buyer.id, purchase, reason, at, days)
