"""`workstation desk`: the window. Nothing is imported before it that it does not need."""

import argparse
from pathlib import Path

from workstation.cli import folders, lifeline
from workstation.cli.screen import need_screen


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "link",
        nargs="?",
        metavar="LINK",
        help="what to show, as workstation://contact/…; a desk that is open already shows it",
    )
    parser.add_argument("--server", metavar="URL", help="filled in on the sign-in screen")
    parser.add_argument(
        "--profile",
        metavar="NAME",
        default="default",
        help="which memory to open: several desks on one machine have one each",
    )
    parser.add_argument(
        "--folder", type=Path, metavar="DIR", help="keep the profiles there, not in your own folder"
    )
    parser.add_argument("--language", choices=["en", "nl"], help="instead of the one chosen last")
    parser.add_argument("--theme", choices=["light", "dark", "system"], help="likewise, the look")
    lifeline.add(parser)


def run(given: argparse.Namespace) -> int:
    need_screen("workstation desk")
    profile = folders.made(folders.profile(given.profile, inside=given.folder))
    from workstation.ui.desk import run as open_desk

    return open_desk(
        profile,
        server=given.server,
        language=given.language,
        theme=given.theme,
        link=given.link,
        begun=lifeline.watch if given.until_stdin_closes else None,
    )
