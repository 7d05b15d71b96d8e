"""What a contact was about is proposed: what is certain first, and always with why."""

import pytest

from workstation.rules.proposals import (
    Bought,
    Earlier,
    Heard,
    ProductFacts,
    ReasonFacts,
    products,
    reasons,
    usual_offers,
)

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


FLICKER = ReasonFacts("flicker", frozenset({"beeld", "flikkert", "flicker"}))
LATE = ReasonFacts("late", frozenset({"bezorg", "laat"}))
REASONS = [FLICKER, LATE, ReasonFacts("other")]


def _first(said: set[str], earlier: Earlier) -> str:
    return reasons(frozenset(said), REASONS, earlier)[0].reason_id


def test_a_word_of_the_reason_itself_is_enough_on_the_first_day() -> None:
    assert _first({"tv", "flikkert"}, Earlier()) == "flicker"


def test_what_was_heard_before_decides() -> None:
    heard = Earlier(
        every={"flicker": 50, "late": 50},
        words={"zwart": {"flicker": 9, "late": 1}, "hallo": {"flicker": 40, "late": 40}},
    )
    (first, *_) = reasons(frozenset({"hallo", "zwart"}), REASONS, heard)
    assert first.reason_id == "flicker"
    assert first.words == ("zwart",)


def test_what_this_product_was_about_counts_more_than_the_rest_of_the_shop() -> None:
    earlier = Earlier(product={"flicker": 12}, kind={"late": 14}, every={"late": 300})
    (first, *_) = reasons(frozenset(), REASONS, earlier)
    assert (first.reason_id, first.times, first.of) == ("flicker", 12, 12)


def test_a_word_does_not_undo_what_is_known_of_the_product() -> None:
    everywhere = {"flicker": 200, "late": 100}
    earlier = Earlier(
        kind={"late": 40}, every=everywhere, words={"uur": {"flicker": 40, "late": 20}}
    )
    assert _first({"uur"}, earlier) == "late", "it is said as often whatever it is about"


def test_one_hearing_does_not_decide() -> None:
    earlier = Earlier(product={"late": 30, "flicker": 1}, words={"snel": {"flicker": 1}})
    assert _first({"snel"}, earlier) == "late"


def test_the_shares_are_of_one_whole() -> None:
    found = reasons(frozenset({"laat"}), REASONS, Earlier(every={"late": 3}))
    assert sum(one.share for one in found) == pytest.approx(1)
    assert found == sorted(found, key=lambda one: -one.share)


def test_without_reasons_there_is_none() -> None:
    assert reasons(frozenset({"laat"}), [], Earlier()) == []


def test_what_was_offered_more_than_once_is_usual() -> None:
    counts = {"swap": 5, "money": 9, "flowers": 1, "call": 2, "visit": 3}
    assert usual_offers(counts) == ["money", "swap", "visit"]
