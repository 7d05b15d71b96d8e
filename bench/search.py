"""search: from a key in the search field to what was found on the screen.

Measured: the 95th percentile, over every key of some thirty things that people look for (Dutch and
English, names, addresses, numbers, single letters, words that nearly every message has), of the
time from the key to the end of the painting of the answer to the text that then stands in the
field; the real window, drawn offscreen, on a replica of 200,000 contacts and 1,000,000 messages.
Everything a desk looks for at each key counts: customers, orders, products, answers, what was said,
actions, settings. Where what was said takes long to find, the answer is the newest of it, and the
rest follows a step at a time: how long until all was looked at is noted beside it.

Anchor: 30 ms.
"""

from functools import partial

from PySide6.QtTest import QTest

from bench.open_desk import OpenDesk, open_desk
from bench.plan import Plan
from bench.queries import TYPED
from bench.replicas import profile
from bench.report import Report, note, percentile, spread

QUICK = 30.0


def run(plan: Plan) -> Report:
    folder = profile(contacts=plan.contacts, messages=plan.messages, seed=plan.seed)
    with open_desk(folder) as desk:
        times = type_all(desk, plan.texts)
    spread("search", [took for _, took in times], "ms")
    for text, took in sorted(times, key=lambda pair: -pair[1])[:8]:
        note(f"{took:.1f} ms for {text!r}")
    return Report(
        name="search",
        value=percentile([took for _, took in times], 0.95),
        unit="ms",
        anchor="30 ms",
        anchor_value=QUICK,
        runs=len(times),
    )


def type_all(desk: OpenDesk, most: int) -> list[tuple[str, float]]:
    """What stood in the field after each key of so many texts, and the milliseconds until its
    answer was there."""
    _type(desk, "hello")
    return [pair for text in TYPED[:most] for pair in _type(desk, text)]


def _type(desk: OpenDesk, text: str) -> list[tuple[str, float]]:
    palette = desk.window.moving.palette
    field, model = palette.field, palette.model
    desk.window.moving.search("")
    times = []
    for end in range(1, len(text) + 1):
        settled: list[bool] = []
        connection = model.settled.connect(partial(settled.append, True))
        key = partial(QTest.keyClicks, field, text[end - 1])
        took = desk.until(lambda: bool(settled), painted=palette.list.viewport(), after=key)  # noqa: B023
        model.settled.disconnect(connection)
        times.append((text[:end], took))
        desk.settle()
    field.clear()
    palette.put_away()
    return times
