"""memory: what the desk keeps resident after an agent has opened 50 contacts.

Measured: the resident memory (RSS) of a process with the real window on a replica of 200,000
contacts and 1,000,000 messages, after 50 contacts from all over it were opened and painted, with
everything loaded that the desk loads after its first paint. The median.

Anchor: the resident memory of a process with a bare PySide6 QMainWindow of the same size.
"""

from bench.plan import Plan
from bench.processes import window
from bench.replicas import profile
from bench.report import Report, median, note


def run(plan: Plan) -> Report:
    folder = profile(contacts=plan.contacts, messages=plan.messages, seed=plan.seed)
    desks, bares = [], []
    for turn in range(max(1, plan.runs // 2)):
        with window("bench.bare_window") as bare:
            bares.append(bare.memory())
        with window("bench.worked_desk", str(folder), str(plan.opened), str(turn)) as desk:
            desks.append(desk.memory())
        note(f"desk {desks[-1]:.0f} MiB, bare window {bares[-1]:.0f} MiB")
    return Report(
        name="memory",
        value=median(desks),
        unit="MiB",
        anchor="a bare PySide6 window",
        anchor_value=median(bares),
        runs=len(desks),
    )
