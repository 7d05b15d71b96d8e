"""Simulated customers: they write in, and they react to what an agent answers.

They know no network and no clock: `visit.py` lets them in through somebody's door, in time.
"""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, islice
from random import Random
from typing import Literal

from workstation.sample.buyers import Buyers
from workstation.sample.contacts import Contacts
from workstation.sample.conversation import Turn
from workstation.sample.desk import Desk
from workstation.sample.letters import Letter
from workstation.sample.matters import Lines, small_talk
from workstation.sample.occasions import Occasion, Occasions
from workstation.sample.people import Address, Buyer
from workstation.sample.pictures import picture
from workstation.sample.shape import Shape
from workstation.sample.shop import going_on
from workstation.sample.texts import text

MINUTE_SECONDS = 60.0
REMEMBERED = 500
"""Conversations that are held; of older ones the customer has gone away."""

NEWCOMERS = 0.12
"""The part of those who write whom the shop has never heard of."""

Stage = Literal["asked", "told", "tried", "settled", "gone"]


@dataclass(slots=True)
class _Talk:
    """One conversation, seen from the customer."""

    occasion: Occasion
    thread: str
    dice: Random
    path: int
    stage: Stage = "asked"
    sent_photos: bool = False
    answered: bool = False
    impatient: bool = False
    lines: Lines = field(init=False)

    def __post_init__(self) -> None:
        self.lines = self.occasion.matter.lines[self.occasion.language]


