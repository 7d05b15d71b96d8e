"""`workstation demo`: the sample shop, a server, its customers behind pretended providers, a desk.

The server, the simulator and the desk are the commands that anybody would run, as children of this
process, which chooses their folder, ports and agent, starts them in order, and ends them whatever
happens.
"""

import argparse
import json
import os
import shutil
import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from workstation.cli import folders, health, ports
from workstation.cli.child import Child
from workstation.cli.office_option import CHANNELS, DATABASE, FILES, sqlite_url
from workstation.cli.screen import need_screen
from workstation.cli.simulator import CONFIGURATION, SHOP
from workstation.cli.sorry import Sorry

HOST = "127.0.0.1"
PROFILE = "desk"
PASSWORD = "welcome"
"""Every agent's of the sample shop."""
PASSPHRASE = "sample shop"
"""Of the desk's memory: it is no secret, and nothing of anybody's is behind it."""
MADE = "made.json"
"""Written when the sample shop is complete, so that later starts need not ask the database."""
SIMULATOR = "simulator"
_FILES = ("office.db", "office.db-wal", "office.db-shm", "server.log", "simulator.log")
PATIENCE = 60.0
"""Seconds for the simulator to serve."""
SIGNED_IN = "signed-in.json"
"""Where the desk is signed in, and as whom: a later start opens it at once."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--folder", type=Path, help="where all of it is kept (default: a folder of your own)"
    )
    parser.add_argument("--agent", metavar="LOGIN", default="sanne", help="who to be")
    parser.add_argument("--seed", type=int, default=1, help="which sample shop (default: 1)")
    parser.add_argument("--scale", type=float, default=1.0, help="how large (default: 1)")
    parser.add_argument(
        "--pace",
        type=float,
        default=4.0,
        metavar="N",
        help="customers who begin to write each minute, 0 for none (default: 4)",
    )
    parser.add_argument("--language", choices=["en", "nl"], help="of the desk")
    parser.add_argument("--theme", choices=["light", "dark", "system"], help="of the desk")
    parser.add_argument("--fresh", action="store_true", help="forget the last time and start over")


def run(given: argparse.Namespace) -> int:
    need_screen("workstation demo")
    folder = folders.made((given.folder or folders.demo()).resolve())
    signal.signal(signal.SIGTERM, _end)
    with ExitStack() as ending:
        ending.enter_context(_alone(folder))
        if given.fresh:
            _forget(folder)
        _have_the_shop(folder, seed=given.seed, scale=given.scale)

        port = ports.remembered(folder / "port")
        address = f"http://{HOST}:{port}"
        running: dict[str, Child] = {}
        ending.callback(_stop, running)
        simulator = running["simulator"] = _simulator(given, folder, address)
        # A desk that was signed in before need not wait: it opens on what it remembers.
        if _is_signed_in(folder, address, given.agent):
            running["desk"] = _desk(given, folder, address)
        shop = _served(simulator, folder)
        server = running["server"] = _server(folder, port)
        health.wait(HOST, port, ended=lambda: server.ended)
        if "desk" not in running:
            _sign_in(folder, address, given.agent)
            running["desk"] = _desk(given, folder, address)
        print(
            f"The server is at {address}, its log in {folder / 'server.log'}\n"
            f"The shop's pages, with the chat, are at {shop}\n"
            f"The desk is signed in as {given.agent}. For a second one:\n"
            f"    workstation desk --profile second --server {address}\n"
            f'and sign in as daan, priya or noor with the password "{PASSWORD}".',
            flush=True,
        )
        return running["desk"].wait()


def _stop(running: Mapping[str, Child]) -> None:
    """The desk first, and last what everything else talks to."""
    with ExitStack() as ending:
        for name in ("simulator", "server", "desk"):
            if name in running:
                ending.callback(running[name].stop)


def _end(_number: int, _frame: object) -> None:
    raise SystemExit(143)  # unwinds, so that the children are ended in order


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One demonstration a folder: two servers on one SQLite file would get in each other's way."""
    from filelock import FileLock, Timeout

    lock = FileLock(folder / "demo.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise Sorry(f"the demonstration in {folder} is open already") from None
    try:
        yield
    finally:
        lock.release()


def _forget(folder: Path) -> None:
    """Remove what earlier demonstrations left there, and nothing else."""
    for name in ("files", PROFILE, SIMULATOR):
        shutil.rmtree(folder / name, ignore_errors=True)
    for name in (*_FILES, MADE, SIGNED_IN):
        (folder / name).unlink(missing_ok=True)


def _have_the_shop(folder: Path, *, seed: int, scale: float) -> None:
    wanted = {"seed": seed, "scale": scale}
    note = folder / MADE
    if note.exists():
        made = json.loads(note.read_text(encoding="ascii"))
        if made != wanted:
            raise Sorry(
                f"the shop in {folder} was made with seed {made['seed']} and scale "
                f"{made['scale']:g}; --fresh starts over with another one"
            )
        return
    from workstation.cli.sample import fill

    print(f"Making the sample shop in {folder}", flush=True)
    url = sqlite_url(folder / "office.db")
    fill(url, folders.made(folder / "files"), seed=seed, scale=scale, password=PASSWORD)
    note.write_text(json.dumps(wanted), encoding="ascii")


def _simulator(given: argparse.Namespace, folder: Path, address: str) -> Child:
    """The providers and the customers, who wait until the server answers."""
    own = folder / SIMULATOR
    (own / CONFIGURATION).unlink(missing_ok=True)
    words = ["simulator", "--folder", str(own), "--office", address]
    for name in ("seed", "scale", "pace"):
        words += [f"--{name}", str(getattr(given, name))]
    return Child(words, log=folder / "simulator.log")


def _served(simulator: Child, folder: Path) -> str:
    """Once the providers serve: the address of the shop's pages."""
    until = time.monotonic() + PATIENCE
    while not (folder / SIMULATOR / CONFIGURATION).exists():
        if simulator.ended or time.monotonic() > until:
            log = folder / "simulator.log"
            raise Sorry(f"the pretended providers did not start; {log} says why")
        time.sleep(0.05)
    return (folder / SIMULATOR / SHOP).read_text(encoding="ascii")


def _server(folder: Path, port: int) -> Child:
    environment = {
        **os.environ,
        DATABASE: sqlite_url(folder / "office.db"),
        FILES: str(folder / "files"),
        CHANNELS: str(folder / SIMULATOR / CONFIGURATION),
    }
    words = ["serve", "--host", HOST, "--port", str(port), "--workers", "1"]
    return Child(words, log=folder / "server.log", environment=environment)


def _is_signed_in(folder: Path, address: str, login: str) -> bool:
    try:
        signed_in = json.loads((folder / SIGNED_IN).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(signed_in == [address, login])


def _sign_in(folder: Path, address: str, login: str) -> None:
    """Leave the desk's memory as it is after signing in, so that it opens on its list."""
    from workstation.replica.errors import BadLuck
    from workstation.replica.keys import key_from_passphrase
    from workstation.replica.session import sign_in

    profile = folders.made(folders.profile(PROFILE, inside=folder))
    key = key_from_passphrase(profile, PASSPHRASE)
    try:
        sign_in(address, login, PASSWORD, profile, key).replica.close()
    except BadLuck as error:
        raise Sorry(f"{login} cannot sign in at the sample shop: {error}") from error
    (folder / SIGNED_IN).write_text(json.dumps([address, login]), encoding="utf-8")


def _desk(given: argparse.Namespace, folder: Path, address: str) -> Child:
    words = ["desk", "--folder", str(folder), "--profile", PROFILE, "--server", address]
    for name in ("language", "theme"):
        if (value := getattr(given, name)) is not None:
            words += [f"--{name}", value]
    # The memory of a made-up shop needs no keyring, and a machine on which to try it may have none.
    return Child(words, environment={**os.environ, "WORKSTATION_PASSPHRASE": PASSPHRASE})
