"""`workstation serve`: the server, until Ctrl+C."""

import argparse
import sys
import threading

from workstation.cli import lifeline, office_option, ports
from workstation.cli.sorry import Sorry


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", help="the address to listen on (default: 127.0.0.1)")
    parser.add_argument("--port", type=int, help="the port to listen on (default: 8040)")
    parser.add_argument(
        "--workers", type=int, metavar="N", help="processes side by side, on PostgreSQL"
    )
    office_option.add(parser, files=True, channels=True)
    lifeline.add(parser)


def run(given: argparse.Namespace) -> int:
    from dataclasses import replace

    from workstation.channels import open_channels
    from workstation.channels.configuration import Misconfigured, read_configuration
    from workstation.server import run as server

    settings = office_option.settings_of(given)
    chosen = {
        name: value
        for name in ("host", "port", "workers")
        if (value := getattr(given, name)) is not None
    }
    settings = replace(settings, **chosen)
    if settings.workers < 1:
        raise Sorry("--workers is at least 1")
    if taken := ports.why_not(settings.host, settings.port):
        raise Sorry(taken)
    # Here already, and not only in each worker: what is wrong is said once, in a sentence.
    try:
        open_channels(settings.files, read_configuration(settings.channel_file))
    except Misconfigured as error:
        raise Sorry(f"{error} `workstation channels check` says more.") from error
    with office_option.reached(settings.database) as database:
        shown = database.url.render_as_string(hide_password=True)
    stop = threading.Event()
    if given.until_stdin_closes:
        lifeline.watch(stop.set)
    print(f"http://{settings.host}:{settings.port} on {shown}", file=sys.stderr, flush=True)
    try:
        server.serve(settings, stop=stop)
    except server.TooManyWorkersError as error:
        raise Sorry(str(error)) from error
    return 0
