"""acknowledge: how long a provider waits for "yes".

Measured: the 99th percentile of the time from a post to the signed door until its answer, one
message a post, 80 a second for a minute at their own moments, over eight kept connections, on
PostgreSQL with two server processes. A third of the messages begin a contact with a new customer.
An answer means that the body is durable; after the run the feed has to hold every message (`lost`).
`median` is told beside it, in milliseconds: it has to stay below 50.

Anchor: 250 ms.
"""

import multiprocessing
import time
from multiprocessing.connection import Connection

from bench.crowd import Letter, Line
from bench.ingest import not_heard
from bench.office import SECRET, Office, hire, office
from bench.plan import Plan
from bench.report import Report, median, note, percentile, spread

TARGET = 250.0


def run(plan: Plan) -> Report:
    with office() as running:
        team, _ = hire(running.database, desks=plan.team, team=plan.team)
        times = _post(running, team, plan)
        lost = not_heard(running.database, team, set(range(len(times))))
    spread("acknowledge", times, "ms")
    note(f"{len(times):,} messages, {lost} of them not in the feed")
    return Report(
        name="acknowledge",
        value=percentile(times, 0.99),
        unit="ms",
        anchor="250 ms",
        anchor_value=TARGET,
        runs=len(times),
        more={"median": round(median(times), 2), "lost": lost},
    )


def _post(running: Office, team: str, plan: Plan) -> list[float]:
    """How long each took, in milliseconds."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    given = (running.settings.host, running.settings.port, team, plan)
    poster = context.Process(target=_poster, args=(theirs, *given))
    poster.start()
    times: list[float] = ours.recv()
    poster.join()
    return times


def _poster(answer: Connection, host: str, port: int, team: str, plan: Plan) -> None:
    """A process of its own, so that what posts does not slow what counts."""
    import asyncio

    times: list[float] = []
    numbers = iter(range(plan.per_second * plan.seconds))

    async def work(line: Line, began: float) -> None:
        for number in numbers:
            due = began + number / plan.per_second
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            body = Letter(number, 0.0, team, f"c{number // 3}").body()
            # Who waits for a free connection waits, too.
            status = await line.post(body)
            if status != 202:
                raise RuntimeError(f"the office said {status}")
            times.append((time.perf_counter() - due) * 1000)

    async def everybody() -> None:
        began = time.perf_counter() + 0.2
        await asyncio.gather(*(work(Line(host, port, SECRET), began) for _ in range(8)))

    asyncio.run(everybody())
    answer.send(times)
