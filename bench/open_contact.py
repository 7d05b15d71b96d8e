"""open_contact: from choosing a contact to its transcript on the screen.

Measured: the 95th percentile of the time from the choice of a row of the inbox to the end of the
painting in which the transcript of that contact was painted, for contacts all over a replica of
200,000 contacts and 1,000,000 messages, each opened for the first time; the real window, 1600 by
1000, drawn offscreen.

Anchor: one frame at 60 Hz, 16.7 ms.
"""

import random
from functools import partial

from bench.open_desk import OpenDesk, open_desk
from bench.plan import Plan
from bench.replicas import profile
from bench.report import Report, percentile, spread
from workstation.replica.rows import View

FRAME = 1000 / 60
WARM = 5
"""Contacts opened before any counts: the first brings code that is loaded when it is needed."""


def run(plan: Plan) -> Report:
    folder = profile(contacts=plan.contacts, messages=plan.messages, seed=plan.seed)
    with open_desk(folder) as desk:
        times = open_contacts(desk, plan.opened * 4, seed=plan.seed)
    spread("open_contact", times, "ms")
    return Report(
        name="open_contact",
        value=percentile(times, 0.95),
        unit="ms",
        anchor="one frame at 60 Hz",
        anchor_value=FRAME,
        runs=len(times),
    )


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
