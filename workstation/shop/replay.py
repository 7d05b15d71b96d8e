"""Play recorded conversations in as live customers: each message at its moment, through a door.

A message keeps its id however often it is posted, so that a replay that was stopped, or whose
answer was lost, goes on without doubling anything.
"""

import base64
import heapq
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from workstation.shop.beside import OutsideError, beside
from workstation.shop.journal import Journal
from workstation.shop.records import ConversationRecord
from workstation.shop.timeline import Entry, timeline

log = logging.getLogger(__name__)

AT_ONCE = 200
"""The most messages of one post."""
BUNDLE = 8 << 20
"""And about the most characters, unless one message alone has more."""
FIRST_PAUSE = 0.2
LONGEST_PAUSE = 10.0
LOOK_EVERY = 0.25
"""Seconds between two looks for answers, while a customer waits for one."""


class DoorShutError(Exception):
    """The office did not take it now; the same may be posted again."""


class Door(Protocol):
    """An office, seen by its customers."""

    def post(self, messages: Sequence[dict[str, Any]]) -> None:
        """Durable when this returns; raises DoorShutError."""
        ...

    def answers(self) -> Sequence[dict[str, Any]]:
        """What agents wrote since the last time; raises DoorShutError."""
        ...


class Time(Protocol):
    """Seconds that only go forward, and waiting for them."""

    def now(self) -> float: ...
    def sleep(self, seconds: float) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """How far a replay is: messages `sent` of `of`, of which `before` in an earlier run; answers
    heard; customers who wrote on `unanswered`; posts that had to be tried again."""

    threads: int
    of: int
    before: int = 0
    sent: int = 0
    answers: int = 0
    unanswered: int = 0
    retries: int = 0


@dataclass(frozen=True, kw_only=True)
class Pace:
    """`wait` is how many seconds a customer waits for an agent's answer where the recorded one
    had it; 0 is not at all."""

    speed: float = 60.0
    longest_silence: float = 10.0
    wait: float = 0.0


def replay(
    conversations: Sequence[ConversationRecord],
    door: Door,
    journal: Journal,
    time: Time,
    *,
    pace: Pace,
    folder: Path,
    team: str = "",
    watch: Callable[[Played], None] = lambda played: None,
) -> Played:
    """Play them all. `folder` holds the files that they name; `team` is who gets them, "" leaves
    that to the office."""
    run = _Run(conversations, door, journal, time, pace, folder, team, watch)
    return run.all()


