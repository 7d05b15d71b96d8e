"""The customers of `soak`, in a process of their own: two messages a second, until it ends."""

import asyncio
import time

from bench.crowd import Letter, Line

PER_SECOND = 2.0
THREADS = 80
"""Contacts that they write on, in turn."""


def write(host: str, port: int, secret: str, team: str, seconds: float) -> None:
    asyncio.run(_write(Line(host, port, secret), team, seconds))


async def _write(line: Line, team: str, seconds: float) -> None:
    began = time.monotonic()
    number = 0
    while time.monotonic() - began < seconds:
        letter = Letter(number=number, due=0, team=team, thread=f"t{number % THREADS}")
        await line.post(letter.body())
        number += 1
        burst = number < THREADS  # everybody once, then at their pace
        await asyncio.sleep(0.02 if burst else 1 / PER_SECOND)
