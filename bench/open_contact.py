"""open_contact: from choosing a contact to its transcript on the screen.

Measured: the 95th percentile of the time from the choice of a row of the inbox to the end of the
painting in which the transcript of that contact was painted, for contacts all over a replica of
200,000 contacts and 1,000,000 messages, each opened for the first time; the real window, 1600 by
1000, drawn offscreen.

Anchor: one frame at 60 Hz, 16.7 ms.
"""

from bench.open_desk import open_desk
from bench.opening import open_contacts
from bench.plan import Plan
from bench.replicas import profile
from bench.report import Report, percentile, spread

FRAME = 1000 / 60


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
