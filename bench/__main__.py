"""python -m bench [NAME ...]: each measurement in a process of its own, one line of JSON each."""

import argparse
import dataclasses
import importlib
import subprocess
import sys

from bench.plan import TINY, Plan
from bench.replicas import alone

NAMES = (
    "start",
    "memory",
    "open_contact",
    "scroll",
    "search",
    "growth",
    "apply",
    "arrival",
    "acknowledge",
    "ingest",
    "storm",
    "soak",
)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of: {', '.join(NAMES)}")
    parser.add_argument("--tiny", action="store_true", help="only see that it runs")
    for option in ("runs", "seconds", "contacts", "messages", "desks", "connections", "webhooks"):
        parser.add_argument(f"--{option}", type=int)
    parser.add_argument("--soak-seconds", type=float)
    given = parser.parse_args(argv)
    unknown = sorted(set(given.names) - set(NAMES))
    if unknown:
        parser.error(f"there is no {', '.join(unknown)}; there are {', '.join(NAMES)}")
    names = given.names or list(NAMES)
    if len(names) == 1:
        plan = _plan(given)
        with alone():
            report = importlib.import_module(f"bench.{names[0]}").run(plan)
        print(report.line(), flush=True)
        return 0
    options = [part for part in argv or sys.argv[1:] if part not in names]
    # What one has loaded must not count for the next.
    return max(
        subprocess.run([sys.executable, "-m", "bench", name, *options], check=False).returncode
        for name in names
    )


def _plan(given: argparse.Namespace) -> Plan:
    plan = TINY if given.tiny else Plan()
    chosen = {
        name: value
        for name, value in vars(given).items()
        if name not in ("names", "tiny") and value is not None
    }
    return dataclasses.replace(plan, **chosen)


if __name__ == "__main__":
    sys.exit(main())
