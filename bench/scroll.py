"""scroll: how long a frame takes while the inbox is scrolled.

Measured: the 99th percentile of the time from one step of scrolling to the end of its painting, in
a list of at least 100,000 contacts in the real window, drawn offscreen, one step right after the
other. Half of the steps are a turn of the wheel, a quarter are pages, a quarter drag the handle
through the whole list, so that rows that were never seen are read meanwhile; whatever the thread
that paints does with them is part of a frame.

Anchor: one frame at 60 Hz, 16.7 ms.
"""

from functools import partial

from bench.open_contact import FRAME
from bench.open_desk import OpenDesk, open_desk
from bench.plan import Plan
from bench.replicas import profile
from bench.report import Report, note, percentile, spread
from workstation.replica.lists import View

WARM = 20
NOTCH = 120
"""Pixels that a turn of the wheel by one notch moves the list."""


def run(plan: Plan) -> Report:
    folder = profile(contacts=plan.contacts, messages=plan.messages, seed=plan.seed)
    with open_desk(folder) as desk:
        desk.show(View("all", order="newest"))
        count = desk.window.inbox.model.rowCount()
        assert count >= plan.listed, f"only {count} rows"
        note(f"{count:,} rows")
        times = _scroll(desk, plan.frames)
    spread("frames", times, "ms")
    return Report(
        name="scroll",
        value=percentile(times, 0.99),
        unit="ms",
        anchor="one frame at 60 Hz",
        anchor_value=FRAME,
        runs=len(times),
    )


def _scroll(desk: OpenDesk, frames: int) -> list[float]:
    rows = desk.window.inbox.list
    bar = rows.verticalScrollBar()
    page = rows.viewport().height()
    quarter = frames // 4
    steps = [NOTCH] * (WARM + quarter * 2) + [page] * quarter
    places = [sum(steps[: end + 1]) for end in range(len(steps))]
    places += [bar.maximum() * step // (quarter + 1) for step in range(quarter, 0, -1)]
    times = []
    for place in places:
        if min(place, bar.maximum()) == bar.value():
            continue  # a short list has come to its end: there is nothing to paint
        move = partial(bar.setValue, place)
        times.append(desk.until(lambda: True, painted=rows.viewport(), after=move))
    return times[WARM:] or times
