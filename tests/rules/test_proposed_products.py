"""What a contact was about is proposed: what is certain first, and always with why."""

import pytest

from workstation.rules.proposed_products import Bought, Heard, ProductFacts, products

DAY = 24 * 60 * 60_000
NOW = 1_795_000_000_000
TV = ProductFacts(
    "tv",
    words=frozenset({"lumea", "oled"}),
    kind_words=frozenset({"televis", "tv"}),
    links=frozenset({"https://shop.example.nl/lumea-55"}),
    product_type_id="tvs",
)
WASHER = ProductFacts("washer", words=frozenset({"spinno"}), kind_words=frozenset({"wasmachin"}))


def _line(product: str, days: int = 10, **given: object) -> Bought:
    known = {"variant_id": f"{product} black", "number": "80352219", "placed_at": NOW - days * DAY}
    return Bought(product, **(known | given))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("heard", "bought", "first", "why", "certain"),
    [
        (Heard(product_id="tv"), [_line("washer")], "tv", "known", True),
        (
            Heard(pages=["https://shop.example.nl/lumea-55/?from=mail#top"]),
            [_line("washer")],
            "tv",
            "page",
            True,
        ),
        (Heard(), [_line("tv", about=True), _line("washer", 1)], "tv", "order", True),
        (Heard(), [_line("tv", about=True, lines=2), _line("washer", 1)], "tv", "order", False),
        (Heard(texts="Over order 80352219."), [_line("washer")], "washer", "named", True),
        (Heard(said=frozenset({"lumea"})), [], "tv", "said", False),
        (Heard(said=frozenset({"wasmachin"})), [_line("washer", 40), _line("tv", 20)],
         "washer", "said", False),
        (Heard(), [_line("washer", 300), _line("tv", 2)], "tv", "bought", False),
        (Heard(), [_line("washer", 8, returned=True), _line("tv", 9)], "washer", "bought", False),
    ],
)  # fmt: skip
def test_the_strongest_sign_goes_first(
    heard: Heard, bought: list[Bought], first: str, why: str, certain: bool
) -> None:
    (found, *_) = products(heard, [TV, WASHER], bought, now=NOW)
    assert (found.product_id, found.why, found.certain) == (first, why, certain)


def test_the_variant_is_the_one_that_was_bought() -> None:
    (found, *_) = products(
        Heard(said=frozenset({"lumea"})), [TV, WASHER], [_line("tv", about=True)], now=NOW
    )
    assert found.variant_id == "tv black"


def test_of_nothing_nothing_is_proposed() -> None:
    assert products(Heard(), [TV, WASHER], [], now=NOW) == []


def test_what_was_bought_twice_counts_once() -> None:
    once = products(Heard(), [], [_line("tv", 3)], now=NOW)
    twice = products(Heard(), [], [_line("tv", 3), _line("tv", 3)], now=NOW)
    assert once == twice
