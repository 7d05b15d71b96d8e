"""`workstation COMMAND`: finds the command and runs it.

How to add a command
1. Write one file in this folder with `arguments(parser)` and `run(given) -> int` (the exit code).
   Import at the top only what is quick; the rest inside `run`. What a person can help is raised
   as `Sorry`; everything else is a bug and keeps its trace.
2. List it in `COMMANDS`.

Only the module of the command that was asked for is imported, so that the desk starts quickly.
"""

import argparse
import importlib
import sys
from collections.abc import Sequence
from typing import Protocol, cast

import workstation
from workstation.cli.sorry import Sorry

COMMANDS: dict[str, tuple[str, str]] = {
    "desk": ("desk", "open the desk, the window from which agents work"),
    "serve": ("serve", "run the server that desks talk to"),
    "demo": ("demo", "try everything: server, sample shop, customers writing in, and a desk"),
    "import": ("import_files", "bring in a shop, its catalogue or its conversations from files"),
    "replay": ("replay", "play recorded conversations in as if customers wrote them now"),
    "arrange": ("arrange", "set up teams, reasons, offers and settings from a file"),
    "user": ("user", "add, change, list and disable agents, and set their passwords"),
    "channels": ("channels", "show which channels are open, and check how they are set up"),
    "migrate": ("migrate", "bring a server's database up to date"),
    "simulator": ("simulator", "pretend every provider on this machine, and customers behind them"),
    "sample": ("sample", "fill a database with the sample shop"),
    "links": ("links", "have links such as workstation://contact/… open the desk"),
    "bench": ("bench", "measure, and print one line of JSON for each number"),
    "screenshots": ("screenshots", "make pictures of the running desk"),
}
"""The name on the command line: its module in this folder, and what it does in one line."""


class Command(Protocol):
    def arguments(self, parser: argparse.ArgumentParser) -> None: ...
    def run(self, given: argparse.Namespace) -> int: ...


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; the answer is the exit code (0 well, 1 explained, 2 not understood)."""
    words = sys.argv[1:] if words is None else list(words)
    parser = argparse.ArgumentParser(
        prog="workstation", description="The one window from which customer service works."
    )
    parser.add_argument("--version", action="version", version=workstation.__version__)
    known = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    wanted = next((word for word in words if not word.startswith("-")), None)
    command: Command | None = None
    for name, (module, line) in COMMANDS.items():
        own = known.add_parser(name, help=line, description=line[0].upper() + line[1:] + ".")
        if name == wanted:
            command = cast(Command, importlib.import_module(f"workstation.cli.{module}"))
            command.arguments(own)
    given = parser.parse_args(words)
    if command is None:  # argparse has ended the program for anything that is not a command
        parser.error("name a command")
    try:
        return command.run(given)
    except Sorry as sorry:
        print(f"workstation {given.command}: {sorry}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of a pipe, `head` for one, has seen enough
        sys.stderr.close()
        return 1


if __name__ == "__main__":
    sys.exit(main())
