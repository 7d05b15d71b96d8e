"""Several events in a row are one line; what came since one looked stands below a line."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.pretend.shop import MINE, ident
from tests.ui.spoken import CONTACT, event, note, ours, said, stretch, thread
from tests.ui.transcript.conftest import ShownTranscript
from workstation.replica.rows.contact import MessageRow, Transcript
from workstation.ui.transcript.beginning import begin_at
from workstation.ui.transcript.line import NEW, Line
from workstation.ui.transcript.lines import lines_of


def kinds(lines: list[Line]) -> list[str]:
    return [line.kind for line in lines if line.kind != "day"]


def events(first: int, count: int) -> list[MessageRow]:
    return [event(number, "claimed") for number in range(first, first + count)]


@pytest.mark.parametrize(
    ("count", "shown"), [(1, ["event"]), (2, ["event", "event"]), (3, ["events"]), (9, ["events"])]
)
def test_several_events_in_a_row_are_one_line(count: int, shown: list[str]) -> None:
    lines = lines_of([said(1), *events(2, count), said(20)])
    assert kinds(lines) == ["in", *shown, "in"]


def test_a_message_or_another_day_ends_the_row() -> None:
    day = 24 * 60
    lines = lines_of([*events(1, 3), note(4, "x"), *events(5, 2), *events(5 + day, 2)])
    assert kinds(lines) == ["events", "note", "event", "event", "event", "event"]


def test_events_unfold_and_fold_by_mouse_and_keyboard(shown: ShownTranscript, qtbot: QtBot) -> None:
    shown.model.show(stretch((said(1, "Hello"), *events(2, 4), said(9, "Bye"))))
    row = shown.model.row_of(ident(2, 8))
    assert row is not None
    assert shown.model.row_of(ident(4, 8)) == row, "an event within is found"
    low = shown.view.stack.laid(row).height
    rect = shown.view.visualRect(shown.model.index(row))
    qtbot.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert shown.view.stack.laid(row).height > 3 * low
    shown.view.setFocus()
    qtbot.keyClick(shown.view, Qt.Key.Key_Return)
    assert shown.view.stack.laid(row).height == low
    assert shown.words.spoken(shown.model.lines[row]).startswith("4 events, Daan Visser took")


def test_what_somebody_else_wrote_since_stands_below_a_line() -> None:
    messages = [said(1), ours(2), said(3), note(4), *events(5, 1), said(6)]
    lines = lines_of(messages, new_after=messages[1].at)
    assert kinds(lines) == ["in", "out", "new", "in", "note", "event", "in"]
    assert kinds(lines_of(messages, new_after=messages[-1].at)).count("new") == 0
    assert kinds(lines_of(messages)).count("new") == 0


def test_who_answered_since_has_read_it() -> None:
    messages = [said(1), said(2), ours(3, author_id=MINE), said(4)]
    lines = lines_of(messages, new_after=messages[0].at, me=MINE)
    assert kinds(lines) == ["in", "in", "out", "new", "in"]
    assert "new" not in kinds(lines_of(messages[:3], new_after=messages[0].at, me=MINE))


def test_an_event_alone_is_not_new() -> None:
    messages = [said(1), *events(2, 2)]
    assert "new" not in kinds(lines_of(messages, new_after=messages[0].at))


def test_a_contact_opens_at_the_line_when_not_all_fits(shown: ShownTranscript) -> None:
    messages = thread(60)
    shown.model.show(Transcript(CONTACT, messages, False, looked_at=messages[30].at))
    assert begin_at(shown.view, NEW)
    row = shown.model.row_of(NEW)
    assert row is not None
    assert 0 < shown.view.visualRect(shown.model.index(row)).top() < 80


def test_it_opens_at_its_end_when_all_that_is_new_fits(shown: ShownTranscript) -> None:
    messages = thread(60)
    shown.model.show(Transcript(CONTACT, messages, False, looked_at=messages[-2].at))
    assert shown.model.row_of(NEW) is not None
    assert not begin_at(shown.view, NEW)
    bar = shown.view.verticalScrollBar()
    assert bar.value() == bar.maximum()


def test_an_answer_to_an_older_message_shows_it_and_leads_there(
    shown: ShownTranscript, qtbot: QtBot
) -> None:
    older, answer = said(1, "The old question"), said(90, "Yes", reply_to_id=ident(1, 8))
    shown.model.show(Transcript(CONTACT, (answer,), True, answered=(older,)))
    row = shown.model.row_of(ident(90, 8))
    assert row is not None
    assert "The old question" in shown.words.spoken(shown.model.lines[row])
    place = next(one for one in shown.view.stack.laid(row).places if one.what == "quote")
    top = shown.view.visualRect(shown.model.index(row)).top()
    at = place.rect.center()
    at.setY(at.y() + top)
    qtbot.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown.wishes.asked == [("go to", ident(1, 8))]
