"""The product beside the contact: its answers are one key away, and its variants are compared."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk, pretend_desk
from tests.ui.pictured import png
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import NOW, ident, row
from workstation.actions import Refused, RemoveAnswer, SaveAnswer
from workstation.replica.rows.knowledge import AnswerRow, OpenContactRow
from workstation.replica.rows.product import ProductCard, VariantRow
from workstation.ui.command import Situation
from workstation.ui.panels.answer_form import AnswerForm
from workstation.ui.panels.answers_model import AnswersModel, remark
from workstation.ui.panels.comparison import compared
from workstation.ui.panels.fact import Fact
from workstation.ui.panels.headline import Tile
from workstation.ui.panels.open_contacts import OpenContacts
from workstation.ui.panels.side_panel import SidePanel

ANOUK = ident(1)
PRODUCT, BLACK, WHITE = ident(1, 20), ident(1, 21), ident(2, 21)


def answer(number: int, question: str, text: str, **given: object) -> AnswerRow:
    base = AnswerRow(
        ident(number, 40), None, PRODUCT, None, question, f"{question} (nl)", text,
        f"{text} (nl)", published=False,
    )  # fmt: skip
    return replace(base, **given)  # type: ignore[arg-type]


ANSWERS = (
    answer(1, "Which cable?", "The one in the box."),
    answer(2, "Does it hang on a wall?", "Yes, with VESA 200."),
    answer(3, "Only in Dutch?", "", question_en="", answer_en=""),
)
VARIANTS = (
    VariantRow(WHITE, "LUM55-W", "white", {"colour": "white"}, 124_900, "EUR", 0),
    VariantRow(BLACK, "LUM55-B", "black", {"colour": "black", "feet": 2}, 119_900, "EUR", 38),
)
BOX = ProductCard(
    PRODUCT, BLACK, "Lumea 55 OLED", "Lumea", "Televisions", "Televisies", "A bright television.",
    {"hdmi_ports": 4}, VARIANTS, ANSWERS, product_type_id=ident(1, 3),
    open_contacts=(
        OpenContactRow(ANOUK, "Anouk", "whatsapp", "It flickers", NOW, None, ""),
        OpenContactRow(ident(2), "Jeroen", "email", "Mine too", NOW, None, "Daan Visser"),
    ),
    open_count=2,
)  # fmt: skip


class ShownProduct:
    def __init__(self, desk: PretendDesk, qtbot: QtBot) -> None:
        self.desk = desk
        self.replica = desk.replica
        self.panel = SidePanel(desk.context)
        desk.context.commands.install(self.panel)
        self.panel.install()
        self.panel.page_wanted.connect(self.panel.show_page)
        self.product = self.panel.product
        self._qtbot = qtbot

    def open(self, card: ProductCard = BOX) -> None:
        self.replica.products[PRODUCT] = card
        self.panel.open(ANOUK)
        self.panel.show_product(PRODUCT, BLACK)
        self.panel.show_page("product")
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self.panel._soon.isActive())
        self._qtbot.waitUntil(lambda: not self.product.answers._soon.isActive())
        for _ in range(2):
            self._qtbot.waitUntil(self.desk.settled)

    def seen(self, kind: type[QWidget]) -> list[QWidget]:
        return [widget for widget in self.panel.findChildren(kind) if widget.isVisible()]

    def words(self) -> str:
        return "\n".join(label.text() for label in self.seen(QLabel) if isinstance(label, QLabel))


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[ShownProduct]:
    replica = PretendReplica([row(1, language="en"), row(2)])
    replica.products[PRODUCT] = BOX
    with pretend_desk(tmp_path, replica) as desk:
        made = ShownProduct(desk, qtbot)
        qtbot.addWidget(made.panel)
        made.panel.resize(352, 1000)
        with qtbot.waitActive(made.panel):
            made.panel.show()
        yield made
        assert desk.errors == []


def test_a_digit_puts_an_answer_into_the_reply(shown: ShownProduct, qtbot: QtBot) -> None:
    shown.open()
    shown.desk.context.commands.run("find_answer")
    assert shown.product.answers.field.hasFocus()
    with qtbot.waitSignal(shown.panel.answer_chosen) as chosen:
        qtbot.keyClick(shown.product.answers.field, Qt.Key.Key_2)
    assert chosen.args == ["Yes, with VESA 200."]


def test_it_is_in_the_customers_language(shown: ShownProduct, qtbot: QtBot) -> None:
    shown.replica.change(1, language="nl")
    shown.open()
    with qtbot.waitSignal(shown.panel.answer_chosen) as chosen:
        qtbot.keyClick(shown.product.answers.list, Qt.Key.Key_1)
    assert chosen.args == ["The one in the box. (nl)"]


def test_an_answer_in_one_language_says_so() -> None:
    assert remark(ANSWERS[2], "en")
    assert not remark(ANSWERS[2], "nl")
    assert not remark(ANSWERS[0], "en")


def test_answers_are_searched_and_taken_with_enter(shown: ShownProduct, qtbot: QtBot) -> None:
    shown.open()
    field = shown.product.answers.field
    field.setFocus()
    qtbot.keyClicks(field, "wall")
    shown.settle()
    assert shown.product.answers.model.rowCount() == 1
    with qtbot.waitSignal(shown.panel.answer_chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args == ["Yes, with VESA 200."]
    assert field.text() == ""


def test_a_card_is_as_high_as_its_answer_where_it_stands(shown: ShownProduct, qtbot: QtBot) -> None:
    short, long = (
        answer(1, "Which cable?", "This one."),
        answer(2, "And if not?", "Then it is " * 9),
    )
    shown.open(replace(BOX, answers=(short, long)))
    cards = shown.product.answers.list

    def heights() -> list[int]:
        return [cards.visualRect(cards.model().index(row, 0)).height() for row in range(2)]

    def all_seen() -> bool:
        return cards.height() == sum(heights()) + 2

    qtbot.waitUntil(lambda: heights()[0] < heights()[1] and all_seen())
    shown.panel.resize(1_000, 1_000)
    qtbot.waitUntil(lambda: heights()[0] == heights()[1] and all_seen())


def test_another_variant_is_compared_with_the_customers(shown: ShownProduct, qtbot: QtBot) -> None:
    shown.open()
    assert not shown.product.comparison.isVisible()
    shown.desk.context.commands.look_at(Situation(shown.replica.contact_now(ANOUK)))
    shown.desk.context.commands.run("compare_variants")
    qtbot.keyClick(shown.product.list, Qt.Key.Key_Return)
    assert shown.product.comparison.isVisible()
    assert "black / white" in shown.product.comparison.accessibleName()
    shown.panel.resize(352, 420)
    qtbot.keyClick(shown.product.list, Qt.Key.Key_Return)
    qtbot.keyClick(shown.product.list, Qt.Key.Key_Return)

    def all_seen() -> bool:
        room, table = shown.product.viewport().rect(), shown.product.comparison
        return room.contains(
            table.rect().translated(table.mapTo(shown.product.viewport(), QPoint()))
        )

    qtbot.waitUntil(all_seen)
    qtbot.keyClick(shown.product.list, Qt.Key.Key_Return)
    assert not shown.product.comparison.isVisible()


def test_what_differs_goes_first(qapp: object) -> None:
    lines = compared(VARIANTS[1], VARIANTS[0], "en")
    assert [(line.name, line.differs) for line in lines] == [
        ("Price", True),
        ("Stock", True),
        ("Colour", True),
        ("Feet", True),
        ("Article number", False),
    ]
    assert lines[0].remark == "+\u00a0€\u00a050"
    assert (lines[1].one, lines[1].other) == ("38", "sold out")
    same = replace(VARIANTS[0], variant_id=BLACK)
    assert not any(line.differs for line in compared(VARIANTS[0], same, "en"))


def test_other_open_contacts_are_one_click_away(shown: ShownProduct, qtbot: QtBot) -> None:
    shown.open()
    (contacts,) = shown.seen(OpenContacts)
    (line,) = contacts.findChildren(QAbstractButton)
    assert "Jeroen" in line.accessibleName()
    with qtbot.waitSignal(shown.desk.context.news.open_contact) as opened:
        qtbot.keyClick(line, Qt.Key.Key_Space)
    assert opened.args == [ident(2), ""]


def test_a_fact_is_copied(shown: ShownProduct, qtbot: QtBot) -> None:
    shown.open()
    fact = next(f for f in shown.panel.findChildren(Fact) if "Hdmi" in f.accessibleName())
    fact.setFocus()
    qtbot.keyClick(fact, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "4"


def test_an_answer_is_written_on_the_desk(shown: ShownProduct, qtbot: QtBot) -> None:
    shown.open()
    shown.desk.context.commands.run("write_answer")
    form = next(f for f in shown.panel.window().findChildren(AnswerForm) if f.isVisible())
    qtbot.keyClicks(form.question["nl"], "Hoe zwaar is hij?")
    qtbot.keyClicks(form.text["nl"], "18 kilo.")
    qtbot.mouseClick(form.keep, Qt.MouseButton.LeftButton)
    shown.settle()
    (action,) = shown.replica.actions
    assert isinstance(action, SaveAnswer)
    assert (action.product_id, action.question_nl, action.answer_nl) == (
        PRODUCT,
        "Hoe zwaar is hij?",
        "18 kilo.",
    )


def test_a_refused_answer_stays_in_the_form(shown: ShownProduct, qtbot: QtBot) -> None:
    shown.open()
    shown.product.write_answer(ANSWERS[0])
    form = next(f for f in shown.panel.window().findChildren(AnswerForm) if f.isVisible())
    shown.replica.error = Refused("answer_published")
    form.save()
    shown.settle()
    qtbot.waitUntil(lambda: "product page" in form.band.text)
    assert form.question["en"].text() == "Which cable?"
    form.reject()


def test_an_answer_is_taken_away(shown: ShownProduct) -> None:
    shown.open()
    shown.product.answers.remove_wanted.emit(ANSWERS[1])
    shown.settle()
    (action,) = shown.replica.actions
    assert isinstance(action, RemoveAnswer)
    assert action.answer_id == ANSWERS[1].answer_id


def test_only_a_picture_that_the_office_keeps_is_shown(shown: ShownProduct) -> None:
    sha256 = "ab" * 32
    shown.desk.session.remote_files[sha256] = png(40, 30)
    shown.open(replace(BOX, image="https://pictures.example.org/lumea.png"))
    (tile,) = shown.seen(Tile)
    assert isinstance(tile, Tile)
    assert not tile.pictured
    assert not any(asked.startswith("file") for asked in shown.desk.session.asked)
    shown.panel.open("")
    shown.settle()
    shown.open(replace(BOX, image=f"sha256:{sha256}"))
    (tile,) = shown.seen(Tile)
    assert isinstance(tile, Tile)
    assert tile.pictured


def test_what_is_no_picture_leaves_the_sign(shown: ShownProduct) -> None:
    sha256 = "cd" * 32
    shown.desk.session.remote_files[sha256] = b"<svg onload='hello()'/>"
    shown.open(replace(BOX, image=f"sha256:{sha256}"))
    (tile,) = shown.seen(Tile)
    assert isinstance(tile, Tile)
    assert f"file {sha256}" in shown.desk.session.asked
    assert not tile.pictured


def test_the_model_is_sound(qapp: object) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    answers = AnswersModel()
    QAbstractItemModelTester(answers, mode, answers)
    answers.put(ANSWERS, "nl")
    assert answers.rowCount() == 3
    answers.put((), "nl")
