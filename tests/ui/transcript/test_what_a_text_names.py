"""Colleagues and orders that a text of ours names look like links; an order leads somewhere."""

from tests.ui.pretend.shop import DAAN, MINE, REFERENCE
from workstation.ui.contact.names import Names
from workstation.ui.transcript.message_menu import shown_target
from workstation.ui.transcript.named import find_named, leads_somewhere, order_of

NAMES = Names(REFERENCE, "en")


def test_who_is_mentioned_stands_out_and_leads_nowhere() -> None:
    text = "@Daan Visser and @Sanne de Jong"
    (one,) = find_named(text, {"mentions": [DAAN]}, NAMES)
    assert text[one.start : one.end] == "@Daan Visser"
    assert not leads_somewhere(one.target)
    assert shown_target(one.target) == ""
    assert len(find_named(text, {"mentions": [DAAN, MINE]}, NAMES)) == 2


def test_an_order_that_was_linked_leads_to_it() -> None:
    text = "It is in #80352219, item #one."
    (one,) = find_named(text, {"orders": ["an id"]}, NAMES)
    assert text[one.start : one.end] == "#80352219"
    assert order_of(one.target) == "80352219"
    assert leads_somewhere(one.target)
    assert shown_target(one.target) == "order 80352219"


def test_what_a_customer_wrote_names_nothing() -> None:
    assert find_named("@Daan Visser #80352219", {}, NAMES) == ()
    assert find_named("@x", {"mentions": "odd", "orders": None}, NAMES) == ()
