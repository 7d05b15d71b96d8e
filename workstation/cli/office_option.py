"""`--database`, `--files` and `--channels`: which office a command works on. Each has a variable,
too."""

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from workstation.cli import folders
from workstation.cli.sorry import Sorry

if TYPE_CHECKING:
    from workstation.server.settings import Settings
    from workstation.server.store.database import Database

DATABASE = "WORKSTATION_DATABASE"
FILES = "WORKSTATION_FILES"
CHANNELS = "WORKSTATION_CHANNELS"
_BEGINNINGS = ("sqlite:", "postgresql:", "postgres:", "postgresql+psycopg:")


def add(parser: argparse.ArgumentParser, *, files: bool = False, channels: bool = False) -> None:
    parser.add_argument(
        "--database",
        metavar="URL",
        help="postgresql://user:password@host/name or sqlite:///path/to/file.db "
        f"(default: ${DATABASE}, else a SQLite file of your own)",
    )
    if files:
        parser.add_argument(
            "--files",
            metavar="DIR",
            type=Path,
            help=f"where attachments are kept (default: ${FILES}, else a folder of your own)",
        )
    if channels:
        parser.add_argument(
            "--channels",
            metavar="FILE",
            type=Path,
            help=f"the file that says which channels are open (default: ${CHANNELS}, else none)",
        )


def sqlite_url(path: Path) -> str:
    """The address of a SQLite file: `sqlite:///` and its absolute path, on every system."""
    return f"sqlite:///{path.resolve().as_posix()}"


def url_of(given: argparse.Namespace) -> str:
    """The address to use. Makes the folder of the default file when there is none yet."""
    named: str | None = given.database or os.environ.get(DATABASE)
    if named is None:
        return sqlite_url(folders.made(folders.server()) / "office.db")
    if not named.startswith(_BEGINNINGS):
        raise Sorry(
            f"{named!r} is not a database's address: one starts with postgresql:// or sqlite:///"
        )
    return named


def files_of(given: argparse.Namespace) -> Path:
    """The folder to use, which now exists."""
    named: Path | None = given.files
    if named is None and (variable := os.environ.get(FILES)):
        named = Path(variable)
    return folders.made(named.resolve() if named else folders.server() / "files")


def settings_of(given: argparse.Namespace) -> "Settings":
    """All settings: what was given here, over what the environment says."""
    from dataclasses import replace

    from workstation.server.settings import Settings

    try:
        settings = Settings.from_environment()
    except ValueError as error:
        raise Sorry(str(error)) from error
    settings = replace(settings, database=url_of(given), files=files_of(given))
    named: Path | None = getattr(given, "channels", None)
    # Absolute: other processes of this office may have another folder to begin from.
    return replace(settings, channels=str(named.resolve())) if named else settings


@contextmanager
def opened(given: argparse.Namespace) -> "Iterator[Database]":
    """The database, reached and brought up to date; `Sorry` when that does not work."""
    with reached(url_of(given)) as database:
        yield database


@contextmanager
def reached(url: str) -> "Iterator[Database]":
    from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError

    from workstation.cli import unreached
    from workstation.server.store import migrate
    from workstation.server.store.database import Database

    try:
        database = Database(url)
    except ArgumentError as error:
        raise Sorry(f"{url!r} is not the address of a database: {error}") from error
    try:
        try:
            migrate.prepare(database)
        except DatabaseError as error:
            raise Sorry(unreached.why(database, error)) from error
        except migrate.NewerError as error:
            raise Sorry(unreached.NEWER) from error
        try:
            yield database
        except OperationalError as error:
            raise Sorry(unreached.why(database, error)) from error
    finally:
        database.dispose()
