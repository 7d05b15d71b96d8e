"""A process that listens and can be killed: it notes each moment that it is the one who does.

python -m tests.server.listener_process DATABASE NAME
"""

import sys
import threading

from workstation.channels.incoming import (
    Parsed,
)
from workstation.channels.outgoing import (
    Outbound,
    Rules,
    Sent,
)
from workstation.channels.port import (
    Channel,
    Listen,
    Office,
)
from workstation.server.jobs.queue import Jobs
from workstation.server.lines import Lines
from workstation.server.listening import Listening
from workstation.server.store.database import Database


class Noting(Channel):
    """Remembers, again and again, that its process is the one that listens."""

    name = "email"

    def __init__(self, process: str) -> None:
        self._process = process

    @property
    def rules(self) -> Rules:
        return Rules(longest_text=10)

    def parse(self, body: bytes) -> Parsed:
        return Parsed()

    def send(self, message: Outbound) -> Sent:
        return Sent("-")

    def listener(self) -> Listen:
        return self._listen

    def _listen(self, office: Office, stop: threading.Event) -> None:
        while not stop.is_set():
            seen: list[str] = office.recall("who") or []
            if not seen or seen[-1] != self._process:
                office.remember("who", [*seen, self._process])
            stop.wait(0.02)


def main() -> None:
    url, name = sys.argv[1:]
    database = Database(url)
    channels: dict[str, Channel] = {"email": Noting(name)}
    jobs = Jobs(database, lease=1_000, clock=lambda: 0)
    lines = Lines(database, jobs, channels, lambda: 0)
    listening = Listening(database, channels, lines, lambda _name, _body: None, look=0.05)
    listening.start()
    print("listening", flush=True)
    sys.stdin.read()
    listening.stop()


if __name__ == "__main__":
    main()
