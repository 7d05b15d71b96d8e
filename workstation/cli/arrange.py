"""`workstation arrange`: an office's teams, reasons, offers and settings, from a file."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from workstation.cli import office_option
from workstation.cli.sorry import Sorry

if TYPE_CHECKING:
    from workstation.server.arranging.arrange import Done

NOUNS = {
    "team": "teams",
    "kind": "kinds of product",
    "reason": "reasons",
    "offer": "offers",
    "setting": "settings",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help="TOML; what it does not name stays as it is, and it may be given again",
    )
    office_option.add(parser)


def run(given: argparse.Namespace) -> int:
    from workstation.server.arranging.arrange import arrange
    from workstation.server.arranging.plan import NotArranged, read_plan

    try:
        plan = read_plan(given.file)
        with office_option.opened(given) as database, database.write() as session:
            done = arrange(session, plan)
    except NotArranged as error:
        raise Sorry(str(error)) from error
    print(told(done))
    return 0


def told(done: "Done") -> str:
    """What became of it, a line for each kind."""
    lines = []
    for noun, several in NOUNS.items():
        counts = [
            f"{count} {became}"
            for became in ("added", "changed", "unchanged")
            if (count := done[noun, became])
        ]
        if counts:
            lines.append(f"{several}: {', '.join(counts)}")
    return "\n".join(lines) or "The file names nothing."
