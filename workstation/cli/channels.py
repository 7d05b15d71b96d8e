"""`workstation channels`: which channels are open, and whether they are set up as they should."""

import argparse
import locale
import os
import shutil
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workstation.cli import office_option
from workstation.cli.sorry import Sorry

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workstation.channels.port import (
        Channel,
        Finding,
    )
    from workstation.server.settings import Settings

MARKS = {
    "en": {"broken": "BROKEN", "warning": "look", "fine": "ok"},
    "nl": {"broken": "STUK", "warning": "let op", "fine": "goed"},
}
WORDS = {
    "en": {"office": "the office", "bad": "Something is broken.", "well": "Nothing is broken."},
    "nl": {"office": "het kantoor", "bad": "Er is iets stuk.", "well": "Er is niets stuk."},
}


def arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    check = what.add_parser("check", help="say what is wrong, asking each provider")
    check.add_argument(
        "--language", choices=["en", "nl"], help="to say it in (default: the system's, or English)"
    )
    what.add_parser("list", help="show who carries each channel, and where providers post")
    for one in what.choices.values():
        office_option.add(one, files=True, channels=True)


def run(given: argparse.Namespace) -> int:
    settings = office_option.settings_of(given)
    if given.what == "list":
        _list(settings)
        return 0
    language = given.language or _spoken()
    broken = _check(settings, language)
    print(WORDS[language]["bad" if broken else "well"])
    return 1 if broken else 0


def _check(settings: "Settings", language: str) -> bool:
    """Print every finding; whether any of them is that something is broken."""
    from workstation.server import findings

    general, channels = _opened(settings)
    general += findings.of_the_office(settings, channels)
    general += _of_the_database(settings.database)
    _print(WORDS[language]["office"], general, language)
    broken = findings.is_broken(general)
    for looked in findings.of_channels(channels):
        _print(looked.channel, looked.findings, language)
        broken = broken or findings.is_broken(looked.findings)
    return broken


def _opened(settings: "Settings") -> "tuple[list[Finding], Mapping[str, Channel]]":
    """Every channel that can be opened, and why the others cannot."""
    from workstation.channels import CONSOLE, open_channels
    from workstation.channels.configuration import Misconfigured, read_configuration
    from workstation.server.findings import misconfigured

    found = []
    try:
        tables = read_configuration(settings.channel_file)
    except Misconfigured as error:
        return [misconfigured(error)], {}
    console: dict[str, dict[str, Any]] = {CONSOLE: {}}
    bare = console if CONSOLE in (tables or {CONSOLE: {}}) else {}
    opened = dict(open_channels(settings.files, bare))
    for name, table in (tables or {}).items():
        if name == CONSOLE:
            continue
        try:
            opened[name] = open_channels(settings.files, {name: table})[name]
        except Misconfigured as error:
            opened.pop(name, None)
            found.append(misconfigured(error))
    return found, opened


def _of_the_database(url: str) -> "list[Finding]":
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import SQLAlchemyError

    from workstation.server.findings import finding
    from workstation.server.store.database import Database

    file = make_url(url)
    if file.get_backend_name() == "sqlite" and file.database and not Path(file.database).exists():
        return [  # looking would make it
            finding(
                "fine",
                "There is no database yet: it is made when the office first starts.",
                "Er is nog geen database: die wordt gemaakt als het kantoor voor het eerst start.",
            )
        ]
    try:
        database = Database(url)
        try:
            database.engine.connect().close()
        finally:
            database.dispose()
    except SQLAlchemyError as error:
        what = str(getattr(error, "orig", None) or error).strip().split("\n", maxsplit=1)[0]
        return [
            finding(
                "broken",
                f"The database does not answer: {what}.",
                f"De database antwoordt niet: {what}.",
            )
        ]
    return []


def _print(title: str, findings: "Sequence[Finding]", language: str) -> None:
    if not findings:
        return
    print(title)
    width = max(len(mark) for mark in MARKS[language].values())
    for one in findings:
        begin = f"  {MARKS[language][one.severity]:<{width}}  "
        said = one.dutch if language == "nl" else one.english
        print(_fitted(begin, said))
    print()


def _fitted(begin: str, said: str) -> str:
    """Broken into lines for a person; in a pipe each finding is one line."""
    if not sys.stdout.isatty():
        return begin + said
    width = max(40, min(shutil.get_terminal_size().columns, 100))
    return textwrap.fill(
        said,
        width,
        initial_indent=begin,
        subsequent_indent=" " * len(begin),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _list(settings: "Settings") -> None:
    from workstation.channels import open_channels
    from workstation.channels.configuration import Misconfigured, read_configuration
    from workstation.server.findings import faces_the_world

    try:
        channels = open_channels(settings.files, read_configuration(settings.channel_file))
    except Misconfigured as error:
        raise Sorry(str(error)) from error
    here = settings.public_url.rstrip("/") or f"http://{settings.host}:{settings.port}"
    for name, channel in channels.items():
        how = []
        if channel.name == "chat":
            how.append(f"pages load {here}/chat.js")
        elif faces_the_world(channel):
            how.append(f"comes in at {here}/v1/channels/{name}/inbound")
        if channel.listener() is not None:
            how.append("listens by itself")
        print(f"{name:<10} {channel.name:<10} {', '.join(how)}".rstrip())


def _spoken() -> str:
    """The language of this terminal, where it is one of ours."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    named = named or locale.getlocale()[0] or ""
    return "nl" if named.lower().startswith(("nl", "dutch")) else "en"
