"""Recorded customers write again: at their moments, in their order, each message once."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from workstation.shop.journal import Journal
from workstation.shop.records import (
    AttachmentRecord,
    ConversationRecord,
    Speaker,
    TurnRecord,
)
from workstation.shop.replay import DoorShutError, Pace, Played, replay
from workstation.shop.timeline import timeline

MINUTE = 60_000


def thread(
    name: str, *turns: tuple[Speaker, float, str], files: tuple[AttachmentRecord, ...] = ()
) -> ConversationRecord:
    """A conversation of turns: who, at which minute, what."""
    return ConversationRecord(
        key=name,
        thread=name,
        channel="chat",
        customer_key="",
        customer_name=name.title(),
        address=f"{name}@example.com",
        opened_at=0,
        turns=tuple(
            TurnRecord(
                key=str(number),
                speaker=who,
                at=int(minute * MINUTE),
                text=text,
                attachments=files if number == 0 else (),
            )
            for number, (who, minute, text) in enumerate(turns)
        ),
    )


ANS = thread("ans", ("customer", 0, "a1"), ("agent", 1, "yes?"), ("customer", 4, "a2"))
BO = thread("bo", ("customer", 2, "b1"), ("customer", 2.5, "b2"), ("note", 3, "n"))


class Hands:
    """A clock that moves when somebody sleeps, and what then happens."""

    def __init__(self) -> None:
        self.at = 0.0

    def now(self) -> float:
        return self.at

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.at += seconds


class FakeDoor:
    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self.posted: list[tuple[float, str]] = []
        self.messages: list[dict[str, Any]] = []
        self.shut = 0
        self.replies: list[tuple[float, str]] = []
        """When an agent answers which thread's last message."""

    def post(self, messages: Sequence[dict[str, Any]]) -> None:
        if self.shut:
            self.shut -= 1
            raise DoorShutError("closed")
        self.messages += messages
        self.posted += [(round(self.hands.at, 1), message["text"]) for message in messages]

    def answers(self) -> Sequence[dict[str, Any]]:
        due = [name for at, name in self.replies if at <= self.hands.at]
        self.replies = [reply for reply in self.replies if reply[0] > self.hands.at]
        threads = {message["thread"].split(":")[1]: message["thread"] for message in self.messages}
        return [{"thread": threads[name]} for name in due]


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def door(hands: Hands) -> FakeDoor:
    return FakeDoor(hands)


def play(
    door: FakeDoor,
    folder: Path,
    *conversations: ConversationRecord,
    journal: Journal | None = None,
    **pace: float,
) -> Played:
    journal = journal or Journal(folder / "journal", file="f")
    return replay(conversations, door, journal, door.hands, pace=Pace(**pace), folder=folder)


def test_everybody_writes_at_their_moment(door: FakeDoor, tmp_path: Path) -> None:
    played = play(door, tmp_path, ANS, BO, speed=60, longest_silence=100)
    assert door.posted == [(0, "a1"), (2, "b1"), (2.5, "b2"), (4, "a2")]
    assert played == Played(threads=2, of=4, sent=4)
    first = door.messages[0]
    assert (first["channel"], first["from"]) == (
        "chat",
        {"address": "ans@example.com", "name": "Ans"},
    )
    assert len({message["id"] for message in door.messages}) == 4
    assert len({message["thread"] for message in door.messages}) == 2


def test_a_long_silence_is_cut() -> None:
    late = thread("cas", ("customer", 60 * 24 * 365, "c1"), ("customer", 60 * 24 * 365 + 1, "c2"))
    entries = timeline([ANS, late], speed=60, longest_silence=3)
    assert [entry.due for entry in entries] == [0, 3, 6, 7]
    assert [entry.answered for entry in entries] == [False, True, False, False]


