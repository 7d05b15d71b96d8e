"""The reader: answers in the GUI thread, newest wins, nothing swallowed, nothing asked twice."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from workstation.ui.threads.worker import Worker

Gate = threading.Event


@pytest.fixture
def errors() -> list[Exception]:
    return []


@pytest.fixture
def worker(qtbot: QtBot, errors: list[Exception]) -> Iterator[Worker[str]]:
    made: Worker[str] = Worker("reader", errors.append)
    yield made
    made.stop()


def held(gate: Gate, answer: str) -> Callable[[str], str]:
    def work(_: str) -> str:
        assert gate.wait(5)
        return answer

    return work


def test_the_answer_comes_in_the_thread_that_paints(qtbot: QtBot, worker: Worker[str]) -> None:
    seen: list[tuple[str, str, bool]] = []
    worker.serve("replica")

    def work(subject: str) -> tuple[str, str]:
        return subject, threading.current_thread().name

    def then(answer: tuple[str, str]) -> None:
        seen.append((*answer, threading.current_thread() is threading.main_thread()))

    worker.ask("p", work, then)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [("replica", "reader", True)]


def test_questions_wait_until_there_is_something_to_ask(qtbot: QtBot, worker: Worker[str]) -> None:
    seen: list[str] = []
    worker.ask("p", str.upper, seen.append)
    assert not worker.idle
    worker.serve("replica")
    qtbot.waitUntil(lambda: seen == ["REPLICA"])


def test_the_newest_question_wins(qtbot: QtBot, worker: Worker[str]) -> None:
    gate, seen, worked = Gate(), list[str](), list[str]()
    worker.serve("replica")
    worker.ask("typing", held(gate, "b"), seen.append)
    for text in ("ba", "bak", "bakk"):

        def work(_: str, text: str = text) -> str:
            worked.append(text)
            return text

        worker.ask("typing", work, seen.append)
    gate.set()
    qtbot.waitUntil(lambda: bool(seen))
    qtbot.waitUntil(lambda: worker.idle)
    qtbot.wait(20)
    assert (seen, worked) == (["bakk"], ["bakk"])


def test_other_purposes_are_left_alone(qtbot: QtBot, worker: Worker[str]) -> None:
    seen: list[str] = []
    worker.serve("replica")
    for purpose in ("one", "two", "three"):
        worker.ask(purpose, lambda _, p=purpose: p, seen.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: seen == ["one", "two", "three"])


def test_what_is_urgent_goes_first(qtbot: QtBot, worker: Worker[str]) -> None:
    gate, seen = Gate(), list[str]()
    worker.serve("replica")
    worker.ask("hold", held(gate, "hold"), seen.append)
    qtbot.waitUntil(lambda: not worker._waiting)
    worker.ask("counts", lambda _: "counts", seen.append)
    worker.ask("contact", lambda _: "contact", seen.append, urgent=True)
    gate.set()
    qtbot.waitUntil(lambda: seen == ["hold", "contact", "counts"])


def test_nobody_is_answered_after_they_are_gone(qtbot: QtBot, worker: Worker[str]) -> None:
    gate, seen = Gate(), list[str]()
    owner = QObject()
    worker.serve("replica")
    worker.ask("p", held(gate, "late"), seen.append, owner=owner)
    owner.deleteLater()
    qtbot.wait(5)
    gate.set()
    qtbot.waitUntil(lambda: worker.idle)
    qtbot.wait(20)
    assert seen == []


def test_what_is_cancelled_is_not_answered(qtbot: QtBot, worker: Worker[str]) -> None:
    gate, seen = Gate(), list[str]()
    worker.serve("replica")
    worker.ask("p", held(gate, "late"), seen.append)
    worker.cancel("p")
    gate.set()
    qtbot.waitUntil(lambda: worker.idle)
    qtbot.wait(20)
    assert seen == []


def test_an_error_goes_to_who_asked_or_else_to_everybody(
    qtbot: QtBot, worker: Worker[str], errors: list[Exception]
) -> None:
    mine: list[Exception] = []
    worker.serve("replica")

    def work(_: str) -> str:
        raise ValueError("no")

    worker.ask("p", work, failed=mine.append)
    worker.ask("q", work)
    qtbot.waitUntil(lambda: len(mine) == 1 and len(errors) == 1)
    assert [str(error) for error in (*mine, *errors)] == ["no", "no"]
    seen: list[str] = []
    worker.ask("r", str.upper, seen.append)
    qtbot.waitUntil(lambda: seen == ["REPLICA"])
