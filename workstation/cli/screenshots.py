"""`workstation screenshots`: pictures of the desk on the sample shop, light and dark.

With `--every` of every screen, in both languages, small, large, and at twice the density.
"""

import argparse
import json
import multiprocessing
import os
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workstation.cli import folders, health, ports
from workstation.cli.child import Child
from workstation.cli.office_option import DATABASE, FILES, reached, sqlite_url
from workstation.cli.sorry import Sorry

if TYPE_CHECKING:
    from workstation.server.store.database import Database

HOST = "127.0.0.1"
AGENT, PASSWORD = "sanne", "welcome"
PASSPHRASE = "pictures"
SIZE = (1600, 1000)
PICTURES = (
    ("desk-light.png", {"theme": "light", "language": "en", "panel": "customer"}),
    ("desk-dark.png", {"theme": "dark", "language": "nl", "panel": "product"}),
)
"""The file, and how the desk is shown."""
ADMIN = "ingrid"
ADMINS = frozenset({"channels"})
"""Screens that only an admin has."""
LOOKS = ("en-light", "en-dark", "nl-light", "nl-dark")
DENSITIES = {1: ((1280, 800), (1920, 1080)), 2: ((1280, 800),)}
"""How many pixels each logical one has, and the sizes of the window."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument(
        "--every",
        nargs="?",
        const="",
        metavar="LOOK",
        help="every screen; LOOK is one of en-light, en-dark, nl-light, nl-dark, or all of them",
    )


def run(given: argparse.Namespace) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    target = given.folder.resolve()
    target.mkdir(parents=True, exist_ok=True)
    with ExitStack() as ending:
        # A desk that was just closed may still hold a file on Windows.
        temporary = tempfile.TemporaryDirectory(prefix="workstation-", ignore_cleanup_errors=True)
        folder = Path(ending.enter_context(temporary))
        contact_id = _shop(folder)
        port = ports.any_free()
        server = _server(folder, port)
        ending.callback(server.stop)
        health.wait(HOST, port, ended=lambda: server.ended)
        profile = _signed_in(folder, f"http://{HOST}:{port}")
        os.environ["WORKSTATION_PASSPHRASE"] = PASSPHRASE
        if given.every is not None:
            admin = _signed_in(folder, f"http://{HOST}:{port}", ADMIN)
            _every(given.every, target, contact_id, profile, admin)
            return 0
        for name, shown in PICTURES:
            _take(profile, target / name, {"contact_id": contact_id, "size": SIZE, **shown})
            print(target / name)
    return 0


def _shop(folder: Path) -> str:
    """Make the sample shop; the id of the contact that shows most."""
    from workstation.cli.sample import fill

    url = sqlite_url(folder / "office.db")
    fill(url, folders.made(folder / "files"), seed=1, scale=1, password=PASSWORD)
    with reached(url) as database:
        return _telling(database)


def _telling(database: "Database") -> str:
    from sqlalchemy import func, select

    from workstation.models import Agent, Attachment, Contact

    statement = (
        select(Contact.id)
        .join(Agent, Agent.id == Contact.owner_id)
        .outerjoin(Attachment, Attachment.contact_id == Contact.id)
        .where(Agent.login == AGENT, Contact.state == "open")
        .group_by(Contact.id)
        .order_by(func.count(Attachment.id).desc(), Contact.id)
        .limit(1)
    )
    with database.read() as session:
        return session.scalars(statement).one()


def _server(folder: Path, port: int) -> Child:
    environment = {
        **os.environ,
        DATABASE: sqlite_url(folder / "office.db"),
        FILES: str(folder / "files"),
    }
    words = ["serve", "--host", HOST, "--port", str(port), "--workers", "1"]
    return Child(words, log=folder / "server.log", environment=environment)


def _signed_in(folder: Path, address: str, login: str = AGENT) -> Path:
    from workstation.replica.errors import BadLuck
    from workstation.replica.keys import key_from_passphrase
    from workstation.replica.session import sign_in

    profile = folders.made(folder / f"desk-{login}")
    try:
        key = key_from_passphrase(profile, PASSPHRASE)
        sign_in(address, login, PASSWORD, profile, key).replica.close()
    except BadLuck as error:
        raise Sorry(str(error)) from error
    return profile


def _every(look: str, target: Path, contact_id: str, profile: Path, admin: Path) -> None:
    from workstation.ui.every_screen import EVERY, Sitting, sit

    names = frozenset(name for name, _ in EVERY)
    for language, theme in [one.split("-") for one in ([look] if look else LOOKS)]:
        for density, sizes in DENSITIES.items():
            os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_screen(target, density)}"
            folder = target / f"{language}-{theme}" / f"{density}x"
            shown = {"theme": theme, "language": language}
            sitting = Sitting(folder, sizes, contact_id, ADMINS)
            _apart(sit, (profile, sitting), shown, patience=300)
            _apart(sit, (admin, replace(sitting, without=names - ADMINS)), shown, patience=300)
            print(folder)


def _screen(folder: Path, density: int) -> Path:
    """The screen that is pretended: large enough for every window, and as dense as this."""
    path = folder / f"screen-{density}x.json"
    screen = {"name": "pretended", "x": 0, "y": 0, "width": 1920, "height": 1080, "dpr": density}
    path.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    return path


def _take(profile: Path, target: Path, shown: dict[str, object]) -> None:
    from workstation.ui.screenshots import take

    _apart(take, (profile, target), shown, patience=120)
    if not target.exists():
        raise Sorry(f"{target.name} could not be made; the lines above say why")


def _apart(
    what: Callable[..., None], given: tuple[object, ...], shown: dict[str, Any], *, patience: float
) -> None:
    """Qt's application is made once a process, and each look wants one of its own."""
    process = multiprocessing.get_context("spawn").Process(target=what, args=given, kwargs=shown)
    process.start()
    process.join(timeout=patience)
    if process.is_alive():
        process.kill()
        process.join()
    if process.exitcode != 0:
        raise Sorry("a picture could not be made; the lines above say why")
