"""What simulated customers write, what they are answered, and the door in between."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from workstation.sample.pictures import Picture


@dataclass(frozen=True, slots=True)
class Letter:
    """Something a customer writes, `after` so many seconds."""

    id: str
    after: float
    channel: str
    thread: str
    address: str
    name: str
    text: str
    language: str
    subject: str = ""
    product_code: str = ""
    photos: tuple[Picture, ...] = ()
    mail: str = ""
    """Their mail address, where the shop knows them by it: somebody who is signed in there."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an agent wrote back."""

    channel: str
    thread: str
    text: str


class Door(Protocol):
    """The way into an office, for whoever lets customers in."""

    def deliver(self, letter: Letter) -> None:
        """Hand over what a customer wrote. `letter.id` may come twice, and counts once."""
        ...

    def answers(self) -> Iterable[Answer]:
        """What agents answered since the last time this was asked."""
        ...
