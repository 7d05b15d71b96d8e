"""arrival: from a customer's message to the screen of an agent, while the whole office is busy.

Measured: the 99th percentile of the time from the moment a customer's message is posted to the
server until it is painted in the inbox of an open desk (the real window with its replica, its
session and its stream, drawn offscreen), while 1,000 other desks in teams of 12 hold streams and 80
messages a second come in for 60 seconds by the signed door, on PostgreSQL with two server
processes. One message in ten is for the team of the desk that is measured, the others for all
teams in turn; about a sixth begin a contact. Every stream must hear every message of its team, and
every message of the measured team must be painted: `lost` counts those that were not.

Anchor: 250 ms.
"""

import re
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from queue import Empty, Queue
from typing import Any

import orjson

from bench.known_key import KEY
from bench.office import LOGIN, PASSWORD, SECRET, Desk, Office, hire, office
from bench.open_desk import OpenDesk, open_desk
from bench.plan import Plan
from bench.report import Report, note, percentile, spread
from workstation.replica.lists import View
from workstation.replica.session import sign_in

TARGET = 250.0
OURS = 10
"""One message in so many is for the measured team."""
THREADS = 60
"""Contacts of the measured team: enough that none hears twice before it was painted."""
OTHER_THREADS = 10
"""Contacts of each other team."""
_NUMBER = re.compile(r"#(\d+)#")


def run(plan: Plan) -> Report:
    with office() as running, tempfile.TemporaryDirectory() as folder:
        team, desks = hire(running.database, desks=plan.desks, team=plan.team)
        letters = _letters(plan, team, desks)
        ours = {letter["number"] for letter in letters if letter["team"] == team}
        sign_in(running.url, LOGIN, PASSWORD, Path(folder), KEY).replica.close()
        crowd = _Crowd(running, desks, letters)
        try:
            note(f"{crowd.answer()['holding']:,} streams are open")
            with open_desk(Path(folder)) as desk:
                seen = _Seen(desk)
                crowd.tell("warm")
                seen.until(lambda: crowd.answered)
                note(f"{crowd.answer()['warm']:,} contacts have begun")
                desk.show(View("team", team, order="newest"))
                crowd.tell("go")
                seen.until(lambda: crowd.answered)
                told = crowd.answer()
                counted = {letter["number"] for letter in letters if letter["due"] >= 0} & ours
                seen.until(lambda: counted <= seen.at.keys(), seconds=10)
        finally:
            crowd.end()
    sent = {int(number): at for number, at in told["sent"].items()}
    times = [(seen.at[number] - sent[number]) * 1000 for number in counted if number in seen.at]
    unseen = len(counted) - len(times)
    spread("arrival", times, "ms")
    note(
        f"{len(sent):,} messages in {told['seconds']:.1f} s, {told['refused']} refused, "
        f"{told['lost']} not heard by a stream, {unseen} not painted, "
        f"{told['again']} streams opened anew"
    )
    return Report(
        name="arrival",
        value=percentile(times, 0.99),
        unit="ms",
        anchor="250 ms",
        anchor_value=TARGET,
        runs=len(times),
        more={"lost": told["lost"] + told["refused"] + unseen},
    )


def _letters(plan: Plan, ours: str, desks: list[Desk]) -> list[dict[str, Any]]:
    """First one for each thread of ours, before anything counts; then all at their pace."""
    teams = list(dict.fromkeys(desk.team for desk in desks))
    letters = [
        {"number": number, "due": -1.0, "team": ours, "thread": f"ours-{number}"}
        for number in range(THREADS)
    ]
    for count in range(plan.per_second * plan.seconds):
        turn = count // OURS
        if count % OURS == 0:
            team, thread = ours, f"ours-{turn % THREADS}"
        else:
            place = count % len(teams)
            team, thread = teams[place], f"t{place}-{count // len(teams) % OTHER_THREADS}"
        letters.append(
            {
                "number": THREADS + count,
                "due": count / plan.per_second,
                "team": team,
                "thread": thread,
            }
        )
    return letters


class _Crowd:
    """The process of the others."""

    def __init__(self, running: Office, desks: list[Desk], letters: list[dict[str, Any]]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.crowd"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._answers: Queue[bytes] = Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self.tell(
            orjson.dumps(
                {
                    "host": running.settings.host,
                    "port": running.settings.port,
                    "secret": SECRET,
                    "desks": [
                        {"token": d.token, "cursor": d.cursor, "team": d.team} for d in desks
                    ],
                    "letters": letters,
                }
            ).decode()
        )

    @property
    def answered(self) -> bool:
        return not self._answers.empty()

    def tell(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line.encode() + b"\n")
        self._process.stdin.flush()

    def answer(self) -> dict[str, Any]:
        try:
            line = self._answers.get(timeout=300)
        except Empty:
            raise RuntimeError("the crowd does not answer") from None
        if not line:
            raise RuntimeError("the crowd has gone")
        answer: dict[str, Any] = orjson.loads(line)
        return answer

    def end(self) -> None:
        self._process.kill()
        self._process.wait()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        while line := self._process.stdout.readline():
            self._answers.put(line)
        self._answers.put(b"")


class _Seen:
    """When each message was painted in the inbox for the first time."""

    def __init__(self, desk: OpenDesk) -> None:
        self.at: dict[int, float] = {}
        self._desk = desk
        self._list = desk.window.inbox.list
        self._model = desk.window.inbox.model
        desk.each_painting(self._list.viewport(), self._look)

    def until(self, true: Any, *, seconds: float = 300) -> None:
        """Let the desk work until something is true, or time is up."""
        end = time.monotonic() + seconds
        while not true() and time.monotonic() < end:
            self._desk.work(20)

    def _look(self) -> None:
        now = time.perf_counter()
        area = self._list.viewport().rect()
        first = self._list.indexAt(area.topLeft()).row()
        last = self._list.indexAt(area.bottomLeft()).row()
        for place in range(max(first, 0), last + 1 if last >= 0 else self._model.rowCount()):
            row = self._model.at(place)
            found = _NUMBER.search(row.last_text) if row is not None else None
            if found is not None:
                self.at.setdefault(int(found[1]), now)