class SimulatedCustomers:
    """People of the sample shop with the same `seed` and `shape`. Deterministic: the same run and
    the same answers give the same letters. `run` tells runs apart, so that letters of a second one
    are not taken for those of the first (milliseconds since the epoch will do)."""

    def __init__(
        self,
        *,
        run: int,
        seed: int = 1,
        shape: Shape | None = None,
        each_minute: float = 4.0,
        limit: int | None = None,
    ) -> None:
        if each_minute <= 0:
            raise ValueError("somebody has to write now and then")
        self._run = run
        self._pause = MINUTE_SECONDS / each_minute
        self._limit = limit
        shape = shape or Shape.of(1)
        self._buyers = Buyers(seed=seed, shape=shape, now=run)
        self._occasions = Occasions(buyers=self._buyers, shape=shape, now=run)
        self._dice = Random(f"{seed}:{run}")
        self._talks: OrderedDict[tuple[str, str], _Talk] = OrderedDict()
        self._from_before: dict[tuple[str, str], _Talk] = {}
        self._remember(seed, shape)
        self._numbers = count(1)
        self._hints: dict[str, list[str]] = text("live")["hints"]

    def arrivals(self) -> Iterator[Letter]:
        """Who begins to write, one after the other; `after` counts from the one before. Ends after
        `limit` conversations, or never."""
        return islice(self._begin_all(), self._limit)

    def _begin_all(self) -> Iterator[Letter]:
        while True:
            talk = self._begin()
            hello = self._dice.choice(small_talk(talk.occasion.language)["hello"])
            photos = talk.occasion.matter.photos if talk.dice.random() < 0.2 else ()
            talk.sent_photos = bool(photos)
            words = hello + self._pick(talk, talk.lines.open)
            after = self._dice.expovariate(1 / self._pause)
            yield self._letter(talk, words, after, photos, from_page=True)

    def from_before(self) -> Iterator[tuple[str, Address]]:
        """The thread and the address of everybody who was in a conversation when the shop was
        made."""
        for (_, thread), talk in self._from_before.items():
            yield thread, talk.occasion.address

    def members(self, most: int) -> list[tuple[str, str, str]]:
        """Customers of the shop: what it calls them, name and mail address."""
        found: list[tuple[str, str, str]] = []
        for number in range(self._buyers.count):
            buyer = self._buyers.buyer(number)
            mail = next((one.address for one in buyer.addresses if one.channel == "email"), "")
            if mail and len(found) < most:
                found.append((str(number), buyer.name, mail))
            elif len(found) >= most:
                break
        return found

    def callers(self, most: int) -> list[str]:
        """Telephone numbers of customers, and a few that nobody knows."""
        numbers = [
            address.address
            for number in range(min(3 * most, self._buyers.count))
            for address in self._buyers.buyer(number).addresses
            if address.channel == "phone"
        ][:most]
        strangers = [
            f"+31609{self._run // 1000 % 100_000 + extra:06d}" for extra in range(most // 8)
        ]
        return numbers + strangers

    def respond(self, channel: str, thread: str, reply: str) -> list[Letter]:
        """What the customer of this thread writes when they read `reply`; often nothing."""
        talk = self._talks.get((channel, thread)) or self._from_before.get((channel, thread))
        if talk is None or talk.stage == "gone":
            return []
        talk.answered = True
        read = reply.casefold()
        if self._hears("wait", read) and "?" not in read:
            return self._live(talk, "waiting") if talk.dice.random() < 0.5 else []
        if talk.stage == "settled" or self._hears("bye", read):
            talk.stage = "gone"
            return self._live(talk, "welcome") if talk.dice.random() < 0.5 else []
        if self._hears("photo", read) and talk.occasion.matter.photos and not talk.sent_photos:
            talk.sent_photos = True
            talk.stage = "told"
            words = self._pick(talk, talk.lines.tell)
            return [self._letter(talk, words, self._delay(talk), talk.occasion.matter.photos)]
        if "?" in read:
            if talk.stage == "asked":
                talk.stage = "told"
                return [self._letter(talk, self._pick(talk, talk.lines.tell), self._delay(talk))]
            return self._live(talk, "answers")
        return self._tried(talk)

    def impatient(self, channel: str, thread: str) -> Letter | None:
        """What they write when nobody has answered at all; only once."""
        talk = self._talks.get((channel, thread))
        if talk is None or talk.answered or talk.impatient or channel == "email":
            return None
        talk.impatient = True
        return self._live(talk, "impatient")[0]

    def _tried(self, talk: _Talk) -> list[Letter]:
        """They were advised something: it helps, or it does not, and then what is offered will."""
        before = talk.occasion.matter.when == "before"
        if talk.stage != "tried" and talk.dice.random() < 0.45:
            talk.stage = "tried"
            return [self._letter(talk, self._pick(talk, talk.lines.bad), self._delay(talk))]
        known = small_talk(talk.occasion.language)
        if talk.stage == "tried" or before or "*" in talk.occasion.matter.kinds:
            words = self._pick(talk, known["thanks"], any_path=True)
        else:
            words = self._pick(talk, talk.lines.good or known["good"])
        talk.stage = "settled"
        letters = [self._letter(talk, words, self._delay(talk))]
        if talk.dice.random() < 0.25:
            talk.stage = "tried"
            again = self._live(talk, "after")[0]
            letters.append(again)
        return letters

    def _begin(self) -> _Talk:
        """Somebody who is not in the middle of something, on a channel one writes on."""
        for _ in range(200):
            if self._dice.random() < NEWCOMERS:
                number = self._buyers.count + self._run // 1000 % 1_000_000 + next(self._numbers)
            else:
                number = self._dice.randrange(self._buyers.count)
            buyer = self._buyers.buyer(number)
            dice = Random(self._dice.getrandbits(60))
            occasion = self._occasions.of(dice, buyer, self._run)
            thread = occasion.thread(f"{self._run:x}")
            key = (occasion.channel, thread)
            known = key in self._talks or key in self._from_before
            if occasion.channel != "phone" and not known:
                break
        talk = _Talk(occasion=occasion, thread=thread, dice=dice, path=dice.randrange(2))
        self._talks[key] = talk
        while len(self._talks) > REMEMBERED:
            self._talks.popitem(last=False)
        return talk

    def _remember(self, seed: int, shape: Shape) -> None:
        """Those whose contacts were going on when the shop was made answer, too."""
        contacts = Contacts(seed=seed, shape=shape, now=self._run, buyers=self._buyers)
        for number in range(going_on(shape)):
            on = contacts.goes_on(number)
            self._take_up(on.thread, on.occasion, on.turns, on.conversation.path)
        for thread, occasion, turns in Desk(seed=seed, now=self._run).goes_on():
            self._take_up(thread, occasion, turns, 0)

    def _take_up(self, thread: str, occasion: Occasion, turns: Sequence[Turn], path: int) -> None:
        if occasion.channel == "phone":
            return
        customers = [turn for turn in turns if turn.side == "customer"]
        ours = [turn for turn in turns if turn.side == "agent"]
        self._from_before[occasion.channel, thread] = _Talk(
            occasion=occasion,
            thread=thread,
            dice=Random(f"{self._run}:{occasion.channel}:{thread}"),
            path=path,
            stage="asked" if not ours else "told" if len(ours) == 1 else "tried",
            sent_photos=any(turn.photos for turn in customers),
            answered=True,
        )

    def _hears(self, hint: str, read: str) -> bool:
        return any(word in read for word in self._hints[hint])

    def _live(self, talk: _Talk, part: str) -> list[Letter]:
        choices = text("live")[talk.occasion.language][part]
        return [self._letter(talk, talk.dice.choice(choices), self._delay(talk))]

    @staticmethod
    def _pick(talk: _Talk, choices: Sequence[str], *, any_path: bool = False) -> str:
        fitting = choices if any_path else choices[talk.path :: 2] or choices
        return talk.dice.choice(fitting).format_map(talk.occasion.slots("")).replace(" !", "!")

    @staticmethod
    def _delay(talk: _Talk) -> float:
        """Seconds to read, try and type: shorter than in life, so that one sees something."""
        return talk.dice.uniform(5.0, 25.0)

    def _letter(
        self,
        talk: _Talk,
        words: str,
        after: float,
        photos: tuple[str, ...] = (),
        *,
        from_page: bool = False,
    ) -> Letter:
        """`from_page`: they began to write on a product's page, which the channel tells."""
        occasion = talk.occasion
        item = occasion.item.sku if occasion.purchase else occasion.article.code
        subject = ""
        if occasion.channel == "email":
            subject = talk.lines.subject.format_map(occasion.slots(""))
        return Letter(
            id=f"sample-{self._run:x}-{next(self._numbers)}",
            after=after,
            channel=occasion.channel,
            thread=talk.thread,
            address=occasion.address.address,
            name=occasion.address.name or occasion.buyer.name,
            text=words,
            language=occasion.language,
            subject=subject,
            product_code=item if from_page else "",
            photos=tuple(picture(name) for name in photos),
            mail=_mail(occasion.buyer),
        )


def _mail(buyer: Buyer) -> str:
    """Every other customer is signed in at the shop."""
    if buyer.provisional or buyer.number % 2:
        return ""
    return next((one.address for one in buyer.addresses if one.channel == "email"), "")
