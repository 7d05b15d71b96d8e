"""When it is quicker to call: after so many turns, minutes or kinds of question."""

import pytest

from workstation.rules.call_hints import MINUTE, Hint, Limits, Turn, hint, hint_id, limits_of

LIMITS = Limits(turns=4, minutes=15, kinds=3)


def _turns(*said: tuple[str, float]) -> list[Turn]:
    """Who wrote, and at which minute."""
    return [Turn(who == "c", round(minute * MINUTE)) for who, minute in said]


LONG = [("c" if number % 2 == 0 else "a", number * 0.5) for number in range(8)]


@pytest.mark.parametrize(
    ("turns", "kinds", "expected"),
    [
        ([], 1, None),
        ([("c", 0), ("a", 1)], 1, None),
        (LONG, 1, Hint("turns", 4)),
        ([("c", 0), ("c", 0.1), ("c", 0.2), ("c", 0.3), ("a", 1)], 1, None),
        ([("c", 0), ("a", 9), ("c", 16)], 1, Hint("minutes", 16)),
        ([("c", 0), ("a", 19)], 1, None),
        ([("c", 0), ("a", 9), ("c", 300)], 1, None),
        ([("c", 0), ("a", 1)], 3, Hint("kinds", 3)),
        ([("c", 0), ("a", 15), ("c", 30), ("a", 45), ("c", 60)], 3, Hint("minutes", 60)),
    ],
)
def test_a_limit_is_passed(
    turns: list[tuple[str, float]], kinds: int, expected: Hint | None
) -> None:
    assert hint(_turns(*turns), kinds=kinds, limits=LIMITS) == expected


def test_no_limit_is_never_passed() -> None:
    assert hint(_turns(*LONG), kinds=9, limits=Limits(turns=0, minutes=0, kinds=0)) is None


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        (None, Limits()),
        ({"turns": 6}, Limits(turns=6)),
        ({"turns": 0, "minutes": 90, "kinds": 2}, Limits(turns=0, minutes=90, kinds=2)),
        ({"turns": "many", "minutes": True, "kinds": -1}, Limits()),
        ([1, 2], Limits()),
    ],
)
def test_the_limits_are_the_shops_own(setting: object, expected: Limits) -> None:
    assert limits_of(setting) == expected


def test_each_round_of_a_contact_has_one() -> None:
    assert hint_id("one", 5) == hint_id("one", 5) != hint_id("one", 6)
