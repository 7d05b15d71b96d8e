"""`workstation migrate`: bring a database up to date. The server does so itself when it starts."""

import argparse

from workstation.cli import office_option


def arguments(parser: argparse.ArgumentParser) -> None:
    office_option.add(parser)


def run(given: argparse.Namespace) -> int:
    with office_option.opened(given) as database:
        print(f"{database.url.render_as_string(hide_password=True)} is up to date")
    return 0
