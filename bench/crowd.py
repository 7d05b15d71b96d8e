"""The others, in one light process: many desks that hold streams, and customers who write.

Speaks HTTP over raw sockets, so that it costs the machine little. Told what to do by one line of
JSON on its input, then by words: "warm" (one message for each thread), "go" (the rest at their
pace), each answered by a line of JSON. Times are of `time.perf_counter`, one clock for the machine.
"""

import asyncio
import re
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import orjson

from workstation.channels.port import (
    signature,
)

_HEARD = re.compile(rb'console:bench-(\d+)"')
_CURSOR = re.compile(rb"\nid: (\S+)\n")
LONGEST = 32
"""Bytes of a marker that may be cut by the end of what was read."""
PATIENCE = 30.0
POSTERS = 8


@dataclass
class Holder:
    """One desk that holds a stream."""

    token: str
    cursor: str
    team: str
    heard: set[int] = field(default_factory=set)
    opened: asyncio.Event = field(default_factory=asyncio.Event)
    again: int = -1
    """How often the stream had to be opened anew."""

    async def hold(self, host: str, port: int) -> None:
        while True:
            self.again += 1
            try:
                await self._once(host, port)
            except OSError:
                await asyncio.sleep(0.2)

    async def _once(self, host: str, port: int) -> None:
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(
            f"GET /v1/stream?cursor={self.cursor} HTTP/1.1\r\nHost: {host}\r\n"
            f"Authorization: Bearer {self.token}\r\n\r\n".encode()
        )
        kept = b""
        try:
            while part := await reader.read(1 << 16):
                known = kept + part
                self.heard.update(map(int, _HEARD.findall(known)))
                for cursor in _CURSOR.findall(known):
                    self.cursor = cursor.decode()
                    self.opened.set()
                if b"event: behind" in known:
                    return
                kept = known[-max(LONGEST, len(self.cursor) + 8) :]
        finally:
            writer.close()


@dataclass
class Letter:
    """A customer's message, at `due` seconds after the start."""

    number: int
    due: float
    team: str
    thread: str

    def body(self) -> bytes:
        return orjson.dumps(
            {
                "messages": [
                    {
                        "id": f"bench-{self.number}",
                        "thread": self.thread,
                        "from": {"address": f"{self.thread}@example.nl", "name": self.thread},
                        "channel": "email",
                        "team": self.team,
                        "text": f"#{self.number}# My order has not arrived. Where is it now?",
                    }
                ]
            }
        )


class Line:
    """A connection that posts, one after the other."""

    def __init__(self, host: str, port: int, secret: str) -> None:
        self._place = (host, port)
        self._secret = secret
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def post(self, body: bytes) -> int:
        """The status of the answer."""
        if self._streams is None:
            self._streams = await asyncio.open_connection(*self._place)
        reader, writer = self._streams
        writer.write(
            b"POST /v1/channels/console/inbound HTTP/1.1\r\nHost: office\r\n"
            b"Content-Type: application/json\r\nContent-Length: %d\r\n"
            b"X-Workstation-Signature: sha256=%s\r\n\r\n"
            % (len(body), signature(self._secret, body).encode())
            + body
        )
        head = await reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head.lower())
        if length is not None:
            await reader.readexactly(int(length[1]))
        return int(head.split(b" ", 2)[1])


class Crowd:
    def __init__(self, told: dict[str, Any]) -> None:
        self._place: tuple[str, int] = (told["host"], told["port"])
        self._secret: str = told["secret"]
        self.holders = [Holder(**desk) for desk in told["desks"]]
        self.letters = [Letter(**letter) for letter in told["letters"]]
        self.sent: dict[int, float] = {}
        self.refused = 0

    async def hold(self) -> list["asyncio.Task[None]"]:
        """Open every stream, and wait until each has said where it is."""
        tasks = []
        for holder in self.holders:
            tasks.append(asyncio.create_task(holder.hold(*self._place)))
            await asyncio.sleep(0.004)  # a thousand desks do not come in the same instant
        async with asyncio.timeout(PATIENCE * 4):
            for holder in self.holders:
                await holder.opened.wait()
        return tasks

    async def post(self, letters: list[Letter]) -> None:
        """Each at its moment, on whichever line is free."""
        lines = [Line(*self._place, self._secret) for _ in range(POSTERS)]
        waiting = iter(letters)
        began = time.perf_counter()

        async def work(line: Line) -> None:
            for letter in waiting:
                await asyncio.sleep(began + letter.due - time.perf_counter())
                body = letter.body()
                self.sent[letter.number] = time.perf_counter()
                if await line.post(body) != 202:
                    self.refused += 1

        await asyncio.gather(*map(work, lines))

    async def lost(self) -> int:
        """How many messages did not reach a stream that should have told them."""
        due: dict[str, set[int]] = defaultdict(set)
        for letter in self.letters:
            if letter.number in self.sent:
                due[letter.team].add(letter.number)
        until = time.perf_counter() + PATIENCE
        while time.perf_counter() < until:
            if all(holder.heard == due[holder.team] for holder in self.holders):
                return 0
            await asyncio.sleep(0.05)
        return sum(len(due[holder.team] ^ holder.heard) for holder in self.holders)


async def _run() -> None:
    crowd = Crowd(orjson.loads(await _line()))
    tasks = await crowd.hold()
    _say({"holding": len(tasks)})
    warm = [letter for letter in crowd.letters if letter.due < 0]
    await _line()
    await crowd.post(warm)
    _say({"warm": len(warm)})
    await _line()
    began = time.perf_counter()
    await crowd.post(crowd.letters[len(warm) :])
    _say(
        {
            "seconds": time.perf_counter() - began,
            "sent": {str(number): at for number, at in crowd.sent.items()},
            "refused": crowd.refused,
            "lost": await crowd.lost(),
            "again": sum(holder.again for holder in crowd.holders),
        }
    )
    for task in tasks:
        task.cancel()


async def _line() -> bytes:
    return await asyncio.to_thread(sys.stdin.buffer.readline)


def _say(what: dict[str, Any]) -> None:
    sys.stdout.buffer.write(orjson.dumps(what) + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    asyncio.run(_run())
