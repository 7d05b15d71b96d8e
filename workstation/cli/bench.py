"""`workstation bench`: the measurements that come with the source, one line of JSON each."""

import argparse
import importlib.util
import subprocess
import sys

from workstation.cli.sorry import Sorry


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="*", help="which (default: all)")
    parser.add_argument("--tiny", action="store_true", help="only see that it runs")


def run(given: argparse.Namespace) -> int:
    if importlib.util.find_spec("bench") is None:
        raise Sorry("the measurements are not part of an installed package; run this in the source")
    # A process of its own: what this one has loaded must not count.
    words = [*given.name, *(["--tiny"] if given.tiny else [])]
    return subprocess.run([sys.executable, "-m", "bench", *words], check=False).returncode
