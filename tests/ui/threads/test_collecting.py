"""What Python would throw away in any thread is thrown away in the one that paints."""

import gc
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from workstation.ui.threads.collecting import Collecting


class Cycle:
    """Only the collector can end it; it notes in which thread that was."""

    ended_in: list[int] = []

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        self.ended_in.append(threading.get_ident())


@pytest.fixture
def collecting(qtbot: QtBot) -> Iterator[Collecting]:
    Cycle.ended_in.clear()
    gc.enable()  # as Python begins
    found = Collecting()
    yield found
    found.stop()
    assert gc.isenabled()


def make_garbage() -> None:
    kept: list[list[int]] = []
    for _ in range(5_000):
        Cycle()
        kept.append([])  # containers that stay are what makes Python collect


def test_a_worker_that_makes_garbage_leaves_it_to_the_thread_that_paints(
    collecting: Collecting,
) -> None:
    worker = threading.Thread(target=make_garbage)
    worker.start()
    worker.join()
    assert Cycle.ended_in == []
    collecting.look()
    assert len(Cycle.ended_in) == 5_000
    assert set(Cycle.ended_in) == {threading.get_ident()}


def test_nothing_is_collected_before_it_is_due(collecting: Collecting) -> None:
    gc.collect()
    Cycle()
    collecting.look()
    assert Cycle.ended_in == []


def test_what_lives_for_long_is_looked_through_once(collecting: Collecting) -> None:
    for _ in range(gc.get_threshold()[2] + 1):
        gc.collect(1)
    collecting.look()
    assert gc.get_freeze_count() > 10_000
    Cycle.ended_in.clear()
    make_garbage()
    collecting.look()
    assert len(Cycle.ended_in) == 5_000
    collecting.stop()
    assert gc.get_freeze_count() == 0
