"""`workstation links`: have the operating system open `workstation://` links with the desk."""

import argparse
import sys
from types import ModuleType

from workstation.cli import folders
from workstation.cli.sorry import Sorry


def arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    install = what.add_parser("install", help="links open the desk from now on, for you only")
    install.add_argument(
        "--profile", metavar="NAME", default="default", help="which desk they open"
    )
    what.add_parser("remove", help="links open nothing any more")
    what.add_parser("status", help="whether links open the desk")


def run(given: argparse.Namespace) -> int:
    system = _system()
    if given.what == "install":
        folders.profile(given.profile)  # says so when it cannot be a name
        try:
            where = system.install(given.profile)
        except OSError as error:
            raise Sorry(f"this could not be written down: {error}") from error
        print(f"Links such as workstation://contact/… open the desk now ({where}).")
    elif given.what == "remove":
        there = system.remove()
        print("Links open nothing any more." if there else "Links did not open the desk.")
    else:
        where = system.installed()
        print(f"Links open the desk ({where})." if where else "Links do not open the desk.")
    return 0


def _system() -> ModuleType:
    if sys.platform == "win32":
        from workstation.cli.registering import windows

        return windows
    if sys.platform == "darwin":
        from workstation.cli.registering import macos

        return macos
    from workstation.cli.registering import linux

    return linux
