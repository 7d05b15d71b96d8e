"""The lines of a transcript change as little as possible, whatever comes in."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from tests.ui.pretend.shop import MINUTE, NOW
from tests.ui.spoken import event, note, ours, said, stretch, thread
from workstation.replica.rows.contact import MessageRow
from workstation.ui.transcript.lines import lines_of
from workstation.ui.transcript.transcript_model import TranscriptModel
from workstation.ui.transcript.transcript_words import TranscriptWords

Make = Callable[[], TranscriptModel]


@pytest.fixture
def model(qapp: object) -> TranscriptModel:
    made = TranscriptModel(TranscriptWords(None, "en", lambda: NOW))
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def test_each_day_begins_with_its_name() -> None:
    day = 24 * 60 * MINUTE
    lines = lines_of([said(1, at=NOW - day), said(2, at=NOW), said(3, at=NOW + 1)])
    assert [line.kind for line in lines] == ["day", "in", "day", "in", "in"]


def test_messages_of_one_author_soon_after_each_other_belong_together() -> None:
    lines = lines_of([said(1), said(2), ours(3), note(4), event(5, "claimed"), said(60)])
    assert [line.joined for line in lines if line.message] == [
        False, True, False, False, False, False,
    ]  # fmt: skip
    assert [line.kind for line in lines if line.message] == [
        "in", "in", "out", "note", "event", "in",
    ]  # fmt: skip


def test_a_new_message_is_inserted_at_the_end(model: TranscriptModel) -> None:
    inserted: list[tuple[int, int]] = []
    model.show(stretch(thread(5)))
    model.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    model.show(stretch(thread(6)))
    assert inserted == [(6, 6)]


def test_a_delivery_changes_one_line_in_place(model: TranscriptModel) -> None:
    changed: list[int] = []
    model.show(stretch((said(1), ours(2, "hello"))))
    model.dataChanged.connect(lambda index, _: changed.append(index.row()))
    model.show(stretch((said(1), ours(2, "hello", delivery="read"))))
    assert changed == [2]


def test_older_messages_that_were_read_stay_when_the_newest_are_read_again(
    model: TranscriptModel,
) -> None:
    messages = thread(100)
    model.show(stretch(messages[60:], earlier=True))
    model.prepend(stretch(messages[20:60], earlier=True))
    model.show(stretch(messages[40:], earlier=True))
    assert model.messages == messages[20:]
    assert model.earlier


def test_the_oldest_page_ends_the_reading(model: TranscriptModel) -> None:
    messages = thread(80)
    model.show(stretch(messages[60:], earlier=True))
    model.prepend(stretch(messages[:60]))
    assert not model.earlier
    assert model.messages == messages


def test_what_was_taken_away_disappears(model: TranscriptModel) -> None:
    model.show(stretch(thread(5)))
    model.show(stretch(thread(4)))
    assert len(model.messages) == 4


def test_any_two_transcripts_follow_each_other_without_harm(model: TranscriptModel) -> None:
    everything = thread(12)
    for keep in range(1, 1 << 8, 13):
        some: tuple[MessageRow, ...] = tuple(
            replace(message, text=f"{message.text}{keep % 3}")
            for place, message in enumerate(everything)
            if keep >> (place % 8) & 1
        )
        model.show(stretch(some))
        assert model.messages == some
        assert model.rowCount(QModelIndex()) == len(lines_of(some))


def test_another_contact_starts_anew(model: TranscriptModel) -> None:
    model.show(stretch(thread(5)))
    model.show(replace(stretch(thread(2)), contact_id="other"))
    assert len(model.messages) == 2
    model.clear()
    assert model.rowCount() == 0
