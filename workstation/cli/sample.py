"""`workstation sample`: the sample shop, as large as one likes, into a database."""

import argparse
from pathlib import Path

from workstation.cli import office_option
from workstation.cli.progress import Progress
from workstation.cli.sorry import Sorry


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seed", type=int, default=1, help="which shop (default: 1)")
    parser.add_argument(
        "--scale",
        type=float,
        default=1.0,
        metavar="N",
        help="N times a thousand contacts (default: 1)",
    )
    parser.add_argument("--password", help='of all its agents (default: "welcome")')
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


def fill(url: str, files: Path, *, seed: int, scale: float, password: str | None = None) -> None:
    """Make the shop of this moment in the database at `url`. What was interrupted is finished;
    what is complete is left alone."""
    from workstation.models.ids import now_ms
    from workstation.sample import Shape, load
    from workstation.server.files.store import FileStore

    if not 0.04 <= scale <= 100_000:
        raise Sorry("--scale is between 0.04 and 100,000")
    progress = Progress()

    def say(now: load.Loaded) -> None:
        progress.say(f"{now.share:4.0%}  {now.rows:,} rows of the sample shop")

    with office_option.reached(url) as database:
        try:
            done = load.load(
                database,
                FileStore(files),
                now=now_ms(),
                seed=seed,
                shape=Shape.of(scale),
                password=password or load.PASSWORD,
                watch=say,
            )
        except load.OfficeInUseError as error:
            raise Sorry(str(error)) from error
    if done.already:
        progress.done("the sample shop is there already")
    else:
        progress.done(f"{done.rows:,} rows of the sample shop")
