"""A transcript scrolls, keeps its place, and lets its text be taken along."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from tests.ui.pretend.shop import ident
from tests.ui.spoken import event, file, note, ours, said, stretch, thread
from tests.ui.transcript.conftest import ShownTranscript
from workstation.ui.transcript.setting.laid import Place


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def place_of(shown: ShownTranscript, number: int, what: str) -> tuple[Place, QPoint]:
    """A place that can be clicked in a message, and the middle of it on the viewport."""
    row = shown.model.row_of(ident(number, 8))
    assert row is not None
    place = next(one for one in shown.view.stack.laid(row).places if one.what == what)
    top = shown.view.visualRect(shown.model.index(row)).top()
    return place, place.rect.center() + QPoint(0, top)


def text_point(shown: ShownTranscript, number: int, position: int) -> QPoint:
    """Where the character at a position of a message is on the viewport."""
    row = shown.model.row_of(ident(number, 8))
    assert row is not None
    laid = shown.view.stack.laid(row)
    assert laid.text is not None
    line = laid.text.lineForTextPosition(laid.starts + position)
    found = line.cursorToX(laid.starts + position)
    x = found[0] if isinstance(found, tuple) else found
    assert isinstance(x, float)
    top = shown.view.visualRect(shown.model.index(row)).top()
    return QPoint(
        round(laid.text_at.x() + x), round(top + laid.text_at.y() + line.y() + line.height() / 2)
    )


def test_a_contact_opens_at_its_newest_message(shown: ShownTranscript) -> None:
    shown.model.show(stretch(thread(60), earlier=True))
    bar = shown.view.verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == bar.maximum()


def test_only_what_is_near_the_screen_is_laid_out(shown: ShownTranscript) -> None:
    shown.model.show(stretch(thread(3_000)))
    assert len(shown.view.stack._laid) < 40


def test_what_is_new_is_followed_at_the_end_and_announced_further_up(
    shown: ShownTranscript, qtbot: QtBot
) -> None:
    view, bar = shown.view, shown.view.verticalScrollBar()
    shown.model.show(stretch(thread(60)))
    shown.model.show(stretch(thread(61)))
    assert bar.value() == bar.maximum()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    shown.model.show(stretch(thread(62)))
    assert abs(bar.value() - before) < 4
    assert view._newest.isVisible()
    assert view._newest.text() == "1 new message"
    shown.model.show(stretch(thread(67)))
    assert view._newest.text() == "6 new messages"
    qtbot.mouseClick(view._newest, Qt.MouseButton.LeftButton)
    assert bar.value() == bar.maximum()
    assert not view._newest.isVisible()


def test_what_is_on_the_screen_is_not_announced(shown: ShownTranscript) -> None:
    view, bar = shown.view, shown.view.verticalScrollBar()
    shown.model.show(stretch(thread(2)))
    assert view.show_message(ident(1, 8))  # as from a search, or at what is new
    assert bar.maximum() == 0
    shown.model.show(stretch(thread(3)))
    assert bar.maximum() == 0
    assert not view._newest.isVisible()
    shown.model.show(stretch(thread(60)))
    assert bar.value() == bar.maximum() > 0


def test_a_window_that_grows_until_all_is_seen_announces_nothing(shown: ShownTranscript) -> None:
    view, bar = shown.view, shown.view.verticalScrollBar()
    shown.model.show(stretch(thread(12)))
    bar.setValue(0)
    shown.model.show(stretch(thread(13)))
    assert view._newest.isVisible()
    view.resize(view.width(), view.stack.total + 400)
    assert bar.maximum() == 0
    assert not view._newest.isVisible()


def test_reading_back_keeps_the_message_that_is_looked_at_where_it_is(
    shown: ShownTranscript,
) -> None:
    messages = thread(180)
    shown.model.show(stretch(messages[120:], earlier=True))
    bar = shown.view.verticalScrollBar()
    bar.setValue(300)
    row = shown.view.stack.row_at(bar.value() + 200)
    key = shown.model.lines[row].key
    before = shown.view.visualRect(shown.model.index(row)).top()
    shown.model.prepend(stretch(messages[60:120], earlier=True))
    shown.model.prepend(stretch(messages[:60]))
    after = shown.model.row_of(key)
    assert after is not None
    assert shown.view.visualRect(shown.model.index(after)).top() == before


def test_scrolling_to_the_top_asks_for_what_came_before(
    shown: ShownTranscript, qtbot: QtBot
) -> None:
    shown.model.show(stretch(thread(60), earlier=True))
    with qtbot.waitSignal(shown.view.earlier_wanted):
        shown.view.verticalScrollBar().setValue(0)


def test_scrolling_up_slowly_never_jumps(shown: ShownTranscript) -> None:
    shown.model.show(stretch(thread(200)))
    view, bar = shown.view, shown.view.verticalScrollBar()
    for _ in range(60):
        row = view.stack.row_at(bar.value() + 350)
        key = shown.model.lines[row].key
        before = view.visualRect(shown.model.index(row)).top()
        bar.setValue(bar.value() - 60)
        again = shown.model.row_of(key)
        assert again is not None
        assert view.visualRect(shown.model.index(again)).top() == before + 60


def test_resizing_keeps_the_place(shown: ShownTranscript) -> None:
    shown.model.show(stretch(thread(100)))
    bar = shown.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    row = shown.view.stack.row_at(bar.value() + 1)
    while shown.model.lines[row].message is None:
        row += 1
    before = shown.view.visualRect(shown.model.index(row)).top()
    shown.view.resize(420, 700)
    assert abs(shown.view.visualRect(shown.model.index(row)).top() - before) <= 1


def test_whoever_sees_the_end_in_a_larger_room_keeps_seeing_it(shown: ShownTranscript) -> None:
    view, bar = shown.view, shown.view.verticalScrollBar()
    shown.model.show(stretch(thread(100)))
    view.resize(600, 400)
    bar.setValue(bar.maximum() - 60)
    view.resize(600, 700)
    assert bar.value() == bar.maximum()
    view.resize(600, 350)
    assert bar.value() == bar.maximum()


def test_text_is_selected_with_the_mouse_and_copied_exactly(
    shown: ShownTranscript, qtbot: QtBot
) -> None:
    shown.model.show(stretch((said(1, "ab\x00cd 📺 ef"),)))
    viewport = shown.view.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=text_point(shown, 1, 1))
    qtbot.mouseMove(viewport, pos=text_point(shown, 1, 8))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=text_point(shown, 1, 8))
    qtbot.keyClick(shown.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == "b\x00cd 📺"


def test_lines_read_from_the_right_begin_at_the_right(shown: ShownTranscript) -> None:
    hebrew = "מכונת הכביסה עומדת כבר שלושה ימים מלאה במים ושום דבר לא עוזר. " * 4 + "תודה!"
    shown.model.show(stretch((said(1, hebrew), said(2, "Dank je wel. " * 40))))
    for number, from_right in ((1, True), (2, False)):
        row = shown.model.row_of(ident(number, 8))
        assert row is not None
        laid = shown.view.stack.laid(row)
        assert laid.text is not None
        lines = [laid.text.lineAt(at) for at in range(laid.text.lineCount())]
        assert len(lines) > 1
        ends = {round(line.x() + line.naturalTextWidth()) for line in lines}
        begins = {round(line.x()) for line in lines}
        if from_right:
            assert max(ends) - min(ends) <= 1 < max(begins)
        else:
            assert begins == {0}


def test_a_double_click_takes_a_word(shown: ShownTranscript, qtbot: QtBot) -> None:
    shown.model.show(stretch((said(1, "one middle end"),)))
    at = text_point(shown, 1, 6)
    qtbot.mouseDClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.keyClick(shown.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == "middle"


def test_the_keyboard_walks_the_messages_and_copies_one(
    shown: ShownTranscript, qtbot: QtBot
) -> None:
    shown.model.show(stretch((said(1, "first"), event(2, "claimed"), note(3, "a note"))))
    shown.view.clearFocus()
    shown.view.activateWindow()
    shown.view.setFocus()
    qtbot.waitUntil(lambda: shown.view.currentIndex().isValid())
    qtbot.keyClick(shown.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == "a note"
    qtbot.keyClick(shown.view, Qt.Key.Key_Up)
    qtbot.keyClick(shown.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == "Daan Visser took this contact"
    qtbot.keyClick(shown.view, Qt.Key.Key_Up)
    qtbot.keyClick(shown.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == "first"


def test_typing_over_the_messages_is_meant_for_the_composer(
    shown: ShownTranscript, qtbot: QtBot
) -> None:
    shown.model.show(stretch((said(1, "hello"),)))
    with qtbot.waitSignal(shown.view.typed) as typed:
        qtbot.keyClick(shown.view, "h")
    assert typed.args == ["h"]


def test_a_link_opens_on_a_click_and_not_before(shown: ShownTranscript, qtbot: QtBot) -> None:
    shown.model.show(stretch((said(1, "see https://example.com/help now"),)))
    at = text_point(shown, 1, 10)
    qtbot.mouseMove(shown.view.viewport(), pos=at)
    assert shown.wishes.asked == []
    qtbot.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown.wishes.asked == [("link", "https://example.com/help")]


@pytest.mark.parametrize("delivery", ["failed", "uncertain"])
def test_what_did_not_arrive_can_be_sent_again(
    shown: ShownTranscript, qtbot: QtBot, delivery: str
) -> None:
    shown.model.show(stretch((ours(1, "hello", delivery=delivery, failure="no such number"),)))
    _, at = place_of(shown, 1, "retry")
    qtbot.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown.wishes.asked == [("retry", ident(1, 8))]


def test_a_document_is_saved_and_a_picture_opened(shown: ShownTranscript, qtbot: QtBot) -> None:
    paper, photo = file(1, "application/pdf", name="invoice.pdf"), file(2)
    shown.model.show(stretch((said(1, attachments=(paper,)), said(2, attachments=(photo,)))))
    for number, what in ((1, "document"), (2, "picture")):
        _, at = place_of(shown, number, what)
        qtbot.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown.wishes.asked == [("save", paper), ("picture", photo)]


def test_a_long_message_unfolds_in_place(shown: ShownTranscript, qtbot: QtBot) -> None:
    shown.model.show(stretch((said(1, "word " * 2_000),)))
    shown.view.verticalScrollBar().setValue(shown.view.verticalScrollBar().maximum())
    high = shown.view.stack.total
    _, at = place_of(shown, 1, "unfold")
    qtbot.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown.view.stack.total > 2 * high


def test_an_endless_message_is_read_in_a_window(shown: ShownTranscript, qtbot: QtBot) -> None:
    shown.model.show(stretch((said(1, "\u202e" + "x" * 1_000_000),)))
    _, at = place_of(shown, 1, "unfold")
    qtbot.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown.wishes.asked == [("whole", ident(1, 8))]


def test_a_message_that_was_searched_for_comes_to_the_middle(shown: ShownTranscript) -> None:
    shown.model.show(stretch(thread(200)))
    assert shown.view.show_message(ident(40, 8))
    row = shown.model.row_of(ident(40, 8))
    assert row is not None
    rect = shown.view.visualRect(shown.model.index(row))
    assert rect.top() > 0
    assert rect.bottom() < shown.view.viewport().height()
    assert not shown.view.show_message("nothing")


def test_pictures_keep_their_room_before_they_are_here(
    shown: ShownTranscript, qtbot: QtBot
) -> None:
    photo = file(1, width=4_000, height=3_000)
    shown.model.show(stretch((said(1, attachments=(photo,)), said(2, "after"))))
    high = shown.view.stack.total
    place, _ = place_of(shown, 1, "picture")
    assert (place.rect.width(), place.rect.height()) == (320, 240)
    shown.view.grab()
    qtbot.waitUntil(shown.desk.settled)
    assert shown.view.stack.total == high


def test_every_kind_of_line_paints_in_light_and_dark(shown: ShownTranscript) -> None:
    shown.model.show(
        stretch(
            (
                said(1, "\u202e\x00\ud800 שלום 📺 https://example.com"),
                note(2, "a note"),
                event(3, "snoozed", until=1_772_000_000_000),
                ours(4, "waits", pending=True, delivery="queued"),
                ours(5, "fails", delivery="failed"),
                said(6, attachments=(file(1), file(2), file(3, "application/pdf"))),
            )
        )
    )
    light: QImage = shown.view.grab().toImage()
    shown.desk.context.theme.choose("dark")
    dark: QImage = shown.view.grab().toImage()
    assert light != dark


def test_a_screen_reader_hears_who_said_what(shown: ShownTranscript) -> None:
    shown.words.customer = "Anouk Bakker"
    shown.model.show(stretch((said(1, "hello"), ours(2, "hi", author_name="Daan Visser"))))
    assert "Anouk Bakker, customer, hello" in str(shown.model.index(1).data())
    assert "Daan Visser, colleague, hi" in str(shown.model.index(2).data())
    assert shown.view.accessibleName()
