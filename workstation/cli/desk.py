"""`workstation desk`: the window. Nothing is imported before it that it does not need."""

import argparse
from pathlib import Path

from workstation.cli import lifeline


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--server", metavar="URL", help="the server's address, on the sign-in screen"
    )
    parser.add_argument(
        "--profile",
        metavar="NAME",
        default="default",
        help="which memory to open: several desks on one machine have one each",
    )
    parser.add_argument("--language", choices=["en", "nl"], help="instead of the one chosen before")
    parser.add_argument(
        "--theme", choices=["light", "dark", "system"], help="the same, for the look"
    )
    parser.add_argument(
        "--folder", type=Path, metavar="DIR", help="keep the profiles here, not in your own folder"
    )
    lifeline.add(parser)
