"""start: from the start of the desk's process to its inbox on the screen.

Measured: a fresh process through the desk's real entry (`workstation.ui.desk.run`), signed in, with
a replica of 200,000 contacts and 1,000,000 messages and a server that cannot be reached: loading
Python, Qt and the desk, the key from the keyring, opening the encrypted files, the inbox painted.
Drawn offscreen, with the files in the system's cache. The median.

Anchor: the same for a process with a bare PySide6 QMainWindow of the same size. Both are started in
turns, so that whatever else the machine does touches both.
"""

from bench.plan import Plan
from bench.processes import window
from bench.replicas import profile
from bench.report import Report, median, note, spread


def run(plan: Plan) -> Report:
    folder = profile(contacts=plan.contacts, messages=plan.messages, seed=plan.seed)
    (folder / "desk.ini").unlink(missing_ok=True)  # the list that another measurement left open
    desks, bares = [], []
    for turn in range(plan.runs * 2 + 1):
        with window("bench.bare_window") as bare:
            pass
        with window("bench.whole_desk", str(folder)) as desk:
            pass
        if turn:  # the first brings everything into the system's cache
            bares.append(bare.milliseconds)
            desks.append(desk.milliseconds)
        note(f"desk {desk.milliseconds:.0f} ms, bare window {bare.milliseconds:.0f} ms")
    spread("desk", desks, "ms")
    spread("bare window", bares, "ms")
    return Report(
        name="start",
        value=median(desks),
        unit="ms",
        anchor="a bare PySide6 window",
        anchor_value=median(bares),
        runs=len(desks),
    )
