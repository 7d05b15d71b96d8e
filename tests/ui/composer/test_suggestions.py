"""While typing, / offers snippets, : emoji, @ colleagues and # orders; the field keeps the keys."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.ui.composer.conftest import ANOUK, ShownComposer
from tests.ui.pretend.shop import DAAN as COLLEAGUE, MINE, NOW, ident
from workstation.actions import Note, Reply, Snooze, TagContact
from workstation.replica.rows.writing import OrderName, SnippetRow, WritingFacts
from workstation.ui.composer.emoji import found, known, used_last, with_recent
from workstation.ui.composer.emoji_memory import RECENT_EMOJI
from workstation.ui.composer.emoji_model import EmojiModel
from workstation.ui.composer.emoji_picker import COLUMNS, EmojiPicker
from workstation.ui.composer.suggesting.asked import Asked, asked
from workstation.ui.composer.suggesting.suggestion import Suggestion
from workstation.ui.composer.suggesting.suggestion_model import SuggestionModel
from workstation.ui.composer.suggesting.suggestions_popup import SuggestionsPopup

CTRL = Qt.KeyboardModifier.ControlModifier
REASON = ident(2, 6)
ORDER = OrderName(ident(1, 10), "80352219", "shipped", NOW)
SNIPPETS = (
    SnippetRow(
        ident(1, 9),
        "where",
        "Where the order is",
        "Waar de bestelling is",
        "Hi {customer.first_name}, order {order.number} is {order.state}.",
        "Hoi {customer.first_name}, bestelling {order.number} is {order.state}.",
        deeds={"tags": ["courier"], "snooze_minutes": 90},
    ),
    SnippetRow(ident(2, 9), "bye", "Goodbye", "Tot ziens", "Bye!", "Doei!", channels=("phone",)),
    SnippetRow(ident(3, 9), "warm", "Warm words", "Warme woorden", "Warmly", "Hartelijk"),
)


@pytest.fixture
def knowing(shown: ShownComposer, qtbot: QtBot) -> ShownComposer:
    """A composer that has snippets, and knows the customer and one order."""
    shown.replica.snippets_now = list(SNIPPETS)
    shown.replica.writing_now[ANOUK] = WritingFacts(
        ANOUK, "email", "nl", "Anouk Bakker", "", ORDER, (ORDER,), (MINE, COLLEAGUE)
    )
    shown.view.open(None)
    shown.open(ANOUK)
    return shown


def offered(shown: ShownComposer) -> list[str]:
    """The names in the list, [] when it is not open."""
    for popup in shown.view.window().findChildren(SuggestionsPopup):
        if popup.isVisible():
            return [one.name for one in popup.model.suggestions]
    return []


def press(shown: ShownComposer, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(shown.view.text, key)


def test_a_snippet_is_written_in_the_customers_language_and_filled_in(
    knowing: ShownComposer, qtbot: QtBot
) -> None:
    knowing.type("/")
    assert offered(knowing) == ["Where the order is", "Warm words"], "not those of other channels"
    knowing.type("whe")
    assert offered(knowing) == ["Where the order is"]
    press(knowing, qtbot, Qt.Key.Key_Return)
    assert knowing.text == "Hoi Anouk, bestelling 80352219 is onderweg."
    assert offered(knowing) == []


def test_the_list_is_walked_with_the_arrows_and_escape_leaves_what_was_typed(
    knowing: ShownComposer, qtbot: QtBot
) -> None:
    knowing.type("/w")
    press(knowing, qtbot, Qt.Key.Key_Down)
    press(knowing, qtbot, Qt.Key.Key_Tab)
    assert knowing.text == "Hartelijk"
    knowing.type(" /w")
    press(knowing, qtbot, Qt.Key.Key_Escape)
    knowing.type("h")
    assert offered(knowing) == []
    assert knowing.text == "Hartelijk /wh"


def test_what_a_snippet_does_more_is_said_and_done_after_sending(
    knowing: ShownComposer, qtbot: QtBot
) -> None:
    knowing.type("/where")
    press(knowing, qtbot, Qt.Key.Key_Return)
    assert "tag courier" in knowing.view.after.text
    qtbot.keyClick(knowing.view.text, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(knowing.replica.actions) == 3, timeout=30_000)
    reply, tagged, put_away = knowing.replica.actions
    assert isinstance(reply, Reply)
    assert isinstance(tagged, TagContact)
    assert tagged.add == ("courier",)
    assert isinstance(put_away, Snooze)
    assert put_away.until == NOW + 90 * 60_000
    assert knowing.view.after.text == ""


def test_what_a_snippet_proposes_is_taken_back_with_it(
    knowing: ShownComposer, qtbot: QtBot
) -> None:
    told: list[tuple[str, str, tuple[str, ...]]] = []
    knowing.view.wrap_up_proposed.connect(lambda *what: told.append(what))
    knowing.replica.snippets_now.append(
        SnippetRow(
            ident(4, 9), "hdmi", "Signal", "Signaal", "Reset", "Reset", deeds={"reason_id": REASON}
        )
    )
    knowing.view.open(None)
    knowing.open(ANOUK)
    knowing.type("/hdmi")
    press(knowing, qtbot, Qt.Key.Key_Return)
    qtbot.keyClick(knowing.view.text, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: told == [(ANOUK, REASON, ())], timeout=30_000)
    knowing.desk.context.undoing.undo()
    qtbot.waitUntil(lambda: told[1:] == [(ANOUK, "", ())], timeout=30_000)
    qtbot.waitUntil(lambda: knowing.text == "Reset", timeout=30_000)


def test_what_a_snippet_does_more_comes_back_with_what_was_sent(
    knowing: ShownComposer, qtbot: QtBot
) -> None:
    knowing.type("/where")
    press(knowing, qtbot, Qt.Key.Key_Return)
    with qtbot.waitSignal(knowing.view.sent, timeout=30_000):
        qtbot.keyClick(knowing.view.text, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(knowing.replica.actions) == 3, timeout=30_000)
    gate = Event()
    knowing.desk.context.undoing.undo()
    knowing.desk.context.writer.do(lambda _: gate.wait(30))
    qtbot.waitUntil(lambda: not knowing.replica.held, timeout=30_000)
    qtbot.wait(20)
    # The contact is read anew before the text is back in the field.
    knowing.view.permit(reply=True, write=True, hint="", placeholder="")
    gate.set()
    qtbot.waitUntil(lambda: "80352219" in knowing.text, timeout=30_000)
    assert "tag courier" in knowing.view.after.text


def test_what_a_snippet_does_more_is_there_after_a_start(
    knowing: ShownComposer, qtbot: QtBot
) -> None:
    knowing.type("/where")
    press(knowing, qtbot, Qt.Key.Key_Return)
    knowing.view.open(None)
    knowing.settle()
    assert knowing.replica.after_now == {ANOUK: {"tags": ["courier"], "snooze_minutes": 90}}
    again = ShownComposer(knowing.desk, qtbot)
    qtbot.addWidget(again.view)
    again.view.show()
    again.open(ANOUK)
    qtbot.waitUntil(lambda: "80352219" in again.text, timeout=30_000)
    assert "tag courier" in again.view.after.text
    again.view.text.selectAll()
    qtbot.keyClick(again.view.text, Qt.Key.Key_Delete)
    assert again.view.after.text == ""
    qtbot.waitUntil(lambda: knowing.replica.after_now == {}, timeout=30_000)


def test_it_comes_back_with_a_reply_whose_files_were_stopped(
    knowing: ShownComposer, qtbot: QtBot
) -> None:
    knowing.type("/where")
    press(knowing, qtbot, Qt.Key.Key_Return)
    with qtbot.waitSignal(knowing.view.sent, timeout=30_000):
        qtbot.keyClick(knowing.view.text, Qt.Key.Key_Return, CTRL)
    knowing.settle()
    (action_id,) = knowing.replica.held
    assert set(knowing.replica.after_now) == {action_id}
    with qtbot.waitCallback(timeout=30_000) as taken:
        knowing.desk.context.writer.do(lambda replica: replica.take_back(action_id), done=taken)
    knowing.desk.context.news.came_back.emit(ANOUK)
    qtbot.waitUntil(lambda: "80352219" in knowing.text, timeout=30_000)
    assert "tag courier" in knowing.view.after.text


def test_who_only_wants_to_send_it_says_so(knowing: ShownComposer, qtbot: QtBot) -> None:
    knowing.type("/where")
    press(knowing, qtbot, Qt.Key.Key_Return)
    knowing.view.after.forgotten.emit()
    qtbot.keyClick(knowing.view.text, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(knowing.replica.actions) == 1, timeout=30_000)
    knowing.settle()
    assert [action.kind for action in knowing.replica.actions] == ["reply"]


def test_an_emoji_by_its_name_in_either_language(knowing: ShownComposer, qtbot: QtBot) -> None:
    knowing.type("Thanks :pak")
    assert offered(knowing)[0] == "parcel"
    press(knowing, qtbot, Qt.Key.Key_Return)
    assert knowing.text == "Thanks 📦"
    assert knowing.desk.context.preferences.of(RECENT_EMOJI) == "📦"
    knowing.type(" at 14:30")
    assert offered(knowing) == [], "a time is no emoji"


def test_after_an_emoji_places_still_fit(knowing: ShownComposer, qtbot: QtBot) -> None:
    knowing.view.text.setPlainText("😀😀 ")
    knowing.view.text.moveCursor(knowing.view.text.textCursor().MoveOperation.End)
    knowing.type("#803")
    press(knowing, qtbot, Qt.Key.Key_Return)
    assert knowing.text == "😀😀 #80352219 "


def test_a_colleague_is_mentioned_in_a_note_and_not_in_a_reply(
    knowing: ShownComposer, qtbot: QtBot
) -> None:
    knowing.type("@da")
    assert offered(knowing) == []
    knowing.view.text.clear()
    knowing.view.write("note")
    knowing.type("@")
    assert offered(knowing) == ["Daan Visser"]
    press(knowing, qtbot, Qt.Key.Key_Return)
    knowing.type("look at #80352219?")
    qtbot.keyClick(knowing.view.text, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(knowing.replica.actions), timeout=30_000)
    (note,) = knowing.replica.actions
    assert isinstance(note, Note)
    assert note.text == "@Daan Visser look at #80352219?"
    assert note.mentions == (COLLEAGUE,)
    assert note.orders == (ORDER.order_id,)


def test_the_mouse_may_choose_too(knowing: ShownComposer, qtbot: QtBot) -> None:
    knowing.type("/warm")
    (popup,) = knowing.view.window().findChildren(SuggestionsPopup)
    place = popup.list.visualRect(popup.model.index(0)).center()
    qtbot.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert knowing.text == "Hartelijk"


def test_the_button_opens_the_snippets(knowing: ShownComposer, qtbot: QtBot) -> None:
    qtbot.mouseClick(knowing.view.snippet, Qt.MouseButton.LeftButton)
    assert offered(knowing) == ["Where the order is", "Warm words"]


@pytest.mark.parametrize(
    ("before", "what"),
    [
        ("/", Asked("/", "", 0)),
        ("hi /by", Asked("/", "by", 3)),
        ("(/by", Asked("/", "by", 1)),
        ("and/or", None),
        ("https://x", None),
        ("/by ", None),
        ("12:30", None),
        ("", None),
        ("/" + "x" * 41, None),
    ],
)
def test_which_sign_the_caret_stands_behind(before: str, what: Asked | None) -> None:
    assert asked(before, "/:") == what


def test_the_picker_finds_shows_and_remembers(knowing: ShownComposer, qtbot: QtBot) -> None:
    knowing.view.insert_emoji()
    (picker,) = knowing.view.findChildren(EmojiPicker)
    qtbot.keyClicks(picker.field, "bedankt")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert knowing.text == "🙏"
    assert knowing.desk.context.preferences.of(RECENT_EMOJI) == "🙏"


def test_the_picker_grows_with_the_text(knowing: ShownComposer, qtbot: QtBot) -> None:
    theme = knowing.desk.context.theme
    sides = {}
    for percent in (100, 160):
        theme.grow(percent)
        picker = EmojiPicker(theme, "en", [], knowing.view)
        qtbot.addWidget(picker)
        picker.show()
        view = picker.list
        row = view.visualRect(picker.model.index(0))
        sides[percent] = (row.width(), row.height())
        columns = view.viewport().width() // row.width()
        assert columns == COLUMNS, "as many beside one another, so that arrows go up and down"
        picker.close()
    theme.grow(100)
    assert sides == {100: (38, 38), 160: (61, 61)}


def test_emoji_are_well_kept() -> None:
    signs = [one.sign for one in known()]
    assert len(signs) == len(set(signs)) > 300
    assert all(one.name_en and one.name_nl and one.group_nl for one in known())
    assert found("washing basket") == []
    assert found("duim")[0].sign == "👍"
    assert found("hart", recent=["💔"])[0].sign == "💔"
    assert used_last(["🧺"])[0].sign == "🧺"
    assert with_recent("a", ["b", "a"]) == ["a", "b"]


def test_the_models_are_sound(qapp: object) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    suggestions = SuggestionModel()
    QAbstractItemModelTester(suggestions, fatal, suggestions)
    suggestions.put([Suggestion("1", "One", "detail", extra="text"), Suggestion("2", "Two")])
    assert suggestions.index(0).data() == "One, detail"
    suggestions.put([])
    emoji = EmojiModel("nl")
    QAbstractItemModelTester(emoji, fatal, emoji)
    emoji.put(list(known()[:5]))
    assert emoji.rowCount() == 5
