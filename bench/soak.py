"""soak: whether the desk is as quick and as small after half an hour of work as at its beginning.

Measured: the longest time that the thread which paints was not free to paint, while an agent works
for 30 minutes by keyboard in the real window on a real office (PostgreSQL, two server processes):
opens contact after contact, answers, notes, scrolls, searches, turns to other lists and panels;
meanwhile two customers a second write to their team. One key at a time, so that each is a frame.
`over` counts the frames beyond 50 ms. `begin` and `end` are the process's resident memory in MiB,
after the first fifth of the time and at its end; `growth` is the one over the other.

Anchor: 50 ms.
"""

import gc
import itertools
import multiprocessing
import random
import tempfile
import time
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bench.known_key import KEY
from bench.office import LOGIN, PASSWORD, SECRET, hire, office
from bench.open_desk import OpenDesk, open_desk
from bench.plan import Plan
from bench.report import Report, note, spread
from bench.soak_customers import write
from workstation.models import Message
from workstation.replica.session import sign_in

LONGEST = 50.0
EVERY_MS = 10
"""How often the thread is asked whether it is free."""
HAND_MS = 30
"""Between two keys."""
TENTH = 0.1
WARM = 0.2
"""The share of the time in which everything is used for the first time."""
WORDS = ("television", "order", "parcel late", "flickers", "refund")


def run(plan: Plan) -> Report:
    with office() as running, tempfile.TemporaryDirectory() as folder:
        team, _ = hire(running.database, desks=plan.team, team=plan.team)
        sign_in(running.url, LOGIN, PASSWORD, Path(folder), KEY).replica.close()
        customers = multiprocessing.get_context("spawn").Process(
            target=write,
            args=(running.settings.host, running.settings.port, SECRET, team, plan.soak_seconds),
            daemon=True,
        )
        customers.start()
        try:
            with open_desk(Path(folder)) as desk:
                found = _work(desk, plan.soak_seconds, seed=plan.seed)
        finally:
            customers.terminate()
            customers.join()
        with running.database.read() as session:
            came = session.query(Message).filter_by(direction="inbound").count()
            sent = session.query(Message).filter_by(direction="outbound").count()
    gaps, memory, deeds = found
    begin, end = memory[0], memory[-1]
    spread("soak", gaps, "ms")
    over = sum(gap > LONGEST for gap in gaps)
    note(f"{came:,} messages came, {sent:,} answers went")
    note(f"{deeds:,} keys; {over} of {len(gaps):,} frames over {LONGEST:.0f} ms")
    note("MiB, nine times: " + ", ".join(f"{one:.0f}" for one in memory))
    return Report(
        name="soak",
        value=max(gaps),
        unit="ms",
        anchor="50 ms",
        anchor_value=LONGEST,
        runs=len(gaps),
        more={
            "over": over,
            "answers": sent,
            "begin": round(begin, 1),
            "end": round(end, 1),
            "growth": round(end / begin, 3),
        },
    )


def _work(desk: OpenDesk, seconds: float, *, seed: int) -> tuple[list[float], list[float], int]:
    """The gaps in milliseconds, memory in MiB from WARM on after each tenth of the time, and how
    many keys were pressed."""
    process = psutil.Process()
    began = last = time.perf_counter()
    # As large from the beginning as it will be: what is measured is the desk.
    gaps = array("d", bytes(8 * (int(seconds * 1000 / EVERY_MS) + 1)))
    seen = 0
    memory: list[float] = []

    def beat() -> None:
        nonlocal last, seen
        now = time.perf_counter()
        if memory and seen < len(gaps):
            gaps[seen] = max(0.0, (now - last) * 1000 - EVERY_MS)
            seen += 1
        last = now

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    timer.start(EVERY_MS)
    deeds = 0
    for deed in _day(desk, random.Random(seed)):
        gone = (time.perf_counter() - began) / seconds
        if gone > WARM + TENTH * len(memory):
            memory.append(_resident(process))
            last = time.perf_counter()
        if gone > 1:
            break
        deed()
        deeds += 1
        desk.work(HAND_MS)
    timer.stop()
    return list(gaps[:seen]), memory, deeds


def _resident(process: psutil.Process) -> float:
    gc.collect()
    return float(process.memory_info().rss) / (1 << 20)


def _day(desk: OpenDesk, dice: random.Random) -> Iterator[Callable[[], object]]:
    """Without end: one key, or one turn of the wheel, at a time."""
    for number in itertools.count(1):
        yield _key("Ctrl+4")
        for _ in range(dice.randint(1, 4)):
            yield _key("Alt+Down")
        yield from _waiting(15)
        yield from [_wheel(desk, 240)] * 4
        yield from [_wheel(desk, -240)] * 4
        yield _key("Ctrl+R")
        yield from _typed(f"Thank you for waiting, this is answer {number}.")
        yield _key("Ctrl+Return")
        yield from _waiting(10)
        if number % 3 == 0:
            yield _key("Ctrl+Shift+N")
            yield from _typed("Asked the depot about it")
            yield _key("Ctrl+Return")
        if number % 4 == 0:
            yield _key("Ctrl+K")
            yield from _typed(dice.choice(WORDS))
            yield from _waiting(10)
            yield _key("Escape")
        if number % 5 == 0:
            for key in ("Alt+2", "Alt+1", "Ctrl+1", "Ctrl+3", "F1", "Escape"):
                yield _key(key)
                yield from _waiting(5)


def _waiting(times: int) -> Iterator[Callable[[], object]]:
    return iter([int] * times)


def _typed(text: str) -> Iterator[Callable[[], object]]:
    return (lambda letter=letter: QTest.keyClicks(_hands(), letter) for letter in text)  # type: ignore[misc]


def _key(keys: str) -> Callable[[], object]:
    return lambda: QTest.keySequence(_hands(), QKeySequence(keys))


def _wheel(desk: OpenDesk, delta: int) -> Callable[[], object]:
    def turn() -> None:
        contact = desk.window.area.contact
        assert contact is not None
        view = contact.transcript.viewport()
        middle = QPointF(view.rect().center())
        QApplication.sendEvent(
            view,
            QWheelEvent(
                middle,
                QPointF(view.mapToGlobal(middle.toPoint())),
                QPoint(),
                QPoint(0, delta),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )

    return turn


def _hands() -> QWidget:
    here = (
        QApplication.activePopupWidget()
        or QApplication.activeModalWidget()
        or QApplication.activeWindow()
        or next(one for one in QApplication.topLevelWidgets() if one.isVisible())
    )
    return here.focusWidget() or here
