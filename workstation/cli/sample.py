"""`workstation sample`: the sample shop, as large as one likes, into a database."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from workstation.cli import office_option
from workstation.cli.progress import Progress
from workstation.cli.sorry import Sorry

if TYPE_CHECKING:
    from workstation.server.store.database import Database


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seed", type=int, default=1, help="which shop (default: 1)")
    parser.add_argument(
        "--scale",
        type=float,
        default=1.0,
        metavar="N",
        help="N times a thousand contacts (default: 1)",
    )
    parser.add_argument(
        "--password",
        default="sample shop",
        help='with which all of its agents sign in (default: "sample shop")',
    )
    office_option.add(parser, files=True)


def run(given: argparse.Namespace) -> int:
    fill(
        office_option.url_of(given),
        office_option.files_of(given),
        seed=given.seed,
        scale=given.scale,
        password=given.password,
    )
    return 0


def fill(url: str, files: Path, *, seed: int, scale: float, password: str) -> None:
    """Make the shop of this moment in the database at `url`, which has nobody in it yet."""
    if not 0 < scale <= 100_000:
        raise Sorry("--scale is more than 0, and at most 100,000")
    with office_option.reached(url) as database:
        _fill(database, files, seed=seed, scale=scale, password=password)


def _fill(database: "Database", files: Path, *, seed: int, scale: float, password: str) -> None:
    from sqlalchemy import select

    from workstation.models import Agent
    from workstation.models.ids import now_ms
    from workstation.sample import SampleShop, Shape
    from workstation.server import filling
    from workstation.server.files.store import FileStore

    with database.read() as session:
        if session.scalar(select(Agent.id).limit(1)) is not None:
            raise Sorry("somebody works in this database already: the sample needs an empty one")
    now = now_ms()
    shape = Shape.of(scale)
    shop = SampleShop(seed=seed, shape=shape, now=now)
    progress = Progress()
    store = FileStore(files)
    for picture in shop.pictures():
        filling.keep_file(database, store, picture.content, media_type=picture.media_type, now=now)
    rows = filling.fill(
        database, shop.batches(), watch=lambda done: progress.say(f"{done:,} rows of the shop")
    )
    filling.give_passwords(database, password)
    progress.done(f"{rows:,} rows: {shape.contacts:,} contacts of {shape.customers:,} customers")
