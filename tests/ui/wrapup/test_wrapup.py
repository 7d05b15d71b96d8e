"""One line ends a contact: product, reason, what was offered, done; all from the keyboard."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk, pretend_desk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import REFERENCE, ident, row
from workstation.actions import RateCallHint, Refused, WrapUpContact
from workstation.replica.rows.contact import ContactHead
from workstation.replica.rows.knowledge import CallAdvice, ProductHint, Proposals, ReasonHint
from workstation.replica.rows.product import ProductCard, VariantRow
from workstation.replica.rows.reference import ReasonRow
from workstation.ui.choosing.choice_popup import ChoicePopup
from workstation.ui.contact.names import Names
from workstation.ui.wrapup.proposing import proposed_reasons
from workstation.ui.wrapup.wrapup_model import (
    reason_choices,
    resolution_choices,
    variant_name,
)
from workstation.ui.wrapup.wrapup_view import WrapUpView

PRODUCT, BLACK = ident(1, 20), ident(1, 21)
VARIANT = VariantRow(BLACK, "LUM55-B", "black", {}, 119_900, "EUR", 3)
CARD = ProductCard(PRODUCT, None, "Lumea 55 OLED", "Lumea", "", "", "", {}, (VARIANT,), ())
COMPLAINT, FLICKERS, CALL_BACK = ident(1, 6), ident(2, 6), ident(1, 7)


class ShownLine:
    def __init__(self, desk: PretendDesk, qtbot: QtBot) -> None:
        self.desk = desk
        self.replica = desk.replica
        self.view = WrapUpView(desk.context)
        self._qtbot = qtbot

    def head(self, number: int = 1, **fields: object) -> ContactHead:
        replica = PretendReplica([row(number)], guard=False)
        found = replica.contact(ident(number))
        assert found is not None
        return replace(found, **fields)  # type: ignore[arg-type]

    def settle(self) -> None:
        self._qtbot.waitUntil(self.desk.settled)

    def proposed(self) -> None:
        """Until what is proposed was read."""
        self._qtbot.waitUntil(lambda: not self.view._soon.isActive())
        self.settle()
        self.settle()

    def popup(self) -> ChoicePopup:
        def shown() -> list[ChoicePopup]:
            return [p for p in self.view.findChildren(ChoicePopup) if p.isVisible()]

        self._qtbot.waitUntil(lambda: len(shown()) == 1, timeout=5_000)
        return shown()[0]


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[ShownLine]:
    replica = PretendReplica([row(1), row(2)])
    replica.products[PRODUCT] = CARD
    with pretend_desk(tmp_path, replica) as desk:
        made = ShownLine(desk, qtbot)
        qtbot.addWidget(made.view)
        made.view.resize(700, 44)
        with qtbot.waitActive(made.view):
            made.view.show()
        yield made
        assert desk.errors == []


def test_a_contact_is_wrapped_up_from_the_keyboard(shown: ShownLine, qtbot: QtBot) -> None:
    shown.view.show_head(shown.head())
    shown.view.product.setFocus()
    qtbot.keyClick(shown.view.product, Qt.Key.Key_Space)
    qtbot.keyClicks(shown.popup().field, "lumea")
    shown.settle()
    qtbot.keyClick(shown.popup().field, Qt.Key.Key_Return)
    qtbot.keyClick(shown.view.reason, Qt.Key.Key_Space)
    qtbot.keyClicks(shown.popup().field, "flick")
    qtbot.keyClick(shown.popup().field, Qt.Key.Key_Return)
    qtbot.keyClick(shown.view.offered, Qt.Key.Key_Space)
    offered = shown.popup()
    qtbot.keyClick(offered.field, Qt.Key.Key_Return)
    qtbot.keyClick(offered.field, Qt.Key.Key_Escape)
    with qtbot.waitSignal(shown.view.finished) as finished:
        qtbot.mouseClick(shown.view.done, Qt.MouseButton.LeftButton)
    assert finished.args == [ident(1)]
    (action,) = shown.replica.actions
    assert isinstance(action, WrapUpContact)
    assert action.product_id == PRODUCT
    assert action.reason_id == FLICKERS
    assert action.resolution_ids == (CALL_BACK,)


def test_without_a_reason_done_asks_for_one(shown: ShownLine, qtbot: QtBot) -> None:
    shown.view.show_head(shown.head())
    shown.view.finish()
    assert shown.replica.actions == []
    qtbot.keyClick(shown.popup().field, Qt.Key.Key_Return)
    qtbot.keyClick(shown.popup().field, Qt.Key.Key_Escape)
    shown.view.finish()
    shown.settle()
    assert [action.kind for action in shown.replica.actions] == ["wrap_up"]


def test_what_the_contact_is_about_is_proposed(shown: ShownLine, qtbot: QtBot) -> None:
    shown.view.show_head(shown.head(product_id=PRODUCT, variant_id=BLACK))
    shown.settle()
    assert shown.view.product.text() == "Lumea 55 OLED, black"
    assert "Lumea" in shown.view.product.accessibleName()


def test_each_contact_keeps_what_was_filled_in(shown: ShownLine) -> None:
    shown.view.show_head(shown.head(1))
    shown.view.entry.reason_id = FLICKERS
    shown.view.show_head(shown.head(2))
    assert shown.view.reason.text() == "Reason"
    shown.view.show_head(shown.head(1))
    assert shown.view.reason.text() == "Complaint › Picture flickers"


def test_a_refusal_is_said_above_the_line(shown: ShownLine, qtbot: QtBot) -> None:
    shown.view.show_head(shown.head())
    shown.view.entry.reason_id = FLICKERS
    shown.replica.error = Refused("contact_done")
    shown.view.finish()
    shown.settle()
    qtbot.waitUntil(lambda: bool(shown.view.band.text))
    assert "wrapped up" in shown.view.band.text
    assert shown.view.entry.reason_id == FLICKERS


def test_only_where_a_branch_ends_can_be_chosen() -> None:
    choices = reason_choices(Names(REFERENCE, "en"))
    assert [(c.name, c.depth, c.heading) for c in choices] == [
        ("Complaint", 0, True),
        ("Picture flickers", 1, False),
    ]


def test_reasons_stand_under_their_kind(qapp: object) -> None:
    reasons = (
        ReasonRow("1", None, "question", "Delivery", "Bezorging"),
        ReasonRow("2", "1", "question", "When?", "Wanneer?"),
        ReasonRow("3", None, "complaint", "Picture", "Beeld"),
        ReasonRow("4", "3", "complaint", "Flicker", "Flikkert"),
    )
    names = Names(replace(REFERENCE, reasons=reasons), "en")
    assert [(c.name, c.depth, c.heading) for c in reason_choices(names)] == [
        ("Question", 0, True),
        ("Delivery", 1, True),
        ("When?", 2, False),
        ("Complaint", 0, True),
        ("Picture", 1, True),
        ("Flicker", 2, False),
    ]
    assert names.reason_path("4") == "Complaint › Picture › Flicker"


def proposed(*, certain: bool = False, reasons: bool = True) -> Proposals:
    products = (
        ProductHint(PRODUCT, BLACK, "Lumea 55 OLED, black", "order", certain, "80352219"),
        ProductHint(ident(2, 20), None, "Wall mount", "bought", False, "80352219"),
    )
    likely = (ReasonHint(FLICKERS, 0.8, ("flikkert",), 3, 9),) if reasons else ()
    return Proposals(ident(1), products, likely, {FLICKERS: (CALL_BACK,)})


def test_after_the_likeliest_reason_stand_those_that_something_speaks_for(qapp: object) -> None:
    every = tuple(ReasonRow(one, None, "question", one, one) for one in "abcde")
    likely = (
        ReasonHint("a", 0.4, (), 0, 9),
        ReasonHint("b", 0.3, (), 0, 9),
        ReasonHint("c", 0.2, ("puddle",), 0, 9),
        ReasonHint("d", 0.01, ("by", "chance"), 0, 9),
        ReasonHint("e", 0.009, (), 3, 9),
    )
    found = proposed_reasons(
        Proposals(ident(1), (), likely, {}), Names(replace(REFERENCE, reasons=every), "en")
    )
    assert [(one.key, one.digit, one.detail) for one in found] == [
        ("a", "1", ""),
        ("c", "2", "“puddle”"),
        ("e", "3", "3 of 9 here"),
    ]


def test_what_a_text_said_goes_when_the_text_is_taken_back(shown: ShownLine) -> None:
    shown.view.show_head(shown.head())
    shown.view.propose(ident(1), FLICKERS, (CALL_BACK,))
    assert shown.view.reason.text() == "Complaint › Picture flickers"
    shown.view.propose(ident(1), "", ())
    assert shown.view.reason.text() == "Reason"
    assert shown.view.entry.resolution_ids == []


def test_what_a_person_chose_stays_when_a_text_is_taken_back(shown: ShownLine) -> None:
    shown.view.show_head(shown.head())
    shown.view.entry.reason_id = FLICKERS
    shown.view.propose(ident(1), COMPLAINT, (CALL_BACK,))
    shown.view.propose(ident(1), "", ())
    assert shown.view.entry.reason_id == FLICKERS


def test_digits_alone_wrap_a_contact_up(shown: ShownLine, qtbot: QtBot) -> None:
    shown.replica.proposed[ident(1)] = proposed()
    shown.view.show_head(shown.head())
    shown.proposed()
    assert shown.view.product.text() == "Lumea 55 OLED, black?"
    assert shown.view.reason.text() == "Complaint › Picture flickers?"
    shown.view.finish()
    qtbot.keyClick(shown.popup().field, Qt.Key.Key_1)
    qtbot.keyClick(shown.popup().field, Qt.Key.Key_1)
    shown.settle()
    qtbot.keyClick(shown.popup().field, Qt.Key.Key_1)
    control = Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(shown.view.finished):
        qtbot.keyClick(shown.popup().field, Qt.Key.Key_D, control)
    (action,) = shown.replica.actions
    assert isinstance(action, WrapUpContact)
    assert (action.product_id, action.variant_id) == (PRODUCT, BLACK)
    assert (action.reason_id, action.resolution_ids) == (FLICKERS, (CALL_BACK,))


def test_what_is_certain_is_not_asked(shown: ShownLine, qtbot: QtBot) -> None:
    shown.replica.proposed[ident(1)] = proposed(certain=True)
    shown.view.show_head(shown.head())
    shown.proposed()
    assert shown.view.product.text() == "Lumea 55 OLED, black"
    shown.view.finish()
    assert [choice.digit for choice in shown.popup().model.choices[:2]] == ["1", ""]
    assert "flikkert" in shown.popup().model.choices[0].detail


def test_it_may_be_about_no_product(shown: ShownLine, qtbot: QtBot) -> None:
    shown.replica.proposed[ident(1)] = proposed()
    shown.view.show_head(shown.head())
    shown.proposed()
    shown.view.finish()
    qtbot.keyClick(shown.popup().field, Qt.Key.Key_0)
    assert shown.view.product.text() == "No product"
    qtbot.keyClick(shown.popup().field, Qt.Key.Key_1)
    qtbot.keyClick(shown.popup().field, Qt.Key.Key_Escape)
    shown.view.finish()
    shown.settle()
    (action,) = shown.replica.actions
    assert isinstance(action, WrapUpContact)
    assert action.product_id is None


def test_what_is_typed_searches_the_tree(shown: ShownLine, qtbot: QtBot) -> None:
    shown.replica.proposed[ident(1)] = proposed(certain=True)
    shown.view.show_head(shown.head())
    shown.proposed()
    qtbot.keyClick(shown.view.reason, Qt.Key.Key_Space)
    qtbot.keyClicks(shown.popup().field, "flick")
    found = [(c.name, c.digit) for c in shown.popup().model.choices]
    assert found == [("Complaint › Picture flickers", "")], "with its branch: it stands alone"


def test_after_a_call_it_is_asked_whether_that_helped(shown: ShownLine, qtbot: QtBot) -> None:
    shown.replica.advice[ident(1)] = CallAdvice(
        ident(1, 50), "turns", 14, "called", None, "+31612342210"
    )
    shown.view.show_head(shown.head())
    shown.proposed()
    shown.view.entry.reason_id = FLICKERS
    shown.view.finish()
    with qtbot.waitSignal(shown.view.finished):
        qtbot.keyClick(shown.popup().field, Qt.Key.Key_1)
    rated, wrapped = shown.replica.actions
    assert isinstance(rated, RateCallHint)
    assert rated.helped
    assert wrapped.kind == "wrap_up"


def test_nothing_that_can_be_offered_or_chosen_says_the_customer_was_wrong() -> None:
    for language in ("en", "nl"):
        names = Names(REFERENCE, language)
        said = " ".join(c.name for c in (*reason_choices(names), *resolution_choices(names)))
        assert "unfounded" not in said.lower()
        assert "ongegrond" not in said.lower()


@pytest.mark.parametrize(
    ("variant", "said"),
    [("black", "Lumea 55, black"), ("Lumea 55 black", "Lumea 55 black"), ("", "Lumea 55")],
)
def test_a_product_is_named_once(variant: str, said: str) -> None:
    row = VariantRow(BLACK, "", variant, {}, 0, "EUR", None)
    assert variant_name("Lumea 55", row) == said
