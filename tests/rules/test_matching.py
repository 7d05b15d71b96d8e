"""When two customers are one person, and when that is only asked."""

import pytest

from workstation.rules.matching import Clues, Likely, Person, Same, best, compare, order_numbers

ANNA = Person(
    customer_id="anna",
    name="Anna Bakker",
    city="Utrecht",
    mails=frozenset({"anna@example.nl"}),
    numbers=frozenset({"+31201234567"}),
    orders=frozenset({"W-100200"}),
)


def stranger(**given: object) -> Person:
    return Person(**{"customer_id": "new", "provisional": True} | given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("title", "who", "clues", "expected"),
    [
        ("the shop signed who it is", stranger(), Clues(customer_id="anna"), "token"),
        (
            "a mail address that is proven",
            stranger(
                mails=frozenset({"anna@example.nl"}), verified_mails=frozenset({"anna@example.nl"})
            ),
            Clues(),
            "verified_mail",
        ),
        (
            "an order number where the channel has a place for it",
            stranger(),
            Clues(orders=frozenset({"W-100200"})),
            "order",
        ),
        (
            "an order number in the text, and the name",
            stranger(name="A. Bakker"),
            Clues(mentioned=frozenset({"W-100200"})),
            "order",
        ),
    ],
)
def test_what_proves_it(title: str, who: Person, clues: Clues, expected: str) -> None:
    found = compare(who, ANNA, clues)
    assert isinstance(found, Same), title
    assert found.proof == expected


@pytest.mark.parametrize(
    ("title", "who", "clues", "expected"),
    [
        (
            "a telephone number, which a household shares",
            stranger(name="Anna Bakker", numbers=frozenset({"+31201234567"})),
            Clues(),
            "phone",
        ),
        (
            "a mail address that anybody can type",
            stranger(),
            Clues(also=frozenset({"anna@example.nl"})),
            "mail",
        ),
        (
            "an order number read off a parcel",
            stranger(name="B. de Vries"),
            Clues(mentioned=frozenset({"W-100200"})),
            "order",
        ),
        ("name and city", stranger(name="A. Bakker", city="utrecht"), Clues(), "name_and_city"),
    ],
)
def test_what_only_suggests_it(title: str, who: Person, clues: Clues, expected: str) -> None:
    found = compare(who, ANNA, clues)
    assert isinstance(found, Likely), title
    assert found.reason == expected


@pytest.mark.parametrize(
    "who",
    [
        stranger(name="Anna Bakker"),
        stranger(name="Anna Bakker", city="Breda"),
        stranger(name="Bert Bakker", city="Utrecht"),
        stranger(mails=frozenset({"anna@example.org"})),
    ],
)
def test_what_says_nothing(who: Person) -> None:
    assert compare(who, ANNA, Clues()) is None


def test_two_known_customers_are_never_joined_without_asking() -> None:
    known = stranger(provisional=False, name="Anna Bakker")
    found = compare(known, ANNA, Clues(orders=frozenset({"W-100200"})))
    assert found == Likely(customer_id="anna", reason="order", facts={"order": "W-100200"})


def test_who_is_proven_to_be_two_people_is_asked() -> None:
    assert (
        best([Same(customer_id="a", proof="order"), Same(customer_id="b", proof="token")]) is None
    )
    assert best([Same(customer_id="a", proof="order"), Same(customer_id="a", proof="token")])


def test_order_numbers_are_found_in_a_text() -> None:
    text = "My order W-100200 (or was it 1234567?), bought on 12-11-2026 for 699 euro, +31612345678"
    assert order_numbers(text) == {"W-100200", "1234567", "31612345678"}
    assert order_numbers("nothing here, 12:30, 55 inch") == set()
