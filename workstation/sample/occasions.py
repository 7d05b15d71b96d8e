"""Why somebody writes: which customer, on which channel, about which product and matter."""

from dataclasses import dataclass
from itertools import accumulate
from random import Random

from workstation.sample.buyers import Buyers
from workstation.sample.catalogue import Article, Item
from workstation.sample.matters import Matter, choice, matters
from workstation.sample.people import Address, Buyer, Purchase
from workstation.sample.rows import DAY, ref
from workstation.sample.shape import Shape
from workstation.sample.staff import Colleague, members
from workstation.sample.wording import slots

LIKED = {
    "whatsapp": 40, "email": 20, "phone": 16, "chat": 40, "instagram": 40, "messenger": 40,
}  # fmt: skip
"""How gladly a customer who is known on several channels takes each."""

KNOWN_TROUBLE = ("flicker", 0.45)
"""What the best-sold television is written about this week, and by which part of its buyers."""


def thread(address: Address, key: str) -> str:
    """A messenger, the chat and the telephone have one thread for each person. A mail begins one,
    which is called by its Message-ID; `key` tells apart those of one person."""
    if address.channel == "email":
        return f"{ref(f'mail:{address.address}:{key}')}@mail.example.org"
    return address.address


@dataclass(frozen=True, slots=True)
class Occasion:
    buyer: Buyer
    address: Address
    language: str
    article: Article
    item: Item
    purchase: Purchase | None
    matter: Matter
    team: str
    at: int

    @property
    def channel(self) -> str:
        return self.address.channel

    def thread(self, key: str) -> str:
        """What the provider calls the conversation."""
        return thread(self.address, key)

    def agents(self) -> tuple[Colleague, ...]:
        """Who could answer: the team, as far as they speak the language."""
        return members(self.team, self.language)

    def slots(self, agent: str) -> dict[str, str]:
        """What fills the sentences; `agent` is the given name of who answers."""
        order = self.purchase.number if self.purchase else str(80_000_000 + self.at % 9_999_991)
        return slots(
            buyer=self.buyer,
            language=self.language,
            agent=agent,
            article=self.article,
            item=self.item,
            purchase=self.purchase,
            order=order,
            at=self.at,
        )


class Occasions:
    def __init__(self, *, buyers: Buyers, shape: Shape, now: int) -> None:
        self._buyers = buyers
        self._now = now
        self._only = shape.team if shape.team_share == 1 else None

    def of(self, dice: Random, buyer: Buyer, at: int) -> Occasion:
        """What `buyer` writes about at `at` (milliseconds)."""
        address = self._address(dice, buyer)
        bought = [p for p in self._buyers.purchases(buyer) if p.placed_at < at]
        purchase: Purchase | None = None
        if bought and dice.random() < 0.75:
            # The newest purchase is what most people write about.
            purchase = bought[-1] if dice.random() < 0.6 else dice.choice(bought)
            article, item = purchase.article, purchase.item
            after = True
        else:
            article = self._buyers.article(dice)
            item = dice.choice(article.items)
            after = buyer.provisional and dice.random() < 0.5
        matter = choice(article.kind.key, "after" if after else "before").pick(dice)
        trouble, part = KNOWN_TROUBLE
        if (
            after
            and article.name == article.kind.favourite
            and at > self._now - 7 * DAY
            and dice.random() < part
        ):
            matter = matters()[trouble]
        team = article.kind.team
        if matter.team is not None and self._only is None:
            team = matter.team
        return Occasion(
            buyer=buyer,
            address=address,
            language=buyer.language,
            article=article,
            item=item,
            purchase=purchase,
            matter=matter,
            team=team,
            at=at,
        )

    def _address(self, dice: Random, buyer: Buyer) -> Address:
        sums = tuple(accumulate(LIKED[address.channel] for address in buyer.addresses))
        return dice.choices(buyer.addresses, cum_weights=sums)[0]