def test_a_customer_waits_for_the_answer_and_what_they_write_after_waits_too(
    door: FakeDoor, tmp_path: Path
) -> None:
    cas = thread(
        "cas",
        ("customer", 0, "c1"),
        ("agent", 1, "?"),
        ("customer", 2, "c2"),
        ("customer", 3, "c3"),
    )
    door.replies = [(9.0, "cas")]
    played = play(door, tmp_path, cas, BO, speed=60, longest_silence=100, wait=30)
    assert [text for _, text in door.posted] == ["c1", "b1", "b2", "c2", "c3"]
    moments = {text: at for at, text in door.posted}
    assert 9 <= moments["c2"] <= 9.5
    assert moments["c3"] >= moments["c2"]
    assert (played.answers, played.unanswered) == (1, 0)


def test_a_customer_goes_on_when_no_answer_comes(door: FakeDoor, tmp_path: Path) -> None:
    played = play(door, tmp_path, ANS, speed=60, longest_silence=100, wait=5)
    assert [text for _, text in door.posted] == ["a1", "a2"]
    assert 9 <= door.posted[1][0] <= 9.5
    assert played.unanswered == 1


def test_a_door_that_is_shut_is_tried_again_with_the_same_ids(
    door: FakeDoor, tmp_path: Path
) -> None:
    door.shut = 3
    played = play(door, tmp_path, ANS, speed=1000)
    assert [text for _, text in door.posted] == ["a1", "a2"]
    assert played.retries == 3


def test_stopped_it_goes_on_where_it_was_and_doubles_nothing(
    door: FakeDoor, tmp_path: Path
) -> None:
    class Stopped(Exception):
        pass

    def stop_after_two(played: Played) -> None:
        if played.sent == 2:
            raise Stopped

    with pytest.raises(Stopped):
        replay(
            [ANS, BO],
            door,
            Journal(tmp_path / "journal", file="f"),
            door.hands,
            pace=Pace(longest_silence=100),
            folder=tmp_path,
            watch=stop_after_two,
        )
    # Killed while it noted the next one.
    with (tmp_path / "journal").open("a") as journal:
        journal.write('{"sent": ["repl')
    stopped_at = door.hands.at
    played = play(door, tmp_path, ANS, BO, longest_silence=100)
    assert [text for _, text in door.posted] == ["a1", "b1", "b2", "a2"]
    assert door.posted[2][0] == stopped_at
    assert (played.before, played.sent, played.of) == (2, 4, 4)
    assert len({message["thread"] for message in door.messages}) == 2
    assert len({message["id"] for message in door.messages}) == 4
    again = Journal(tmp_path / "journal", file="f")
    assert again.sent == {message["id"] for message in door.messages}


def test_another_file_or_a_fresh_start_is_another_run(tmp_path: Path) -> None:
    first = Journal(tmp_path / "journal", file="f")
    first.add(["1"])
    assert Journal(tmp_path / "journal", file="f").run == first.run
    other = Journal(tmp_path / "journal", file="g")
    assert (other.run != first.run, other.sent) == (True, set())
    fresh = Journal(tmp_path / "journal", file="g", fresh=True)
    assert fresh.run != other.run
    fresh.finish()
    assert not (tmp_path / "journal").exists()


def test_files_come_along_and_only_from_the_same_folder(door: FakeDoor, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("hello")
    files = tuple(
        AttachmentRecord(path=path, media_type="text/plain", name="a")
        for path in ("a.txt", "b.txt", "../../etc/hostname")
    )
    play(door, tmp_path, thread("ans", ("customer", 0, "see"), files=files))
    assert door.messages[0]["files"] == [
        {"media_type": "text/plain", "name": "a", "base64": "aGVsbG8="}
    ]


def test_what_is_large_goes_in_several_posts(door: FakeDoor, tmp_path: Path) -> None:
    long = "x" * 3_000_000
    many = [thread(f"t{number}", ("customer", 0, long)) for number in range(5)]
    sizes: list[int] = []
    post = door.post

    def counting(messages: Sequence[dict[str, Any]]) -> None:
        sizes.append(len(messages))
        post(messages)

    door.post = counting  # type: ignore[method-assign]
    play(door, tmp_path, *many)
    assert sizes == [2, 2, 1]
