"""The palette: finding while typing, opened without the mouse, and what comes later comes later."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import ident, row
from workstation.replica.found import AnswerHit, Found, OrderHit, Searched
from workstation.replica.rows.inbox import Hit
from workstation.replica.rows.product import ProductCard
from workstation.ui.long_work.work_strip import WorkStrip
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.preferences import LOOK
from workstation.ui.search.palette_view import PaletteView

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LONG = 30_000


def opened(qtbot: QtBot, window: MainWindow) -> PaletteView:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    palette = window.moving.palette
    qtbot.waitUntil(palette.isVisible, timeout=LONG)
    return palette


def typed(qtbot: QtBot, window: MainWindow, text: str) -> PaletteView:
    palette = opened(qtbot, window)
    with qtbot.waitSignal(palette.model.finished, timeout=LONG):
        QTest.keyClicks(palette.field, text)
        qtbot.waitUntil(lambda: palette.model.text == text, timeout=LONG)
    qtbot.waitUntil(lambda: palette.list.currentIndex().isValid() or not has(palette, ""))
    return palette


def lines(palette: PaletteView) -> list[tuple[str, str]]:
    return [(line.kind, line.title) for line in palette.model.lines]


def has(palette: PaletteView, kind: str) -> bool:
    return any(line.choosable and kind in ("", line.kind) for line in palette.model.lines)


def press(palette: PaletteView, key: Qt.Key) -> None:
    QTest.keyClick(palette.field, key)


def test_typing_finds_and_enter_opens(
    qtbot: QtBot, window: MainWindow, replica: PretendReplica
) -> None:
    replica.rows[70] = row(70, name="Anouk Bakker", last_text="The bak of my fridge is broken")
    palette = typed(qtbot, window, "bak")
    assert lines(palette)[:4] == [
        ("group", "Customers"),
        ("customer", "Anouk Bakker"),
        ("group", "Contacts"),
        ("contact", "The bak of my fridge is broken"),
    ]
    press(palette, Qt.Key.Key_Down)
    press(palette, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.open_id == ident(70), timeout=LONG)
    assert not palette.isVisible()


def test_a_customer_opens_at_their_newest_contact(
    qtbot: QtBot, window: MainWindow, replica: PretendReplica
) -> None:
    replica.rows[70] = row(70, name="Anouk Bakker")
    palette = typed(qtbot, window, "anouk")
    press(palette, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.open_id == ident(70), timeout=LONG)


def test_a_command_is_found_by_its_name_and_done(qtbot: QtBot, window: MainWindow) -> None:
    palette = typed(qtbot, window, ">what waits to")
    assert lines(palette)[0] == ("command", "Show what waits to be sent")
    press(palette, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.outbox is not None and window.outbox.isVisible(), timeout=LONG)


def test_typing_errors_are_forgiven(
    qtbot: QtBot, window: MainWindow, replica: PretendReplica
) -> None:
    palette = typed(qtbot, window, "> tranfser")
    assert not has(palette, "command"), "there is no contact to transfer"
    press(palette, Qt.Key.Key_Escape)
    window.open_contact(ident(1), caret=False)
    qtbot.waitUntil(lambda: window.area.contact is not None and bool(window.area.contact.head))
    palette = typed(qtbot, window, "> tranfser")
    assert lines(palette)[0] == ("command", "Transfer to a team")
    replica.meant["bakekr"] = Found(customers=((ident(1, 4), "Anouk Bakker", "Utrecht"),))
    palette = typed(qtbot, window, "bakekr")
    assert ("customer", "Anouk Bakker") in lines(palette)


def test_what_is_called_so_comes_before_a_name_that_was_guessed(
    qtbot: QtBot, window: MainWindow, replica: PretendReplica, desk: PretendDesk
) -> None:
    replica.meant["dark"] = Found(customers=((ident(1, 4), "Dirk de Wit", "Utrecht"),))
    palette = typed(qtbot, window, "dark")
    assert lines(palette) == [
        ("group", "Settings"),
        ("setting", "Colours: dark"),
        ("group", "Customers"),
        ("customer", "Dirk de Wit"),
    ]
    press(palette, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.context.preferences.of(LOOK) == "dark", timeout=LONG)


def test_orders_answers_and_settings(
    qtbot: QtBot, window: MainWindow, replica: PretendReplica, desk: PretendDesk
) -> None:
    replica.order_hits.append(
        OrderHit(ident(1, 8), "80352219", ident(3, 4), "Customer 3", 0, "sent", "Lumea 55")
    )
    replica.answer_hits.append(
        AnswerHit(ident(1, 9), "Which cable for 120 Hz?", "", "The one in the box.", "", None, "")
    )
    palette = typed(qtbot, window, "8035")
    assert ("order", "80352219") in lines(palette)
    press(palette, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.open_id == ident(3), timeout=LONG)
    qtbot.waitUntil(lambda: window.area.panel is not None and window.area.panel.page == "customer")

    palette = typed(qtbot, window, "cable")
    assert ("answer", "Which cable for 120 Hz?") in lines(palette)
    press(palette, Qt.Key.Key_Return)
    contact = window.area.contact
    assert contact is not None
    qtbot.waitUntil(lambda: "The one in the box." in contact.composer.text.toPlainText())

    palette = typed(qtbot, window, "colours dark")
    assert lines(palette)[-1] == ("setting", "Colours: dark")
    press(palette, Qt.Key.Key_Up)
    press(palette, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.context.preferences.of(LOOK) == "dark", timeout=LONG)


def test_nothing_found_says_so(qtbot: QtBot, window: MainWindow) -> None:
    palette = typed(qtbot, window, "zzz")
    assert lines(palette) == [("nothing", "Nothing found for “zzz”")]


def test_escape_goes_back_to_where_one_was(qtbot: QtBot, window: MainWindow) -> None:
    window.inbox.list.setFocus()
    palette = typed(qtbot, window, "cust")
    press(palette, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.focusWidget() is window.inbox.list


def test_only_the_last_text_is_searched(qtbot: QtBot, window: MainWindow) -> None:
    palette = typed(qtbot, window, "customer 12")
    assert ("customer", "Customer 12") in lines(palette)
    assert ("customer", "Customer 13") not in lines(palette)


def test_an_operator_narrows_and_its_values_are_filled_in(qtbot: QtBot, window: MainWindow) -> None:
    palette = typed(qtbot, window, "channel:wh")
    assert lines(palette)[:2] == [
        ("group", "channel:  on this channel"),
        ("completion", "whatsapp"),
    ]
    press(palette, Qt.Key.Key_Tab)
    assert palette.field.text() == "channel:whatsapp "
    with qtbot.waitSignal(palette.model.finished, timeout=LONG):
        QTest.keyClicks(palette.field, "television")
    channels = {line.channel for line in palette.model.lines if line.kind == "contact"}
    assert channels == {"whatsapp"}
    assert not has(palette, "command"), "who narrows looks for contacts"


def test_an_operator_is_filled_in_by_tab(qtbot: QtBot, window: MainWindow) -> None:
    palette = typed(qtbot, window, "te")
    press(palette, Qt.Key.Key_Tab)
    assert palette.field.text() == "team:"
    wanted = ["Televisions", "Washing machines", "Smartphones"]
    qtbot.waitUntil(
        lambda: [x.title for x in palette.model.lines if x.kind == "completion"] == wanted,
        timeout=LONG,
    )


def test_what_is_wrong_is_told_in_a_sentence(qtbot: QtBot, window: MainWindow) -> None:
    palette = typed(qtbot, window, "channel:fax flickers")
    (trouble,) = [line.title for line in palette.model.lines if line.kind == "trouble"]
    assert trouble.startswith("“fax” is no channel. There are: whatsapp, email")


def test_older_contacts_come_after_and_the_chosen_line_stays(
    qtbot: QtBot, window: MainWindow, replica: PretendReplica
) -> None:
    replica.rows = {1: row(1, last_text="flickers"), 2: row(2, last_text="flickers too")}
    replica.further = 5
    old = Hit(ident(3), "", "Customer 3", "chat", 1, "flickers since long", ())
    again = replace(old, contact_id=ident(1), snippet="an older message")
    replica.older = {5: Searched((again,), 4), 4: Searched((old,), None)}
    palette = opened(qtbot, window)
    finished: list[bool] = []
    palette.model.finished.connect(lambda: finished.append(True))
    with qtbot.waitSignal(palette.model.settled, timeout=LONG):
        QTest.keyClicks(palette.field, "flicker")
    qtbot.waitUntil(lambda: bool(finished), timeout=LONG)
    assert [line.title for line in palette.model.lines if line.kind == "contact"] == [
        "flickers",
        "flickers too",
        "flickers since long",
    ]


@pytest.mark.parametrize("how", ["button", "escape"])
def test_a_look_through_everything_is_seen_to_go_on_and_is_stopped(
    qtbot: QtBot, window: MainWindow, replica: PretendReplica, how: str
) -> None:
    replica.further = 5
    replica.older = {5: Searched((), 5)}  # it never comes to an end
    palette = opened(qtbot, window)
    QTest.keyClicks(palette.field, "flicker")
    qtbot.waitUntil(lambda: bool(window.findChildren(WorkStrip)), timeout=LONG)
    (strip,) = window.findChildren(WorkStrip)
    assert strip.words.text() == "Looking through all contacts of before"
    if how == "button":
        QTest.mouseClick(strip.button, Qt.MouseButton.LeftButton)
        assert lines(palette) == [("nothing", "Nothing found for “flicker”")]
    else:
        press(palette, Qt.Key.Key_Escape)
        assert not palette.isVisible()
    qtbot.waitUntil(lambda: not window.findChildren(WorkStrip), timeout=LONG)


def test_what_was_found_stays_until_something_newer_was(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk
) -> None:
    palette = typed(qtbot, window, "customer 1")
    before = lines(palette)
    QTest.keyClicks(palette.field, "2")
    assert lines(palette) == before
    qtbot.waitUntil(lambda: lines(palette) != before, timeout=LONG)


def test_recent_comes_first(qtbot: QtBot, window: MainWindow) -> None:
    window.open_contact(ident(7), caret=False)
    qtbot.waitUntil(lambda: window.area.contact is not None and bool(window.area.contact.head))
    window.open_contact(ident(8), caret=False)
    qtbot.waitUntil(lambda: bool(window.moving.recents.places), timeout=LONG)
    qtbot.waitUntil(lambda: len(window.moving.recents.places) > 1, timeout=LONG)
    palette = opened(qtbot, window)
    first = palette.model.lines[:2]
    assert [line.title for line in first][:1] == ["Recent"]
    assert first[1].target == ident(7), "where one is already is not where one goes"
    QTest.keyClicks(palette.field, "> list")
    press(palette, Qt.Key.Key_Return)
    palette = opened(qtbot, window)
    palette.field.clear()
    palette.begin("")
    chosen = [line.title for line in palette.model.lines if line.kind == "command"]
    assert "list" in chosen[0].lower()


def test_a_product_is_shown(qtbot: QtBot, window: MainWindow, replica: PretendReplica) -> None:
    product = ProductCard(
        ident(1, 9), None, "Lumea 55", "Lumea", "Television", "Televisie", "", {}, (), ()
    )
    replica.products[product.product_id] = product
    window.open_contact(ident(1), caret=False)
    qtbot.waitUntil(lambda: window.area.contact is not None and bool(window.area.contact.head))
    palette = typed(qtbot, window, "lumea")
    assert ("product", "Lumea 55") in lines(palette)
    press(palette, Qt.Key.Key_Return)
    panel = window.area.panel
    assert panel is not None
    qtbot.waitUntil(lambda: panel.product.card is not None and panel.page == "product")


@pytest.mark.parametrize("width", [1600, 1280])
def test_a_product_is_shown_without_a_contact(
    qtbot: QtBot, window: MainWindow, replica: PretendReplica, width: int
) -> None:
    product = ProductCard(
        ident(1, 9), None, "Lumea 55", "Lumea", "Television", "Televisie", "", {}, (), ()
    )
    replica.products[product.product_id] = product
    window.resize(width, 900)
    palette = typed(qtbot, window, "lumea")
    press(palette, Qt.Key.Key_Return)
    panel = window.area.panel
    assert panel is not None
    qtbot.waitUntil(lambda: panel.product.card is not None and panel.isVisible(), timeout=LONG)
    window.open_contact(ident(1), caret=False)
    contact = window.area.contact
    assert contact is not None
    qtbot.waitUntil(lambda: contact.head is not None and contact.isVisible(), timeout=LONG)


def test_more_contacts_are_shown_when_asked(
    qtbot: QtBot, window: MainWindow, replica: PretendReplica
) -> None:
    palette = typed(qtbot, window, "television")
    contacts = [line for line in palette.model.lines if line.kind == "contact"]
    assert len(contacts) == 7
    while palette.current is None or palette.current.kind != "more":
        press(palette, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.model.finished, timeout=LONG):
        press(palette, Qt.Key.Key_Return)
    contacts = [line for line in palette.model.lines if line.kind == "contact"]
    assert len(contacts) == 40
    assert palette.current == contacts[7], "where it was, it goes on"


def test_the_model_is_sound(qtbot: QtBot, window: MainWindow) -> None:
    palette = opened(qtbot, window)
    QAbstractItemModelTester(
        palette.model, QAbstractItemModelTester.FailureReportingMode.Fatal, palette
    )
    for text in ("c", "customer 1", "channel:", "zzz", "", ">"):
        palette.begin(text)
        qtbot.waitUntil(lambda: palette.model.text == text, timeout=LONG)  # noqa: B023
        qtbot.wait(1)


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
def test_it_fits_into_small_windows(
    qtbot: QtBot, window: MainWindow, size: tuple[int, int]
) -> None:
    window.resize(*size)
    palette = typed(qtbot, window, "customer")
    assert palette.rect().contains(palette.card.geometry())


def found_list(qtbot: QtBot, window: MainWindow, text: str, count: int) -> None:
    """Everything that a text finds, opened as a list with its key."""
    palette = typed(qtbot, window, text)
    words = f"Show all {count} as a list"
    qtbot.waitUntil(lambda: ("list", words) in lines(palette), timeout=LONG)
    QTest.keyClick(palette.field, Qt.Key.Key_Return, ALT)
    assert not palette.isVisible()
    inbox = window.inbox
    qtbot.waitUntil(lambda: inbox.model.loaded and inbox.model.contacts == count, timeout=LONG)


def test_all_that_was_found_opens_as_a_list(
    qtbot: QtBot, window: MainWindow, desk: PretendDesk, replica: PretendReplica
) -> None:
    for number in range(70, 90):
        replica.rows[number] = row(number, last_text=f"It flickers since day {number}")
    found_list(qtbot, window, "flicker", 20)
    inbox = window.inbox
    assert inbox.title == "Search results"
    assert inbox.model.view.order == "newest"
    assert inbox.bar is not None
    assert [chip.text() for chip in inbox.bar.chips] == ["“flicker”"]
    assert window.focusWidget() is inbox.list
    first = inbox.model.at(0)
    assert first is not None
    assert first.found is not None
    assert first.found.text[slice(*first.found.spans[0])] == "flicker"

    QTest.keyClick(inbox.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.open_id == ident(70), timeout=LONG)
    QTest.keyClick(inbox.list, Qt.Key.Key_A, CTRL)
    qtbot.waitUntil(lambda: inbox.list.marking.count == 20, timeout=LONG)
    assert desk.context.commands.enabled("save_view")


def test_back_leads_to_the_search_and_to_the_list_before(
    qtbot: QtBot, window: MainWindow, replica: PretendReplica
) -> None:
    for number in (70, 71):
        replica.rows[number] = row(number, last_text="It flickers")
    found_list(qtbot, window, "flicker", 2)
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    palette = window.moving.palette
    assert palette.isVisible()
    assert palette.field.text() == "flicker"
    QTest.keyClick(palette, Qt.Key.Key_Left, ALT)
    assert not palette.isVisible()
    assert window.inbox.model.view.kind == "mine"
    QTest.keyClick(window, Qt.Key.Key_Right, ALT)
    QTest.keyClick(window, Qt.Key.Key_Right, ALT)
    qtbot.waitUntil(lambda: window.inbox.model.contacts == 2, timeout=LONG)
    assert window.inbox.title == "Search results"


def test_the_line_that_offers_the_list_is_chosen_like_any_other(
    qtbot: QtBot, window: MainWindow, replica: PretendReplica
) -> None:
    for number in (70, 71):
        replica.rows[number] = row(number, last_text="It flickers")
    palette = typed(qtbot, window, "flicker")
    while palette.current is None or palette.current.kind != "list":
        press(palette, Qt.Key.Key_Down)
    press(palette, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.inbox.model.contacts == 2, timeout=LONG)


def test_there_is_no_list_of_nothing(qtbot: QtBot, window: MainWindow, desk: PretendDesk) -> None:
    assert not desk.context.commands.enabled("list_found")
    palette = typed(qtbot, window, "zzz")
    assert not has(palette, "list")
    assert not desk.context.commands.enabled("list_found")


@pytest.mark.parametrize(
    ("name", "said"),
    [("+31612342210", "+31 6 •••• 2210"), ("a.bakker@example.nl", "a.b•••@example.nl")],
)
def test_who_is_only_an_address_is_found_by_all_of_it_and_shown_masked(
    qtbot: QtBot, window: MainWindow, replica: PretendReplica, name: str, said: str
) -> None:
    replica.rows[70] = row(70, name=name, last_text="Hallo")
    palette = typed(qtbot, window, name)
    assert ("customer", said) in lines(palette)
    assert all(name not in f"{line.title} {line.detail}" for line in palette.model.lines)
    press(palette, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.open_id == ident(70), timeout=LONG)
    assert all(name not in place.detail for place in window.moving.recents.places)


def test_an_address_that_is_completed_is_masked_and_completed_whole(
    qtbot: QtBot, window: MainWindow, replica: PretendReplica
) -> None:
    replica.rows[70] = row(70, name="+31612342210")
    palette = typed(qtbot, window, "from:+3161")
    (line,) = (line for line in palette.model.lines if line.kind == "completion")
    assert (line.title, line.target) == ("+31 6 •••• 2210", "+31612342210")
