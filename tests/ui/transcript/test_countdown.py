"""What waits for its turn is counted down, calmly, and only while it waits."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.desks import pretend_desk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import NOW
from tests.ui.spoken import ours, stretch
from tests.ui.transcript.conftest import ShownTranscript


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def waiting(qtbot: QtBot, tmp_path: Path, clock: Clock) -> Iterator[ShownTranscript]:
    with pretend_desk(tmp_path, PretendReplica(), clock=clock) as desk:
        made = ShownTranscript(desk)
        qtbot.addWidget(made.view)
        made.view.resize(600, 700)
        with qtbot.waitExposed(made.view):
            made.view.show()
        made.model.show(
            stretch((ours(1, "a"), ours(2, "b", delivery="queued", send_at=NOW + 2_500)))
        )
        yield made


def small_line(shown: ShownTranscript) -> str:
    return "".join(bit.text for _, bit in shown.view.stack.laid(2).meta)


def test_the_seconds_are_counted_and_the_end_is_calm(
    waiting: ShownTranscript, clock: Clock
) -> None:
    countdown = waiting.view.countdown
    assert countdown.running
    seen = []
    for _ in range(4):
        seen.append(small_line(waiting)[5:])
        clock.now += 1_000
        countdown.tick()
    assert seen == [" · goes out in 0:03", " · goes out in 0:02", " · goes out in 0:01",
                    " · on its way"]  # fmt: skip
    assert not countdown.running


def test_nothing_is_counted_when_nothing_waits(waiting: ShownTranscript) -> None:
    waiting.model.show(stretch((ours(1, "a"), ours(2, "b", delivery="sent"))))
    waiting.view.countdown.tick()
    assert not waiting.view.countdown.running
