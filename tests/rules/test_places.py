"""Places in a text: filled in where something is known, marked where nothing is."""

import pytest

from workstation.rules.order_states import order_state_words
from workstation.rules.places import filled, first_name, next_place, open_places

TEXT = "Hello {customer.first_name}, order {order.number} is {order.state}. {unknown.place}"


def test_what_is_known_is_filled_in_and_the_rest_stays() -> None:
    values = {"customer.first_name": "Anouk", "order.number": "", "order.state": " "}
    assert filled(TEXT, values) == (
        "Hello Anouk, order {order.number} is {order.state}. {unknown.place}"
    )


def test_only_places_that_there_are_count_as_open() -> None:
    assert [place.name for place in open_places(TEXT)] == [
        "customer.first_name",
        "order.number",
        "order.state",
    ]
    assert open_places("{} {today {order}") == ()


def test_what_was_filled_in_is_not_looked_at_again() -> None:
    assert filled("{customer.name}", {"customer.name": "{today}", "today": "now"}) == "{today}"


def test_walking_goes_on_from_the_caret_and_round() -> None:
    first, second, third = open_places(TEXT)
    assert next_place(TEXT, 0) == first
    assert next_place(TEXT, first.end) == second
    assert next_place(TEXT, third.end) == first
    assert next_place("none", 0) is None


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Anouk Bakker", "Anouk"),
        ("dhr. P. Jansen", "Jansen"),
        ("Mevrouw De Wit", "Wit"),
        ("Müşerref", "Müşerref"),
        ("+31612345678", ""),
        ("anouk@example.nl", ""),
        ("", ""),
    ],
)
def test_how_somebody_is_greeted(name: str, first: str) -> None:
    assert first_name(name) == first


@pytest.mark.parametrize(
    ("state", "language", "words"),
    [
        ("shipped", "nl", "onderweg"),
        ("In Transit", "en", "on its way"),
        ("delivered", "en", "delivered"),
        ("Q7-hold", "en", ""),
    ],
)
def test_where_an_order_is_in_words_for_a_customer(state: str, language: str, words: str) -> None:
    assert order_state_words(state, language) == words
