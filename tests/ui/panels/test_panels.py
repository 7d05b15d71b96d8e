"""Beside the contact: who the customer is and what the product is, kept up to date quietly."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk, pretend_desk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import NOW, ident, row
from workstation.replica.errors import Unreachable
from workstation.replica.pieces import Told
from workstation.replica.rows.customer import (
    CustomerCard,
    IdentityRow,
    MatchRow,
    MergedRow,
    TimelineRow,
)
from workstation.replica.rows.news import Changed, Mood
from workstation.replica.rows.order import OrderLineRow, OrderRow, ReturnRow
from workstation.replica.rows.product import ProductCard, VariantRow
from workstation.ui.panels.identity_chip import IdentityChip
from workstation.ui.panels.masking import masked
from workstation.ui.panels.match_card import MatchCard
from workstation.ui.panels.order_card import OrderCard
from workstation.ui.panels.order_line import OrderLine
from workstation.ui.panels.order_words import order_state, return_words
from workstation.ui.panels.side_panel import SidePanel
from workstation.ui.panels.timeline_model import TimelineModel
from workstation.ui.panels.variants_model import VariantsModel

DAY = 86_400_000
ANOUK, CUSTOMER = ident(1), ident(1, 4)
PRODUCT, BLACK = ident(1, 20), ident(1, 21)


def order(number: str, ago: int, **given: object) -> OrderRow:
    base = OrderRow(
        order_id=number, number=number, placed_at=NOW - ago * DAY, delivered_at=None,
        state="sent", total=125_800, currency="EUR",
        lines=(
            OrderLineRow("Lumea 55 OLED", 1, 119_900, PRODUCT, BLACK),
            OrderLineRow("Wall mount", 2, 2_950),
        ),
    )  # fmt: skip
    return replace(base, **given)  # type: ignore[arg-type]


def visit(number: int, channel: str, ago: int, state: str = "done") -> TimelineRow:
    at = NOW - ago * DAY
    return TimelineRow(ident(number), channel, at, state, "", "hello", "Question", "Vraag")


CARD = CustomerCard(
    CUSTOMER, "Anouk Bakker", "Rotterdam", "nl", NOW - 2_000 * DAY, False, "",
    (IdentityRow("whatsapp", "+31612342210", True), IdentityRow("instagram", "@anouk.b", False)),
    (order("80352219", 12), order("80301974", 60), order("1", 90), order("2", 95), order("3", 99)),
    (visit(3, "phone", 10), visit(1, "whatsapp", 0, "open"), visit(4, "email", 400)),
)  # fmt: skip
BOX = ProductCard(
    PRODUCT, BLACK, "Lumea 55 OLED", "Lumea", "Televisions", "Televisies", "A bright television.",
    {"hdmi_ports": 4, "smart": True},
    (
        VariantRow(ident(2, 21), "LUM55-W", "white", {}, 124_900, "EUR", 0),
        VariantRow(BLACK, "LUM55-B", "black", {"colour": "black"}, 119_900, "EUR", 38),
    ),
    (),
)  # fmt: skip


class ShownPanel:
    def __init__(self, desk: PretendDesk, qtbot: QtBot) -> None:
        self.desk = desk
        self.replica = desk.replica
        self.session = desk.session
        self.panel = SidePanel(desk.context)
        desk.context.commands.install(self.panel)
        self._qtbot = qtbot

    def open(self, contact_id: str = ANOUK) -> None:
        self.panel.open(contact_id)
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self.panel._soon.isActive())
        self._qtbot.waitUntil(self.desk.settled)
        self._qtbot.waitUntil(self.desk.settled)

    def words(self) -> str:
        """Everything on the page."""
        return "\n".join(
            label.text() for label in self.panel.findChildren(QLabel) if label.isVisible()
        )

    def button(self, text: str) -> QPushButton:
        return next(
            button
            for button in self.panel.findChildren(QPushButton)
            if button.isVisible() and text in button.text()
        )

    def seen(self, kind: type[QWidget]) -> list[QWidget]:
        return [widget for widget in self.panel.findChildren(kind) if widget.isVisible()]


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[ShownPanel]:
    replica = PretendReplica([row(1), row(2)])
    replica.customers[CUSTOMER] = CARD
    replica.products[PRODUCT] = BOX
    with pretend_desk(tmp_path, replica) as desk:
        made = ShownPanel(desk, qtbot)
        qtbot.addWidget(made.panel)
        made.panel.resize(352, 900)
        with qtbot.waitExposed(made.panel):
            made.panel.show()
        yield made
        assert desk.errors == []


def test_the_customer_of_the_contact_is_shown(shown: ShownPanel) -> None:
    shown.open()
    words = shown.words()
    assert "Anouk Bakker" in words
    assert "Rotterdam · customer since 2020" in words
    assert "2 × Wall mount\n€\u00a059\nOrdered" in words
    assert shown.panel.customer.timeline.rowCount() == 3


def test_an_address_is_masked_until_it_is_pressed(shown: ShownPanel, qtbot: QtBot) -> None:
    shown.open()
    chip = shown.seen(IdentityChip)[0]
    assert isinstance(chip, IdentityChip)
    assert chip.text() == "+31 6 •••• 2210"
    assert "2342210" not in chip.accessibleName()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert chip.text() == "+31612342210"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.text() == "+31 6 •••• 2210"


def test_the_order_of_this_contact_comes_first(shown: ShownPanel, qtbot: QtBot) -> None:
    shown.open()
    cards = shown.seen(OrderCard)
    assert len(cards) == 2
    assert cards[0].accessibleName().startswith("80352219")
    qtbot.mouseClick(shown.button("3 earlier"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(shown.seen(OrderCard)) == 5)


def test_an_order_that_a_message_names_comes_first(shown: ShownPanel, qtbot: QtBot) -> None:
    shown.open()
    number = CARD.orders[-1].number
    with qtbot.waitSignal(shown.panel.page_wanted) as wanted:
        shown.desk.context.news.order_wanted.emit(number)
    assert wanted.args == ["customer"]
    qtbot.waitUntil(
        lambda: any(one.accessibleName().startswith(number) for one in shown.seen(OrderCard)[:1]),
        timeout=30_000,
    )


def test_an_order_of_a_customer_who_is_being_read_comes_first_too(
    shown: ShownPanel, qtbot: QtBot
) -> None:
    number = CARD.orders[-1].number
    shown.panel.open(ANOUK)
    shown.panel.show_order(number)
    shown.settle()
    qtbot.waitUntil(lambda: bool(shown.seen(OrderCard)), timeout=30_000)
    assert shown.seen(OrderCard)[0].accessibleName().startswith(number)


def test_another_contact_opens_from_the_timeline(shown: ShownPanel, qtbot: QtBot) -> None:
    shown.open()
    visits = shown.panel.customer.visits
    visits.setCurrentIndex(shown.panel.customer.timeline.index(1))
    with qtbot.waitSignal(shown.desk.context.news.open_contact) as opened:
        qtbot.keyClick(visits, Qt.Key.Key_Return)
    assert opened.args == [ident(3), ""]


def test_older_contacts_are_asked_for_once(shown: ShownPanel) -> None:
    shown.open()
    shown.replica.tell(Changed(customers=frozenset({CUSTOMER})))
    shown.settle()
    assert shown.session.asked == [f"history {CUSTOMER}"]


def test_without_a_connection_that_is_said_and_asked_again_later(
    shown: ShownPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(customer_id: str, told: Told) -> None:
        raise Unreachable("no line")

    with monkeypatch.context() as patch:
        patch.setattr(shown.session, "fetch_history", fail)
        shown.open()
        qtbot.waitUntil(lambda: "as soon as there is a connection" in shown.words())
    shown.desk.context.news.mood_changed.emit(Mood("online"))
    shown.settle()
    assert shown.session.asked == [f"history {CUSTOMER}"]
    assert "as soon as" not in shown.words()


def test_a_stranger_can_be_linked(shown: ShownPanel, qtbot: QtBot) -> None:
    asked = []
    shown.desk.context.commands.handle("link_customer", lambda: asked.append("link"))
    shown.replica.customers[CUSTOMER] = replace(CARD, provisional=True)
    shown.open()
    assert "We do not know yet who this is" in shown.words()
    assert shown.button("Say who the customer is").isEnabled()


def test_news_about_the_customer_shows(shown: ShownPanel) -> None:
    shown.open()
    shown.replica.customers[CUSTOMER] = replace(CARD, city="Utrecht")
    shown.replica.tell(Changed(customers=frozenset({CUSTOMER})))
    shown.settle()
    assert "Utrecht" in shown.words()


def test_the_product_page_waits_for_a_product(shown: ShownPanel, qtbot: QtBot) -> None:
    shown.open()
    qtbot.mouseClick(shown.panel.tabs["product"], Qt.MouseButton.LeftButton)
    assert "No product yet" in shown.words()
    shown.panel.show_product(PRODUCT, BLACK)
    shown.settle()
    words = shown.words()
    assert "Lumea 55 OLED" in words
    assert "Hdmi ports" in words
    assert (
        shown.panel.product.variants.index(0).data() == "black, LUM55-B, €\u00a01,199, in stock 38"
    )


def test_no_contact_no_customer(shown: ShownPanel) -> None:
    shown.open()
    shown.open("")
    assert "No customer yet" in shown.words()


@pytest.mark.parametrize(
    ("channel", "address", "shown_as"),
    [
        ("whatsapp", "+31612342210", "+31 6 •••• 2210"),
        ("phone", "0612342210", "06 •••• 2210"),
        ("email", "a.bakker@example.nl", "a.b•••@example.nl"),
        ("email", "ab@example.nl", "a•••@example.nl"),
        ("instagram", "@anouk.b", "@an••••b"),
        ("chat", "x7", "•••"),
    ],
)
def test_masking(channel: str, address: str, shown_as: str) -> None:
    assert masked(channel, address) == shown_as


@pytest.mark.parametrize(
    ("given", "words", "tone"),
    [
        ({}, "On its way", "accent"),
        ({"delivered_at": NOW - DAY}, "Delivered 24 Feb", "ok"),
        ({"returns": (ReturnRow("sent", "too tight"),)}, "Return on its way", "warn"),
        ({"returns": (ReturnRow("received", "too tight"),)}, "Return received", "warn"),
        (
            {"returns": (ReturnRow("refunded"), ReturnRow("requested"), ReturnRow("received"))},
            "Return announced",
            "warn",
        ),
        (
            {"delivered_at": NOW - DAY, "returns": (ReturnRow("refunded", refund=9),)},
            "Delivered 24 Feb",
            "ok",
        ),
        ({"state": "lost_by_carrier"}, "Lost by carrier", "accent"),
    ],
)
def test_where_an_order_is(given: dict[str, object], words: str, tone: str, qapp: object) -> None:
    assert order_state(order("1", 2, **given), NOW, "en") == (words, tone)


def test_a_return_is_one_line_and_the_order_says_the_same(qapp: object) -> None:
    tv = OrderLineRow("Lumea 55 OLED", 1, 119_900)
    back = ReturnRow("received", "Too tight", 0, NOW - DAY, "Lumea 55 OLED")
    alone = order("1", 2, lines=(tv,), returns=(back,))
    assert order_state(alone, NOW, "en")[0] == "Return received"
    assert return_words(back, alone, NOW, "en") == "Return received 24 Feb · “Too tight”"


def test_several_returns_are_told_apart(qapp: object) -> None:
    mounts = ReturnRow("requested", "", 0, NOW - DAY, "Wall mount", 2)
    tv = ReturnRow("refunded", "", 119_900, NOW - 3 * DAY, "Lumea 55 OLED")
    both = order("1", 9, returns=(mounts, tv))
    assert [return_words(one, both, NOW, "en") for one in both.returns] == [
        "2 × Wall mount · Return announced 24 Feb",
        "Lumea 55 OLED · Refunded 22 Feb · refund €\u00a01,199",
    ]


def test_a_line_of_an_order_opens_its_product(shown: ShownPanel, qtbot: QtBot) -> None:
    shown.open()
    line = shown.seen(OrderLine)[0]
    assert "Open the product" in line.accessibleName()
    assert line.height() >= 24
    with qtbot.waitSignal(shown.panel.page_wanted) as wanted:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert wanted.args == ["product"]
    shown.settle()
    card = shown.panel.product.card
    assert card is not None
    assert (card.product_id, card.variant_id) == (PRODUCT, BLACK)
    with qtbot.waitSignal(shown.panel.page_wanted):
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    qtbot.keyClick(line, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("Lumea 55 OLED")


def test_a_line_whose_article_is_gone_opens_nothing(shown: ShownPanel) -> None:
    shown.open()
    lines = [one.text() for one in shown.panel.findChildren(OrderLine)]
    assert lines
    assert not any("Wall mount" in one for one in lines)
    assert "2 × Wall mount" in shown.words()


def test_the_models_are_sound(qapp: object) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    timeline = TimelineModel("nl")
    QAbstractItemModelTester(timeline, mode, timeline)
    timeline.put(CARD.timeline, now=NOW, open_id=ANOUK)
    assert timeline.rowCount() == 3
    assert "Vraag" in str(timeline.index(0).data())
    timeline.put((), now=NOW, open_id="")
    variants = VariantsModel("en")
    QAbstractItemModelTester(variants, mode, variants)
    variants.put(BOX.variants, BLACK)
    assert variants.rowCount() == 2


STRANGER, KNOWN = ident(7, 4), ident(8, 4)


def likely(**given: object) -> MatchRow:
    base = MatchRow(
        ident(1, 30), KNOWN, "Anouk Bakker-Smit", "Delft", "phone", {"address": "+31612342210"},
        (("email", "anouk@example.nl"),), False,
    )  # fmt: skip
    return replace(base, **given)  # type: ignore[arg-type]


def test_who_is_probably_the_same_person_is_asked_and_merged(
    shown: ShownPanel, qtbot: QtBot
) -> None:
    shown.replica.customers[CUSTOMER] = replace(CARD, provisional=True, matches=(likely(),))
    shown.open()
    words = shown.words()
    assert "Probably the same person" in words
    assert "Anouk Bakker-Smit · Delft" in words
    assert "2342210" not in words, "masked like every address"
    qtbot.mouseClick(shown.button("Same person"), Qt.MouseButton.LeftButton)
    shown.settle()
    (action,) = shown.replica.actions
    assert action.model_dump(exclude={"event_id"}) == {"customer_id": KNOWN, "other_id": CUSTOMER}


def test_a_match_known_by_number_only_is_masked_too(shown: ShownPanel) -> None:
    stranger = likely(name="+31612342210", city="", addresses=(), provisional=True)
    shown.replica.customers[CUSTOMER] = replace(CARD, matches=(stranger,))
    shown.open()
    assert "2342210" not in shown.words()
    assert "2342210" not in " ".join(one.accessibleName() for one in shown.seen(MatchCard))


def test_a_known_customer_stays_who_they_are(shown: ShownPanel, qtbot: QtBot) -> None:
    stranger = likely(customer_id=STRANGER, provisional=True, reason="order")
    shown.replica.customers[CUSTOMER] = replace(CARD, matches=(stranger,))
    shown.open()
    qtbot.keyClick(shown.button("Same person"), Qt.Key.Key_Space)
    shown.settle()
    (action,) = shown.replica.actions
    assert action.model_dump(exclude={"event_id"}) == {
        "customer_id": CUSTOMER,
        "other_id": STRANGER,
    }


def test_someone_else_is_dismissed(shown: ShownPanel, qtbot: QtBot) -> None:
    shown.replica.customers[CUSTOMER] = replace(CARD, matches=(likely(),))
    shown.open()
    qtbot.mouseClick(shown.button("Someone else"), Qt.MouseButton.LeftButton)
    shown.settle()
    (action,) = shown.replica.actions
    assert action.kind == "dismiss_match"


def test_what_was_merged_can_be_separated_again(shown: ShownPanel, qtbot: QtBot) -> None:
    merged = MergedRow(STRANGER, "A. Bakker", NOW - DAY, "Sanne de Jong", ("@anouk.b",))
    shown.replica.customers[CUSTOMER] = replace(CARD, merged=(merged,))
    shown.open()
    assert "A. Bakker · merged 24 Feb by Sanne de Jong" in shown.words()
    qtbot.mouseClick(shown.button("Separate"), Qt.MouseButton.LeftButton)
    shown.settle()
    (action,) = shown.replica.actions
    assert action.model_dump(exclude={"event_id"}) == {"customer_id": STRANGER}
