"""growth: what a hundred times as many messages do to opening a contact and to searching.

Measured: `open_contact` and `search`, as those measure them, in one process on a replica of
1,000,000 messages and on one of 10,000; for each the 95th percentile of the large one over that of
the small one. The larger of the two ratios counts.

Anchor: 1.0, no growth.
"""

from pathlib import Path

from bench.open_desk import open_desk
from bench.opening import open_contacts
from bench.plan import Plan
from bench.replicas import profile
from bench.report import Report, note, percentile, spread
from bench.search import type_all


def run(plan: Plan) -> Report:
    few = profile(contacts=plan.few_contacts, messages=plan.few_messages, seed=plan.seed)
    many = profile(contacts=plan.contacts, messages=plan.messages, seed=plan.seed)
    small = _measure(few, plan, "few")
    large = _measure(many, plan, "many")
    ratios = {name: large[name] / small[name] for name in large}
    for name, ratio in ratios.items():
        note(f"{name}: {small[name]:.1f} ms, then {large[name]:.1f} ms: {ratio:.2f} times")
    return Report(
        name="growth",
        value=max(ratios.values()),
        unit="times",
        anchor="no growth",
        anchor_value=1.0,
        runs=1,
        more={name: round(ratio, 3) for name, ratio in ratios.items()},
    )


def _measure(folder: Path, plan: Plan, which: str) -> dict[str, float]:
    with open_desk(folder) as desk:
        opened = open_contacts(desk, plan.opened * 2, seed=plan.seed)
        typed = [took for _, took in type_all(desk, plan.texts)]
    spread(f"{which}: open_contact", opened, "ms")
    spread(f"{which}: search", typed, "ms")
    return {"open_contact": percentile(opened, 0.95), "search": percentile(typed, 0.95)}
