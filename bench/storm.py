"""storm: how many webhooks a second an office takes in when they all come at once.

Measured: webhooks a second, from the first post until the last of them has been taken in, with two
server processes on PostgreSQL and eight connections that each wait for the answer. The webhooks are
those of many conversations in the console's form, in any order and 5 % of them twice: messages,
edits, deletions, reactions, delivery news. Afterwards every message has to be there once (`lost`).

Anchor: the same bodies parsed and inserted by a bare script into the same tables, one transaction a
body: the body itself, and a row for each message, in one process and one connection.
"""

import multiprocessing
import random
import time
from multiprocessing.connection import Connection

import orjson
import psycopg
from sqlalchemy import func, select

from bench.crowd import Line
from bench.ingest import all_taken
from bench.office import SECRET, Office, hire, office
from bench.plan import Plan
from bench.report import Report, note
from workstation.models import Message, new_id, now_ms

TWICE = 0.05
ACTS = 10
"""Webhooks of one conversation."""


def run(plan: Plan) -> Report:
    chance = random.Random(plan.seed)
    bodies, messages = _bodies(plan.webhooks, chance)
    with office() as running:
        hire(running.database, desks=plan.team, team=plan.team)
        began = time.perf_counter()
        _post(running, bodies, plan.connections)
        acknowledged = time.perf_counter() - began
        all_taken(running.database)
        took = time.perf_counter() - began
        with running.database.read() as session:
            there = session.scalar(select(func.count()).select_from(Message)) or 0
        bare = _insert(running, bodies)
    rate, anchor = len(bodies) / took, len(bodies) / bare
    note(f"{len(bodies):,} webhooks acknowledged in {acknowledged:.1f} s, taken in {took:.1f} s")
    note(f"a bare script inserts {anchor:,.0f} a second")
    return Report(
        name="storm",
        value=rate,
        unit="webhooks/s",
        anchor="the same parsed and inserted by a bare script",
        anchor_value=anchor,
        runs=1,
        more={"lost": abs(messages - there)},
    )


def _bodies(count: int, chance: random.Random) -> tuple[list[bytes], int]:
    """So many webhooks, some more that repeat them, and how many messages they hold."""
    bodies: list[bytes] = []
    messages = 0
    began = now_ms() - 3_600_000
    for talk in range(max(1, count // ACTS)):
        said: list[str] = []
        for act in range(ACTS):
            at = began + act * 1000
            kind = chance.choice(("edits", "deletions", "reactions", "statuses")) if said else ""
            if not said or chance.random() < 0.6:
                name = f"storm-{talk}-{act}"
                said.append(name)
                messages += 1
                written = {"id": name, "thread": f"t{talk}", "from": {"address": f"c{talk}"}}
                more = {"channel": "chat", "at": at, "text": f"Where is my order? {name}"}
                bodies.append(orjson.dumps({"messages": [written | more]}))
                continue
            about = {"id": chance.choice(said), "at": at}
            if kind == "edits":
                about["text"] = f"Where is it now? {act}"
            elif kind == "reactions":
                about |= {"address": f"c{talk}", "emoji": "\u2764"}
            elif kind == "statuses":
                about["state"] = "read"
            bodies.append(orjson.dumps({kind: [about]}))
    bodies += chance.sample(bodies, int(len(bodies) * TWICE))
    chance.shuffle(bodies)
    return bodies, messages


def _post(running: Office, bodies: list[bytes], connections: int) -> None:
    """Until all are acknowledged, from a process of its own."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    place = (running.settings.host, running.settings.port)
    poster = context.Process(target=_poster, args=(theirs, *place, bodies, connections))
    poster.start()
    refused = int(ours.recv())
    poster.join()
    if refused:
        raise RuntimeError(f"{refused} webhooks were refused")


def _poster(
    answer: Connection, host: str, port: int, bodies: list[bytes], connections: int
) -> None:
    import asyncio

    waiting = iter(bodies)

    async def work(line: Line) -> int:
        return sum([await line.post(body) != 202 for body in waiting])

    async def everybody() -> int:
        lines = (Line(host, port, SECRET) for _ in range(connections))
        return sum(await asyncio.gather(*map(work, lines)))

    answer.send(asyncio.run(everybody()))


def _insert(running: Office, bodies: list[bytes]) -> float:
    """Seconds that the script takes, into copies of the tables with all their indexes."""
    url = running.database.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(url) as connection:
        for table in ("arrival", "message"):
            connection.execute(f"CREATE TABLE bare_{table} (LIKE {table} INCLUDING ALL)".encode())
        connection.commit()
        began = time.perf_counter()
        now = now_ms()
        for body in bodies:
            _script(connection, body, now)
        return time.perf_counter() - began


def _script(connection: "psycopg.Connection[tuple[object, ...]]", body: bytes, now: int) -> None:
    connection.execute(
        "INSERT INTO bare_arrival (id, channel, digest, body, at, state, error) "
        "VALUES (%s, 'console', md5(%s), %s, %s, 'parsed', '') ON CONFLICT DO NOTHING",
        (new_id(), body, body, now),
    )
    for written in orjson.loads(body).get("messages", ()):
        connection.execute(
            "INSERT INTO bare_message (id, contact_id, direction, kind, text, facts, at, delivery, "
            "failure, origin) VALUES (%s, %s, 'inbound', 'text', %s, '{}', %s, '', '', %s) "
            "ON CONFLICT DO NOTHING",
            (new_id(), new_id(), written["text"], written["at"], written["id"]),
        )
    connection.commit()
