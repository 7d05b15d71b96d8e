"""Why somebody got in touch is proposed: from what was heard before, and from what it is called."""

import pytest

from workstation.rules.proposed_reasons import Earlier, ReasonFacts, reasons, usual_offers

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


def test_what_was_never_chosen_is_found_by_its_own_word() -> None:
    leaks = ReasonFacts("leaks", frozenset({"lekt"}))
    found = reasons(frozenset({"lekt"}), [*REASONS, leaks], Earlier(every={"late": 900}))
    assert found[0].reason_id == "leaks"


def test_a_word_customers_use_for_it_counts_too_and_its_own_word_more() -> None:
    spots = ReasonFacts("spots", frozenset({"streep"}), meant=frozenset({"vlek", "flikkert"}))
    found = reasons(frozenset({"vlek"}), [*REASONS, spots], Earlier())
    assert found[0].reason_id == "spots"
    found = reasons(frozenset({"flikkert"}), [*REASONS, spots], Earlier())
    assert [one.reason_id for one in found[:2]] == ["flicker", "spots"]


def test_a_word_that_belongs_to_all_tells_none_apart() -> None:
    known = [ReasonFacts("one", frozenset({"water"})), ReasonFacts("two", frozenset({"water"}))]
    found = reasons(frozenset({"water"}), known, Earlier())
    assert found[0].share == pytest.approx(found[1].share)


def test_a_word_never_heard_of_a_seldom_reason_does_not_speak_against_it() -> None:
    earlier = Earlier(every={"late": 300}, words={"sinds": {"late": 20}})
    before, after = (reasons(frozenset(said), REASONS, earlier) for said in ((), ("sinds",)))
    seldom = [
        next(one.share for one in found if one.reason_id == "other") for found in (before, after)
    ]
    assert seldom[1] > 0.5 * seldom[0]


def test_small_words_are_heeded_less() -> None:
    earlier = Earlier(
        every={"late": 50, "flicker": 50},
        words={"nog": {"late": 30, "flicker": 2}, "zwart": {"flicker": 6, "late": 1}},
    )
    said = frozenset({"nog", "zwart"})
    assert reasons(said, REASONS, earlier)[0].reason_id == "late"
    assert reasons(said, REASONS, earlier, small=frozenset({"nog"}))[0].reason_id == "flicker"


def test_the_shares_are_of_one_whole() -> None:
    found = reasons(frozenset({"laat"}), REASONS, Earlier(every={"late": 3}))
    assert sum(one.share for one in found) == pytest.approx(1)
    assert found == sorted(found, key=lambda one: -one.share)


def test_without_reasons_there_is_none() -> None:
    assert reasons(frozenset({"laat"}), [], Earlier()) == []


def test_what_was_offered_more_than_once_is_usual() -> None:
    counts = {"swap": 5, "money": 9, "flowers": 1, "call": 2, "visit": 3}
    assert usual_offers(counts) == ["money", "swap", "visit"]
