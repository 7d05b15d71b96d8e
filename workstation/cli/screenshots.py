"""`workstation screenshots`: pictures of the desk on the sample shop, light and dark.

With `--guide` also those in the guide. With `--every` of every screen: in both languages, small,
large, at twice the density, with the largest text, and with customers who write from right to left.
"""

import argparse
import json
import multiprocessing
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workstation.cli import folders, health, ports
from workstation.cli.child import Child
from workstation.cli.looks import LOOKS, SCREENS, Look, Screen
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
OTHERS = {"ingrid": frozenset({"channels"}), "noor": frozenset({"assign"})}
"""Who shows the screens that an agent has not: an administrator, and who leads a team."""
SIGN_IN = "sign-in"
"""The screen before all others, of nobody yet."""
GUIDE = {
    "guide-desk": "contact",
    "guide-customer": "customer",
    "guide-product": "compare",
    "guide-search": "late",
    "guide-snippets": "snippets",
    "guide-wrap-up": "wrap-up",
    "guide-filter": "filter",
    "guide-several": "several",
    "guide-keys": "keys",
    "guide-assign": "assign",
}
"""The pictures in the guide, and the screens they show."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--guide", action="store_true", help="also the pictures in the guide")
    parser.add_argument(
        "--every",
        nargs="?",
        const="",
        metavar="LOOK",
        choices=("", *LOOKS),
        help=f"every screen; LOOK is one of {', '.join(LOOKS)}, or all of them",
    )
    parser.add_argument(
        "--only", metavar="NAMES", help="with --every: these screens alone, as contact,search"
    )
    parser.add_argument(
        "--screen",
        choices=[str(screen) for screen in SCREENS],
        help="with --every: on this screen alone",
    )


def run(given: argparse.Namespace) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if given.every is None and (given.only or given.screen):
        raise Sorry("--only and --screen choose among all screens: say --every, too")
    target = given.folder.resolve()
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Sorry(f"the folder {target} cannot be made: {error.strerror}") from error
    if given.every is not None:
        for name in [given.every] if given.every else LOOKS:
            _every(target / name, LOOKS[name], given.only, given.screen)
        return 0
    with _shop(foreign=False) as shop:
        for name, shown in PICTURES:
            _take(
                shop.profiles[AGENT],
                target / name,
                {"contact_id": shop.contact_id, "size": SIZE, **shown},
            )
            print(target / name)
        if given.guide:
            _guide(target, shop)
            for name in (*(picture for picture, _ in PICTURES), *(f"{name}.png" for name in GUIDE)):
                _lighten(target / name)
    return 0


@dataclass(frozen=True, slots=True)
class _Shop:
    """A served sample shop, and the profiles of who signed in."""

    contact_id: str
    profiles: dict[str, Path]
    """By login."""


@contextmanager
def _shop(*, foreign: bool) -> Iterator[_Shop]:
    with ExitStack() as ending:
        # A desk that was just closed may still hold a file on Windows.
        temporary = tempfile.TemporaryDirectory(prefix="workstation-", ignore_cleanup_errors=True)
        folder = Path(ending.enter_context(temporary))
        contact_id = _filled(folder, foreign=foreign)
        port = ports.any_free()
        server = _server(folder, port)
        ending.callback(server.stop)
        health.wait(HOST, port, ended=lambda: server.ended)
        address = f"http://{HOST}:{port}"
        profiles = {login: _signed_in(folder, address, login) for login in (AGENT, *OTHERS)}
        os.environ["WORKSTATION_PASSPHRASE"] = PASSPHRASE
        yield _Shop(contact_id, profiles)


def _filled(folder: Path, *, foreign: bool) -> str:
    """Make the sample shop; the id of the contact that shows most."""
    from workstation.cli import right_to_left
    from workstation.cli.sample import fill

    url = sqlite_url(folder / "office.db")
    fill(url, folders.made(folder / "files"), seed=1, scale=1, password=PASSWORD)
    with reached(url) as database:
        contact_id = _telling(database)
        if foreign:
            right_to_left.write_in(database, AGENT, contact_id)
        return contact_id


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


def _signed_in(folder: Path, address: str, login: str) -> Path:
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


def _every(target: Path, look: Look, only: str | None, on: str | None) -> None:
    from workstation.ui.every_screen import EVERY

    names = frozenset(only.split(",") if only else (SIGN_IN, *(name for name, _ in EVERY)))
    with _shop(foreign=look.foreign) as shop:
        for screen in SCREENS:
            if on is None or on == str(screen):
                folder = folders.made(target / str(screen))
                _sit(folder, shop, look, screen, names)
                print(folder)


def _guide(target: Path, shop: _Shop) -> None:
    with tempfile.TemporaryDirectory(prefix="workstation-") as folder:
        _sit(Path(folder), shop, LOOKS["en-light"], SCREENS[0], frozenset(GUIDE.values()))
        for name, screen in GUIDE.items():
            (taken,) = Path(folder).glob(f"[0-9][0-9]-{screen}.png")
            shutil.copyfile(taken, target / f"{name}.png")
            print(target / f"{name}.png")


def _lighten(path: Path) -> None:
    """As many colours as a screen of a few colours and some photos needs: a third of the bytes.
    What has a meaning of its own, as the hue of a channel, stays as it is."""
    from PIL import Image, ImageChops

    from workstation.ui.theme.tokens import DARK, LIGHT

    meant = {
        _rgb(value) for one in (LIGHT, DARK) for value in astuple(one) if isinstance(value, str)
    }
    with Image.open(path) as picture:
        whole = picture.convert("RGB")
    there = whole.getcolors(whole.width * whole.height) or ()
    kept = sorted(meant & {colour for _, colour in there if isinstance(colour, tuple)})
    others = 256 - len(kept)
    few = whole.quantize(others, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    palette = [*(few.getpalette() or []), *[0] * 768][: 3 * others]
    for number, colour in enumerate(kept, others):
        red, green, blue = ImageChops.difference(
            whole, Image.new("RGB", whole.size, colour)
        ).split()
        apart = ImageChops.lighter(ImageChops.lighter(red, green), blue)
        few.paste(number, mask=apart.point([255, *[0] * 255]))
        palette.extend(colour)
    few.putpalette(palette)
    few.save(path, optimize=True)


def _rgb(value: str) -> tuple[int, int, int]:
    """ "#24593d" as red, green and blue."""
    red, green, blue = bytes.fromhex(value.lstrip("#"))
    return red, green, blue


def _sit(folder: Path, shop: _Shop, look: Look, screen: Screen, names: frozenset[str]) -> None:
    """Each person in a process of their own, on a pretended screen."""
    from workstation.ui.every_screen import Sitting, sit
    from workstation.ui.sign_in_picture import take_sign_in

    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_pretended(folder, screen)}"
    os.environ["QT_SCALE_FACTOR"] = str(screen.density)
    shown: dict[str, Any] = {"theme": look.theme, "language": look.language}
    if SIGN_IN in names:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as nobody:
            target = folder / f"00-{SIGN_IN}.png"
            told = {**shown, "percent": look.percent}
            _apart(take_sign_in, (Path(nobody), target), told, patience=120)
    agents = names.difference(*OTHERS.values(), {SIGN_IN})
    for login, seen in {AGENT: agents, **OTHERS}.items():
        if seen & names:
            size = (screen.width, screen.height)
            sitting = Sitting(folder, size, shop.contact_id, seen & names, look.percent)
            _apart(sit, (shop.profiles[login], sitting), shown, patience=300)


def _pretended(folder: Path, screen: Screen) -> Path:
    """A screen that is filled by the window: what opens beside the window would be out of it."""
    path = folder / "screen.json"
    one = {"name": "pretended", "x": 0, "y": 0}
    one |= {"width": screen.width * screen.density, "height": screen.height * screen.density}
    path.write_text(json.dumps({"screens": [one]}), encoding="utf-8")
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
