"""The sample shop: every row of it, the same for the same seed, shape and moment."""

from collections.abc import Iterator

from workstation.sample import agreements, answers, lines, snippets, staff, views
from workstation.sample.buyers import Buyers
from workstation.sample.catalogue import catalogue
from workstation.sample.contacts import Contacts, batches_of
from workstation.sample.desk import Desk
from workstation.sample.pictures import Picture, pictures
from workstation.sample.product_pictures import product_pictures
from workstation.sample.rows import CHUNK, Batch
from workstation.sample.shape import Shape
from workstation.sample.sound import Recording, recordings
from workstation.sample.texts import text


def going_on(shape: Shape) -> int:
    """How many contacts go on, apart from what lies on the default agent's desk."""
    return max(shape.waiting - len(text("desk")["contact"]), 0)


class SampleShop:
    """`now` is the moment at which the shop is, in milliseconds since the epoch: contacts are due
    around it. Nothing is kept: `batches` makes rows as they are asked for."""

    def __init__(self, *, seed: int = 1, shape: Shape | None = None, now: int) -> None:
        self.seed = seed
        self.shape = shape or Shape.of(1)
        self.now = now
        self._buyers = Buyers(seed=seed, shape=self.shape, now=now)

    def reference(self) -> Iterator[Batch]:
        """Who works there, what is sold and known about it, and what was agreed on."""
        shop = catalogue()
        first, *rest = shop.batches()
        teams, *people = staff.batches(self.now, {k.key: k.id for k in shop.kinds.values()})
        yield teams
        yield first
        yield from people
        yield from rest
        yield from answers.batches(self.now)
        yield from agreements.batches()
        yield from snippets.batches()
        yield from views.batches()
        yield from lines.batches()

    def customers(self) -> Iterator[Batch]:
        """Who buys there, what they bought, and what came back."""
        for start in range(0, self._buyers.count, CHUNK):
            end = min(start + CHUNK, self._buyers.count)
            yield from self._buyers.batches(range(start, end))

    def contacts(self) -> Iterator[Batch]:
        """What they wrote and said: first what is over, oldest first, then what goes on."""
        contacts = Contacts(seed=self.seed, shape=self.shape, now=self.now, buyers=self._buyers)
        desk = Desk(seed=self.seed, now=self.now)
        open_now = contacts.going_on(going_on(self.shape))
        said = len(open_now.messages) + desk.messages
        count = len(open_now.contacts) + desk.count
        yield from contacts.over(
            contacts=self.shape.contacts - count, messages=self.shape.messages - said
        )
        yield from desk.people()
        yield from batches_of(desk.written)
        yield from batches_of(open_now)

    def batches(self) -> Iterator[Batch]:
        """Every row, parents first. Empty batches are left out."""
        for part in (self.reference(), self.customers(), self.contacts()):
            for batch in part:
                if batch[1]:
                    yield batch

    def files(self) -> Iterator[Picture | Recording]:
        """The files that attachments and products refer to, by their SHA-256."""
        yield from pictures()
        yield from product_pictures()
        yield from recordings()
