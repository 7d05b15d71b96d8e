"""`workstation replay`: recorded conversations played in as if customers wrote them now."""

import argparse
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from workstation.cli.progress import Progress
from workstation.cli.sorry import Sorry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from workstation.channels.console.client import ConsoleClient
    from workstation.shop.records import ConversationRecord
    from workstation.shop.replay import Played

SECRET = "WORKSTATION_CHANNEL_SECRET_CONSOLE"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="conversations as JSON Lines, see docs/import.md")
    parser.add_argument(
        "--server", required=True, metavar="URL", help="where it runs, as http://127.0.0.1:8040"
    )
    parser.add_argument(
        "--secret",
        default=None,
        help=f"the console channel's secret at that server (default: ${SECRET})",
    )
    parser.add_argument(
        "--speed",
        type=_positive,
        default=60.0,
        metavar="N",
        help="N times as fast as it was recorded (default: 60, a minute in a second)",
    )
    parser.add_argument(
        "--longest-silence",
        type=_positive,
        default=10.0,
        metavar="SECONDS",
        help="cut silences of all customers together to this (default: 10)",
    )
    parser.add_argument(
        "--wait",
        type=float,
        default=0.0,
        metavar="SECONDS",
        help="where an agent answered in the recording, let the customer wait so long for an "
        "answer here before they go on (default: not at all)",
    )
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N conversations")
    parser.add_argument("--team", default="", metavar="NAME", help="who gets them")
    parser.add_argument(
        "--start-over",
        action="store_true",
        help="from the first message, also where an earlier replay was stopped",
    )


def run(given: argparse.Namespace) -> int:
    from workstation.channels.console.client import ConsoleClient
    from workstation.shop.checkpoint import fingerprint
    from workstation.shop.journal import Journal
    from workstation.shop.replay import Pace, replay

    secret = given.secret or os.environ.get(SECRET)
    if not secret:
        raise Sorry(f"say the console channel's secret with --secret or ${SECRET}")
    conversations = _read(given.file, given.limit)
    target = f"{given.server} {given.limit} {given.team}"
    journal = Journal(
        given.file.with_name(given.file.name + ".replay.jsonl"),
        file=fingerprint(given.file, kind="replay", target=target),
        fresh=given.start_over,
    )
    try:
        client = ConsoleClient(given.server, secret)
    except ValueError as error:
        raise Sorry(str(error)) from error
    progress = Progress()
    with client:
        try:
            played = replay(
                conversations,
                _Office(client),
                journal,
                _Clock(),
                pace=Pace(
                    speed=given.speed,
                    longest_silence=given.longest_silence,
                    wait=given.wait,
                ),
                folder=given.file.parent,
                team=given.team,
                watch=lambda how_far: progress.say(_line(how_far)),
            )
        except KeyboardInterrupt:
            progress.done("stopped; run the same command again to go on from here")
            raise
    journal.finish()
    progress.done(_line(played))
    return 0


class _Clock:
    def now(self) -> float:
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


class _Office:
    """The office at the other end of a console's connection."""

    def __init__(self, client: "ConsoleClient") -> None:
        self._client = client

    def post(self, messages: "Sequence[dict[str, Any]]") -> None:
        from workstation.channels.console.client import NotTaken
        from workstation.shop.replay import DoorShutError

        try:
            self._client.post(messages)
        except NotTaken as error:
            if error.final:
                raise Sorry(f"the server refuses it: {error}") from error
            raise DoorShutError(str(error)) from error

    def answers(self) -> "Sequence[dict[str, Any]]":
        from workstation.channels.console.client import NotTaken
        from workstation.shop.replay import DoorShutError

        try:
            return self._client.answers()
        except NotTaken as error:
            raise DoorShutError(str(error)) from error


def _read(path: Path, limit: int | None) -> "list[ConversationRecord]":
    from workstation.shop.kinds import KINDS, rows_of
    from workstation.shop.records import ConversationRecord, FileRefused, Row
    from workstation.shop.source import Source

    found: list[ConversationRecord] = []
    try:
        with Source(path) as source:
            for row in rows_of(KINDS["conversations"], source):
                if isinstance(row, Row) and isinstance(row.record, ConversationRecord):
                    found.append(row.record)
                elif not isinstance(row, Row):
                    print(f"line {row.line:,} is left out: {row.reason}")
                if limit is not None and len(found) >= limit:
                    break
    except FileRefused as refused:
        raise Sorry(str(refused)) from refused
    return found


def _line(played: "Played") -> str:
    line = f"{played.sent:,} of {played.of:,} messages in {played.threads:,} threads"
    if played.before:
        line += f", {played.before:,} of them in an earlier run"
    if played.answers or played.unanswered:
        line += f", {played.answers:,} answers, {played.unanswered:,} not waited for longer"
    if played.retries:
        line += f", {played.retries:,} posts tried again"
    return line


def _positive(text: str) -> float:
    value = float(text)
    if not value > 0:
        raise argparse.ArgumentTypeError(f"{text} is not more than 0")
    return value
