"""People at work in a test: an agent who answers, notes, claims, attaches and drafts at one desk,
and customers who write. Both keep a journal of what they were told had been taken, so that a test
can look for it after everything was killed."""

import json
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from tests.desk import KEY
from tests.running import RunningServer, written
from workstation import actions
from workstation.actions import Refused
from workstation.replica.lists import View
from workstation.replica.patience import Patience
from workstation.replica.replica import Replica
from workstation.replica.rows.outbox import Draft
from workstation.replica.session import Session

QUICK = Patience(connect=1.0, answer=2.0, whole=3.0, silence=5.0, longest_pause=0.3)
"""A desk that gives up soon and tries again at once: tests have no time."""
GIF = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,"
    b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)
"""The smallest picture there is."""
THINKING = 400
"""Milliseconds that some replies wait on the desk for second thoughts."""


def session_of(profile: Path) -> Session:
    """The desk of a profile that has signed in before."""
    return Session(Replica.open(profile, KEY), QUICK)


class Journal:
    """Lines in a file, each written before the next thing happens: what a killed process had been
    told. `said` is for texts that the outbox has taken, `typed` for drafts that were kept."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def note(self, kind: str, **facts: Any) -> None:
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"kind": kind, **facts}) + "\n")

    def entries(self) -> list[dict[str, Any]]:
        if not self._path.exists():
            return []
        lines = self._path.read_text("utf-8").split("\n")
        return [json.loads(line) for line in lines[:-1]]

    def said(self) -> list[str]:
        return [entry["text"] for entry in self.entries() if entry["kind"] == "said"]


@dataclass
class Agent:
    """Does one thing after the other to the contacts that the desk shows."""

    replica: Replica
    journal: Journal
    chance: random.Random
    name: str
    count: int = 0

    def do_something(self) -> None:
        numbers = self.replica.inbox(View(kind="all")).numbers
        if not numbers:
            return
        number = self.chance.choice(list(numbers))
        row = self.replica.inbox_rows([number]).get(number)
        if row is None:
            return
        self.count += 1
        text = f"{self.name} {self.count}"
        contact_id = row.contact_id
        deed = self.chance.choice(
            [self._reply, self._reply, self._note, self._picture, self._claim]
        )
        try:
            deed(contact_id, text)
        except Refused:
            return
        if self.chance.random() < 0.3:
            self._type(contact_id, f"draft {text}")

    def _reply(self, contact_id: str, text: str) -> None:
        now = self.replica.now()
        reply = actions.Reply(contact_id=contact_id, text=text, written_at=now)
        self.replica.act(reply, hold=self.chance.choice((0, 0, THINKING)))
        self.journal.note("said", text=text)

    def _note(self, contact_id: str, text: str) -> None:
        now = self.replica.now()
        self.replica.act(actions.Note(contact_id=contact_id, text=text, written_at=now))
        self.journal.note("said", text=text)

    def _picture(self, contact_id: str, text: str) -> None:
        content = GIF + text.encode()
        given = self.replica.add_file(
            content, name=f"{text}.gif", media_type="image/gif", width=1, height=1
        )
        file = actions.File.model_validate(given)
        now = self.replica.now()
        self.replica.act(
            actions.Reply(contact_id=contact_id, text=text, files=(file,), written_at=now)
        )
        self.journal.note("said", text=text)

    def _claim(self, contact_id: str, text: str) -> None:
        self.replica.act(actions.Claim(contact_id=contact_id))
        self.journal.note("claimed", contact=contact_id, text=text)

    def _type(self, contact_id: str, text: str) -> None:
        self.journal.note("typing", contact=contact_id, text=text)
        self.replica.save_draft(Draft(contact_id=contact_id, text=text))
        self.journal.note("typed", contact=contact_id, text=text)
        if self.chance.random() < 0.5:
            self.replica.share_draft(contact_id)


@dataclass
class Customers:
    """Write one message after the other; what is not acknowledged is posted again, as providers
    do, and now and then also what was."""

    server: RunningServer
    chance: random.Random
    threads: int = 4
    acknowledged: list[str] = field(default_factory=list)
    _count: int = 0

    def write_one(self, *, stop: Callable[[], bool] = lambda: False) -> None:
        self._count += 1
        identifier = f"m-{self._count}"
        message = written(
            identifier,
            f"Question {self._count}",
            thread=f"t-{self._count % self.threads}",
            address=f"customer{self._count % self.threads}@example.nl",
        )
        while not stop():
            try:
                status = self.server.post(message)
            except (OSError, ValueError):
                continue
            except Exception as error:
                if type(error).__module__ != "http.client":
                    raise
                continue
            if status == 202:
                self.acknowledged.append(identifier)
                if self.chance.random() < 0.8:
                    return


class Meanwhile:
    """Does something again and again in a thread of its own until the end of the block."""

    def __init__(self, work: Callable[[], None], pause: float) -> None:
        self._work = work
        self._pause = pause
        self._ended = threading.Event()
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join(timeout=30)
        if self._error is not None:
            raise self._error

    def ended(self) -> bool:
        return self._ended.is_set()

    def _run(self) -> None:
        try:
            while not self._ended.wait(self._pause):
                self._work()
        except BaseException as error:
            self._error = error
