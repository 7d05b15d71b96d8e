"""`workstation simulator`: every provider pretended on this machine, and customers behind them.

It writes the configuration with which a server finds them. `workstation demo` starts it by itself.
"""

import argparse
import secrets
import sys
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from workstation.cli import folders, health, lifeline, ports
from workstation.cli.sorry import Sorry

if TYPE_CHECKING:
    from workstation.sample.customers import SimulatedCustomers
    from workstation.simulator.providers import Made, Providers

CONFIGURATION = "channels.toml"
SHOP = "shop.txt"
"""The address of the shop's pages, for whoever wants to say it."""
LOOK_EVERY = 1.0
"""Seconds between two looks at what agents answered."""
CALLS = 6.0
"""How many write for each who calls."""
CALLERS = 40
MEMBERS = 3
"""Customers as whom one can be signed in at the shop."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--folder",
        type=Path,
        help=f"where {CONFIGURATION} and what it names are kept (default: a folder of your own)",
    )
    parser.add_argument(
        "--office",
        metavar="URL",
        default="http://127.0.0.1:8040",
        help="where the server is, or will be (default: http://127.0.0.1:8040)",
    )
    parser.add_argument("--seed", type=int, default=1, help="of the sample shop (default: 1)")
    parser.add_argument("--scale", type=float, default=1.0, help="of the sample shop (default: 1)")
    parser.add_argument(
        "--pace",
        type=float,
        default=4.0,
        metavar="N",
        help="customers who begin to write each minute, 0 for none (default: 4)",
    )
    lifeline.add(parser)


def run(given: argparse.Namespace) -> int:
    office = given.office.rstrip("/")
    where = urlsplit(office)
    if where.scheme != "http" or where.hostname is None:
        raise Sorry(f"{office!r} is not the address of a server: one is like http://127.0.0.1:8040")
    folder = folders.made((given.folder or folders.data() / "simulator").resolve())
    stop = threading.Event()
    if given.until_stdin_closes:
        lifeline.watch(stop.set)

    from workstation.models.ids import now_ms
    from workstation.sample import Shape
    from workstation.sample.customers import SimulatedCustomers
    from workstation.simulator.providers import Providers
    from workstation.simulator.shop_page import Member

    people = SimulatedCustomers(
        run=now_ms(), seed=given.seed, shape=Shape.of(given.scale), each_minute=given.pace or 1.0
    )
    members = [Member(ref=ref, name=name, mail=mail) for ref, name, mail in people.members(MEMBERS)]
    providers = Providers(office, _made_up(folder), members)
    with providers:
        _write(folder, providers)
        print(
            f"The providers serve. Start the server with --channels {folder / CONFIGURATION}\n"
            f"The shop's pages are at {providers.shop.address}",
            flush=True,
        )
        host, port = where.hostname, where.port or 80
        while not health.answers(host, port):
            if stop.wait(0.2):
                return 0
        _let_in(providers, people, given.pace, stop)
    return 0


def _made_up(folder: Path) -> "Made":
    """Secrets and ports: those of the last time, as far as there are any."""
    from workstation.simulator.providers import PORTS, SECRETS, Made

    kept = folders.made(folder / "secrets")
    notes = folders.made(folder / "ports")
    found: dict[str, int] = {}
    for name in PORTS:
        port = ports.remembered(notes / name)
        while port in found.values():
            (notes / name).unlink()
            port = ports.remembered(notes / name)
        found[name] = port
    return Made(secrets={name: _secret(kept / name) for name in SECRETS}, ports=found)


def _secret(path: Path) -> str:
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(32), encoding="ascii")
    return path.read_text(encoding="ascii")


def _write(folder: Path, providers: "Providers") -> None:
    """Whole or not at all: a server may be waiting for it."""
    from workstation.simulator.providers import as_toml

    made = as_toml(providers.tables(), providers.secrets)
    (folder / SHOP).write_text(providers.shop.address, encoding="ascii")
    new = folder / f"{CONFIGURATION}.new"
    new.write_text(made, encoding="utf-8")
    new.replace(folder / CONFIGURATION)


def _let_in(
    providers: "Providers", people: "SimulatedCustomers", pace: float, stop: threading.Event
) -> None:
    """Greet the office, and have people write and call until it is to stop."""
    from workstation.sample.visit import Visit
    from workstation.sample.visitors import token_of
    from workstation.simulator.shop_page import NotTakenError

    try:
        providers.greet()
    except OSError as error:
        print(f"The office does not know this configuration: {error}", file=sys.stderr, flush=True)
    tokens = {}
    for thread, address in people.from_before():
        if address.channel == "chat":
            tokens[thread] = token_of(thread)
        else:
            providers.know(address)
    if pace <= 0:
        stop.wait()
        return
    calling = threading.Thread(
        target=_call, args=(providers, people.callers(CALLERS), pace, stop), daemon=True
    )
    calling.start()
    visit = Visit(people, providers.doors(tokens))
    while not stop.wait(LOOK_EVERY):
        try:
            visit.step(time.monotonic())
        except NotTakenError:
            continue  # the office is away for a moment; they try again, as customers do


def _call(
    providers: "Providers", callers: Iterable[str], pace: float, stop: threading.Event
) -> None:
    from workstation.simulator.telephone.people import People

    numbers = [(number, "") for number in callers]
    People(
        providers.telephone,
        [*numbers, ("", "")],
        dialled=providers.numbers(),
        every=60.0 / pace * CALLS,
    ).run(stop)