class _Run:
    def __init__(
        self,
        conversations: Sequence[ConversationRecord],
        door: Door,
        journal: Journal,
        time: Time,
        pace: Pace,
        folder: Path,
        team: str,
        watch: Callable[[Played], None],
    ) -> None:
        self._conversations = conversations
        self._door = door
        self._journal = journal
        self._time = time
        self._pace = pace
        self._folder = folder
        self._team = team
        self._watch = watch
        entries = timeline(conversations, speed=pace.speed, longest_silence=pace.longest_silence)
        left = [entry for entry in entries if self._id(entry) not in journal.sent]
        # Where an earlier run stopped, its clock stopped too.
        begin = left[0].due if left else 0.0
        self._heap = [replace(entry, due=entry.due - begin) for entry in left]
        heapq.heapify(self._heap)
        self._held_back: list[Entry] = []
        self._threads = {self._thread(number): number for number in range(len(conversations))}
        self._heard: dict[int, int] = {}
        self._used: dict[int, int] = {}
        before = len(entries) - len(left)
        self._played = Played(
            threads=len(conversations), of=len(entries), before=before, sent=before
        )

    def all(self) -> Played:
        started = self._time.now()
        next_look = 0.0
        while self._heap or self._held_back:
            now = self._time.now() - started
            if self._pace.wait and now >= next_look:
                self._listen()
                next_look = now + LOOK_EVERY
            ready = self._ready(now)
            if ready:
                self._send(ready)
                continue
            until = [self._heap[0].due] if self._heap else []
            if self._held_back:
                until.append(next_look)
            self._time.sleep(max(min(until) - now, 0.001))
        if self._pace.wait:
            self._listen()
        return self._played

    def _ready(self, now: float) -> list[Entry]:
        """What is to be sent now. A thread stays in its order: a customer who waits for an answer
        holds back what they write after."""
        due, self._held_back = self._held_back, []
        while self._heap and self._heap[0].due <= now and len(due) < AT_ONCE:
            due.append(heapq.heappop(self._heap))
        ready: list[Entry] = []
        waiting: set[int] = set()
        for entry in sorted(due):
            if entry.thread not in waiting and self._may_write(entry, now):
                ready.append(entry)
            else:
                waiting.add(entry.thread)
                self._held_back.append(entry)
        return ready

    def _may_write(self, entry: Entry, now: float) -> bool:
        if not self._pace.wait or not entry.answered:
            return True
        heard = self._heard.get(entry.thread, 0)
        if heard > self._used.get(entry.thread, 0):
            self._used[entry.thread] = heard
            return True
        if now < entry.due + self._pace.wait:
            return False
        self._played = replace(self._played, unanswered=self._played.unanswered + 1)
        return True

    def _listen(self) -> None:
        try:
            answers = self._door.answers()
        except DoorShutError:
            return
        for answer in answers:
            thread = self._threads.get(str(answer.get("thread", "")))
            if thread is not None:
                self._heard[thread] = self._heard.get(thread, 0) + 1
                self._played = replace(self._played, answers=self._played.answers + 1)
        if answers:
            self._watch(self._played)

    def _send(self, entries: Sequence[Entry]) -> None:
        bundle: list[dict[str, Any]] = []
        size = 0
        for entry in entries:
            message = self._message(entry)
            length = len(message["text"]) + sum(len(file["base64"]) for file in message["files"])
            if bundle and size + length > BUNDLE:
                self._post(bundle)
                bundle, size = [], 0
            bundle.append(message)
            size += length
        self._post(bundle)

    def _post(self, messages: Sequence[dict[str, Any]]) -> None:
        """Post until it is taken."""
        pause = FIRST_PAUSE
        while True:
            try:
                self._door.post(messages)
                break
            except DoorShutError as problem:
                log.warning("the office does not take it, trying again: %s", problem)
                self._played = replace(self._played, retries=self._played.retries + 1)
                self._watch(self._played)
                self._time.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
        self._journal.add([message["id"] for message in messages])
        self._played = replace(self._played, sent=self._played.sent + len(messages))
        self._watch(self._played)

    def _id(self, entry: Entry) -> str:
        conversation = self._conversations[entry.thread]
        turn = conversation.turns[entry.turn]
        return f"{self._journal.run}:{conversation.key}:{turn.key}"

    def _thread(self, number: int) -> str:
        return f"{self._journal.run}:{self._conversations[number].thread}"

    def _message(self, entry: Entry) -> dict[str, Any]:
        conversation = self._conversations[entry.thread]
        turn = conversation.turns[entry.turn]
        return {
            "id": self._id(entry),
            "thread": self._thread(entry.thread),
            "from": {
                "address": conversation.address or conversation.customer_key,
                "name": conversation.customer_name,
            },
            "channel": conversation.channel,
            "text": turn.text,
            "subject": conversation.subject,
            "language": conversation.language,
            "product_code": conversation.sku,
            "team": self._team,
            "files": [
                file
                for attachment in turn.attachments
                if (file := self._file(attachment.path, attachment.media_type, attachment.name))
            ],
        }

    def _file(self, path: str, media_type: str, name: str) -> dict[str, str] | None:
        try:
            content = beside(self._folder, path).read_bytes()
        except (OSError, OutsideError) as problem:
            log.warning("a file is left out: %s (%s)", path, problem)
            return None
        encoded = base64.b64encode(content).decode()
        return {"media_type": media_type, "name": name, "base64": encoded}
