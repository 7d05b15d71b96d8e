"""ingest: how many messages a second customers can bring in.

Measured: messages a second posted to the signed door, one a request, by eight connections that each
wait for the answer, on PostgreSQL with two server processes. An answer means that the message is
durable; the clock stops when the last of them is taken in too, placed on its contact and visible.
After the run the feed is pulled and has to hold every one of them. A third of the messages begin a
contact with a new customer.

Anchor: commits a second of a bare single-row INSERT (an id and a text) by as many connections to
the same PostgreSQL, with the same waiting for the disk. Both run in turns.
"""

import multiprocessing
import time
from multiprocessing.connection import Connection

import psycopg
from sqlalchemy import select

from bench.crowd import Letter, Line
from bench.office import SECRET, Office, hire, office
from bench.plan import Plan
from bench.report import Report, median, note
from workstation.models import new_id
from workstation.models.office import Arrival
from workstation.server.store.cursor import read_cursor
from workstation.server.store.database import Database
from workstation.server.store.feed import pull

TURNS = 3
SAID = "My order has not arrived. Where is it now? I have been waiting since last week."


def run(plan: Plan) -> Report:
    seconds = max(1.0, plan.seconds / (2 * TURNS))
    took, bare = [], []
    with office() as running:
        team, _ = hire(running.database, desks=plan.team, team=plan.team)
        numbers: set[int] = set()
        for turn in range(TURNS if plan.runs > 1 else 1):
            bare.append(_commits(running.database, plan.connections, seconds))
            posted = _post(running, team, plan.connections, seconds, start=turn * 10_000_000)
            numbers |= posted
            took.append(len(posted) / (seconds + all_taken(running.database)))
            note(f"{took[-1]:,.0f} messages/s, {bare[-1]:,.0f} bare commits/s")
        lost = not_heard(running.database, team, numbers)
        note(f"{len(numbers):,} acknowledged, {lost} of them not in the feed")
    return Report(
        name="ingest",
        value=median(took),
        unit="messages/s",
        anchor="bare single-row INSERT commits/s by as many connections",
        anchor_value=median(bare),
        runs=len(took),
        more={"lost": lost},
    )


def _post(running: Office, team: str, connections: int, seconds: float, *, start: int) -> set[int]:
    """The numbers of the messages that were acknowledged within so many seconds."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    given = (running.settings.host, running.settings.port, team, connections, seconds, start)
    poster = context.Process(target=_posters, args=(theirs, *given))
    poster.start()
    numbers: set[int] = set(ours.recv())
    poster.join()
    return numbers


def _posters(
    answer: Connection,
    host: str,
    port: int,
    team: str,
    connections: int,
    seconds: float,
    start: int,
) -> None:
    """A process of its own, so that what posts does not slow what counts."""
    import asyncio

    done: list[int] = []
    count = iter(range(start, start + 10_000_000))

    async def work(line: Line, until: float) -> None:
        while time.perf_counter() < until:
            number = next(count)
            letter = Letter(number, 0.0, team, f"c{start}-{number // 3}")
            status = await line.post(letter.body())
            if status == 202 and time.perf_counter() < until:
                done.append(number)

    async def everybody() -> None:
        until = time.perf_counter() + seconds
        await asyncio.gather(*(work(Line(host, port, SECRET), until) for _ in range(connections)))

    asyncio.run(everybody())
    answer.send(done)


def _commits(database: Database, connections: int, seconds: float) -> float:
    """Commits a second of one row each, by as many processes' connections."""
    url = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "CREATE TABLE IF NOT EXISTS bare (id uuid PRIMARY KEY, said text NOT NULL)"
        )
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_inserters, args=(theirs, url, connections, seconds))
    process.start()
    count = int(ours.recv())
    process.join()
    return count / seconds


def _inserters(answer: Connection, url: str, connections: int, seconds: float) -> None:
    import asyncio

    async def work(until: float) -> int:
        count = 0
        connection = await psycopg.AsyncConnection.connect(url, autocommit=True)
        async with connection:
            while time.perf_counter() < until:
                await connection.execute(
                    "INSERT INTO bare (id, said) VALUES (%s, %s)", (new_id(), SAID)
                )
                count += 1
        return count

    async def everybody() -> int:
        until = time.perf_counter() + seconds
        return sum(await asyncio.gather(*(work(until) for _ in range(connections))))

    answer.send(asyncio.run(everybody()))


def all_taken(database: Database) -> float:
    """How many more seconds it takes until nothing is waiting."""
    began = time.perf_counter()
    ready = select(Arrival.id).where(Arrival.state == "ready").limit(1)
    while True:
        with database.read() as session:
            if session.scalar(ready) is None:
                return time.perf_counter() - began
        time.sleep(0.01)


def not_heard(database: Database, team: str, numbers: set[int]) -> int:
    """How many of these messages a fresh desk of the team does not get from the feed, once the
    office has had the time to take in what it acknowledged."""
    until = time.monotonic() + 60
    while (missing := len(numbers - _heard(database, team))) and time.monotonic() < until:
        time.sleep(0.2)
    return missing


def _heard(database: Database, team: str) -> set[int]:
    """The numbers of all messages that a fresh desk of the team gets from the feed."""
    heard: set[int] = set()
    cursor = None
    while True:
        with database.read() as session:
            page = pull(database, session, audiences=[team], cursor=cursor)
        sent = page["tables"].get("message")
        if sent is not None:
            place = sent["columns"].index("origin")
            heard.update(int(row[place].rpartition("-")[2]) for row in sent["rows"])
        if not page["more"]:
            return heard
        cursor = read_cursor(page["cursor"])
