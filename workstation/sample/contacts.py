"""The contacts of the sample shop: weeks of those that are over, and those that go on right now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random
from typing import Any

from workstation.models import Attachment, Call, Case, Contact, Message, Rating, WrapUp
from workstation.sample.agreements import promised, reason_id
from workstation.sample.buyers import Buyers
from workstation.sample.conversation import Conversation, Ending, Turn
from workstation.sample.lengths import lengths
from workstation.sample.matters import small_talk
from workstation.sample.occasions import Occasion, Occasions
from workstation.sample.rows import CHUNK, DAY, HOUR, MINUTE, SECOND, Batch
from workstation.sample.satisfaction import rating_of
from workstation.sample.shape import Shape
from workstation.sample.staff import DEFAULT_LOGIN, Colleague
from workstation.sample.transcript import Head, Said, Transcript, Written
from workstation.sample.week import Weeks

PACE = {
    "whatsapp": (25, 170, 20, 420),
    "instagram": (60, 420, 40, 900),
    "messenger": (60, 600, 40, 900),
    "chat": (12, 60, 10, 70),
    "email": (1200, 14_400, 1800, 30_000),
    "phone": (3, 15, 3, 15),
}
"""Seconds from and to: how long we take to answer, how long the customer takes."""

_STATES: tuple[tuple[Ending, bool, bool], ...] = (
    ("waiting", False, False), ("waiting", True, False), ("replied", True, False),
    ("waiting", True, False), ("replied", True, True), ("waiting", False, False),
    ("replied", True, False), ("waiting", True, False), ("case", True, False),
    ("waiting", False, False), ("replied", True, False), ("replied", True, True),
)  # fmt: skip
"""How those that go on stand, in turn: who waits, whether it is owned, whether it is snoozed."""

_STEP = 7919
"""A prime: stepping through the customers by it meets everybody once."""


@dataclass(frozen=True, slots=True)
class GoesOn:
    """A contact that is not over: what it is about, how it stands, and what was said."""

    key: str
    dice: Random
    occasion: Occasion
    owner: Colleague | None
    ending: Ending
    put_away: bool
    conversation: Conversation
    turns: list[Turn]

    @property
    def thread(self) -> str:
        return self.occasion.thread(self.key)


def batches_of(written: Written) -> list[Batch]:
    return [
        (Contact, written.contacts),
        (Message, written.messages),
        (Call, written.calls),
        (Attachment, written.attachments),
        (WrapUp, written.wrap_ups),
        (Case, written.cases),
        (Rating, written.ratings),
    ]


class Contacts:
    def __init__(self, *, seed: int, shape: Shape, now: int, buyers: Buyers) -> None:
        self._seed = seed
        self._shape = shape
        self._now = now
        self._buyers = buyers
        self._occasions = Occasions(buyers=buyers, shape=shape, now=now)
        self._over_before = now - 45 * MINUTE
        self._weeks = Weeks(until=self._over_before - 20 * MINUTE, weeks=shape.weeks)

    # ------------------------------------------------------------------ over

    def over(self, *, contacts: int, messages: int) -> Iterator[Batch]:
        """So many contacts that were wrapped up, oldest first, with so many messages together."""
        for start in range(0, contacts, CHUNK):
            end = min(start + CHUNK, contacts)
            share = messages * end // contacts - messages * start // contacts
            dice = self._buyers.dice(4, start)
            written = Written()
            counts = lengths(dice, contacts=end - start, messages=share)
            for number, count in enumerate(counts, start):
                written.add(self._finished(number, count, contacts))
            yield from batches_of(written)

    def _finished(self, number: int, count: int, contacts: int) -> Written:
        dice = self._buyers.dice(5, number)
        at = self._weeks.moment((number + dice.random()) / contacts)
        occasion = self._occasions.of(dice, self._buyers.buyer(self._who(dice)), at)
        owner = dice.choice(occasion.agents())
        conversation = self._conversation(dice, occasion, owner)
        turns = conversation.exactly(count)
        matter = occasion.matter
        said = self._timed(dice, occasion, turns, owner)
        key = f"{self._seed}:over:{number}"
        transcript = Transcript(self._head(key, occasion, owner, conversation), said, dice)
        transcript.done(
            reason=matter.reason,
            resolutions=matter.offered[:1] if conversation.failed else matter.solved[:1],
            note=dice.choice(small_talk(occasion.language)["wrap"]),
        )
        transcript.written.ratings += rating_of(
            key=key,
            customer_id=occasion.buyer.id,
            contact_id=transcript.id,
            channel=occasion.channel,
            language=occasion.language,
            failed=conversation.failed,
            at=said[-1].at,
            now=self._now,
        )
        return transcript.written

    def _who(self, dice: Random) -> int:
        """A customer; one in four contacts is of somebody who writes often."""
        if dice.random() < 0.25:
            return dice.randrange(max(self._buyers.count // 12, 1))
        return dice.randrange(self._buyers.count)

    def _timed(
        self, dice: Random, occasion: Occasion, turns: Sequence[Turn], owner: Colleague
    ) -> list[Said]:
        """Turns with times that fit the channel, all of them well before now."""
        times = [occasion.at]
        for before, turn in pairwise(turns):
            at = times[-1] + self._gap(dice, occasion.channel, before, turn)
            sleeps = turn.side == "agent" or occasion.channel == "email"
            times.append(self._weeks.answered(at) if sleeps else at)
        if times[-1] > self._over_before:
            length = times[-1] - times[0]
            room = int((self._over_before - times[0]) * (0.4 + 0.6 * dice.random()))
            times = [times[0] + (at - times[0]) * room // length for at in times]
        return self._said(dice, occasion, turns, times, owner)

    # ------------------------------------------------------------------ going on

    def going_on(self, contacts: int) -> Written:
        """So many contacts that are open or snoozed, around now, in order of their beginning."""
        made = [self._unfinished(number) for number in range(contacts)]
        made.sort(key=lambda written: str(written.contacts[0]["id"]))
        together = Written()
        for written in made:
            together.add(written)
        return together

    def goes_on(self, number: int) -> GoesOn:
        """The how manieth contact that goes on, before it is written down."""
        dice = self._buyers.dice(6, number)
        ending, owned, put_away = _STATES[number % len(_STATES)]
        step = _STEP if self._buyers.count % _STEP else 7907
        buyer = self._buyers.buyer((number * step + 11) % self._buyers.count)
        occasion = self._occasions.of(dice, buyer, self._now - 2 * HOUR)
        able = [c for c in occasion.agents() if c.login != DEFAULT_LOGIN]
        owner = dice.choice(able) if owned else None
        conversation = self._conversation(dice, occasion, owner or dice.choice(able))
        turns = conversation.unfinished(ending, owned=owned)
        if put_away:
            turns.append(Turn("event", what="snoozed"))
        return GoesOn(
            key=f"{self._seed}:on:{number}",
            dice=dice,
            occasion=occasion,
            owner=owner,
            ending=ending,
            put_away=put_away,
            conversation=conversation,
            turns=turns,
        )

    def _unfinished(self, number: int) -> Written:
        on = self.goes_on(number)
        dice, occasion, owner = on.dice, on.occasion, on.owner
        said = self._around_now(dice, occasion, on.turns, owner, on.ending)
        head = self._head(on.key, occasion, owner, on.conversation)
        transcript = Transcript(head, said, dice)
        if on.put_away:
            transcript.snoozed(int(said[-1].facts["until"]))
        else:
            transcript.open(read=dice.random() < 0.4)
        if on.ending == "case":
            ask = dice.choice(small_talk(occasion.language)["case"])
            offer = dice.choice(occasion.matter.lines[occasion.language].offer)
            slots = occasion.slots(owner.first if owner else "")
            transcript.case(
                ask=ask.format(offer=offer.format_map(slots)), due_at=later(self._now, 2)
            )
        return transcript.written

    def _around_now(
        self,
        dice: Random,
        occasion: Occasion,
        turns: Sequence[Turn],
        owner: Colleague | None,
        ending: Ending,
    ) -> list[Said]:
        """Times such that what the customer waits for is due about now, or was lately answered."""
        waits = _first_unanswered(turns) if ending == "waiting" else len(turns) - 1
        channel = occasion.channel
        if ending == "waiting":
            first = all(turn.side != "agent" for turn in turns)
            age = int(promised(channel, first=first) * dice.random() * 1.25) + 4 * SECOND
        else:
            age = int((0.003 + dice.random() ** 3) * (2 * DAY if channel == "email" else 9 * HOUR))
        times = [self._now - age]
        for place in range(waits, 0, -1):
            gap = self._gap(dice, channel, turns[place - 1], turns[place])
            times.insert(0, times[0] - gap)
        after = len(turns) - 1 - waits
        times += [self._now - age + age * (place + 1) // (after + 1) for place in range(after)]
        return self._said(dice, occasion, turns, times, owner)

    # ------------------------------------------------------------------ both

    def _conversation(self, dice: Random, occasion: Occasion, agent: Colleague) -> Conversation:
        return Conversation(
            dice=dice,
            matter=occasion.matter,
            language=occasion.language,
            channel=occasion.channel,
            slots=occasion.slots(agent.first),
        )

    @staticmethod
    def _gap(dice: Random, channel: str, before: Turn, turn: Turn) -> int:
        """Milliseconds between two turns."""
        ours_from, ours_to, theirs_from, theirs_to = PACE[channel]
        if turn.side in ("note", "event"):
            return dice.randrange(3 * SECOND, 50 * SECOND)
        if turn.side == before.side and channel != "email":
            return dice.randrange(5 * SECOND, 45 * SECOND)
        if turn.side == "agent":
            return dice.randrange(ours_from * SECOND, ours_to * SECOND)
        return dice.randrange(theirs_from * SECOND, theirs_to * SECOND)

    def _said(
        self,
        dice: Random,
        occasion: Occasion,
        turns: Sequence[Turn],
        times: Sequence[int],
        owner: Colleague | None,
    ) -> list[Said]:
        said = []
        for turn, at in zip(turns, times, strict=True):
            author = None
            if owner is not None and turn.side != "customer" and turn.what != "call":
                author = owner
                if turn.side == "note" and dice.random() < 0.5:
                    author = dice.choice(occasion.agents())
            facts: dict[str, Any] = {}
            if turn.what == "call":
                facts["seconds"] = max(1, (min(times[-1] + 20 * SECOND, self._now) - at) // SECOND)
            elif turn.what == "snoozed":
                facts["until"] = later(self._now, 1 + dice.randrange(3))
            elif turn.what == "wrapped_up":
                facts["reason_id"] = reason_id(occasion.matter.reason)
            said.append(Said(turn, at, author.id if author else None, facts=facts))
        return said

    @staticmethod
    def _head(
        key: str, occasion: Occasion, owner: Colleague | None, conversation: Conversation
    ) -> Head:
        purchase = occasion.purchase
        return Head(
            key=key,
            channel=occasion.channel,
            thread=occasion.thread(key),
            customer_id=occasion.buyer.id,
            identity_id=occasion.address.id,
            team=occasion.team,
            owner_id=owner.id if owner else None,
            language=occasion.language,
            subject=conversation.subject if occasion.channel in ("email", "phone") else "",
            tags=("firmware 3.1",) if occasion.matter.key == "flicker" else (),
            product_type_id=occasion.article.kind.id,
            product_id=occasion.article.id,
            variant_id=occasion.item.id if purchase else None,
            order_id=purchase.order_id if purchase else None,
        )


def later(now: int, days: int) -> int:
    """About noon (UTC), so many days on."""
    return (now // DAY + days) * DAY + 12 * HOUR


def _first_unanswered(turns: Sequence[Turn]) -> int:
    place = len(turns) - 1
    for number in range(len(turns) - 1, -1, -1):
        if turns[number].side == "agent":
            break
        if turns[number].side == "customer":
            place = number
    return place
