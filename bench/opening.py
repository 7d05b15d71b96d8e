"""Opening contacts at a desk, one after the other, as an agent chooses them."""

import random
from functools import partial

from bench.open_desk import OpenDesk
from workstation.replica.lists import View

WARM = 5
"""Contacts opened before any counts: the first brings code that is loaded when it is needed."""


def open_contacts(desk: OpenDesk, count: int, *, seed: int) -> list[float]:
    """Milliseconds for each of `count` contacts, chosen all over the replica."""
    desk.show(View("all", order="newest"))
    total = desk.window.inbox.model.rowCount()
    dice = random.Random(seed)
    places = [dice.randrange(total) for _ in range(WARM + count)]
    return [_open(desk, place) for place in places][WARM:]


def _open(desk: OpenDesk, place: int) -> float:
    model, rows = desk.window.inbox.model, desk.window.inbox.list
    rows.scrollTo(model.index(place))
    desk.until(lambda: model.at(place) is not None)
    desk.settle()
    chosen = model.at(place)
    contact = desk.window.area.contact
    assert chosen is not None
    assert contact is not None
    messages, transcript = contact.messages, contact.transcript
    if messages.contact_id == chosen.contact_id:
        return 0.0

    def there() -> bool:
        return messages.contact_id == chosen.contact_id and messages.rowCount() > 0

    choose = partial(rows.setCurrentIndex, model.index(place))
    took = desk.until(there, painted=transcript.viewport(), after=choose)
    desk.settle()
    return took
