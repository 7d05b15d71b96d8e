"""How long the desk waits before it tries again, and what it says about the connection."""

import pytest

from workstation.replica.backoff import FIRST, Backoff
from workstation.replica.mood import METERED, SLOW, MoodKeeper
from workstation.replica.rows.news import Mood


def test_each_pause_is_longer_up_to_a_limit() -> None:
    backoff = Backoff(draw=lambda low, high: high, longest=10)
    assert [backoff.next() for _ in range(7)] == [0.5, 1, 2, 4, 8, 10, 10]
    backoff.reset()
    assert backoff.next() == FIRST


def test_a_pause_is_never_nothing_and_not_the_same_for_all() -> None:
    backoff = Backoff()
    drawn = [backoff.next() for _ in range(40)]
    assert min(drawn) >= FIRST / 4
    assert max(drawn) <= 30
    assert len(set(drawn)) > 30


@pytest.fixture
def keeper() -> MoodKeeper:
    return MoodKeeper()


def _name(keeper: MoodKeeper) -> str:
    return keeper.mood.name


def test_nothing_is_online_before_something_answered(keeper: MoodKeeper) -> None:
    assert _name(keeper) == "offline"
    keeper.well("listen", 0.1)
    assert _name(keeper) == "online"


def test_one_half_in_trouble_is_offline_until_that_half_is_well(keeper: MoodKeeper) -> None:
    keeper.well("listen", 0.1)
    keeper.trouble("push", "it broke", 77)
    assert keeper.mood == Mood("offline", "it broke", next_try_at=77)
    keeper.well("listen", 0.1)
    assert _name(keeper) == "offline"
    keeper.well("push", 0.1)
    assert _name(keeper) == "online"


def test_a_line_that_takes_long_is_slow(keeper: MoodKeeper) -> None:
    keeper.well("push", SLOW * 2)
    assert _name(keeper) == "slow"
    keeper.well("push", SLOW / 2)
    assert _name(keeper) == "online"


def test_a_line_that_is_paid_for_is_slow_however_quick_it_is(keeper: MoodKeeper) -> None:
    keeper.metered(True)
    assert _name(keeper) == "offline"
    keeper.well("listen", 0.1)
    assert (keeper.mood.name, keeper.mood.detail) == ("slow", METERED)
    keeper.trouble("push", "it broke", 77)
    assert (keeper.mood.name, keeper.mood.detail) == ("offline", "it broke")
    keeper.well("push", SLOW * 2)
    assert (keeper.mood.name, keeper.mood.detail) == ("slow", METERED)
    keeper.metered(False)
    assert (keeper.mood.name, keeper.mood.detail) == ("slow", "")
    keeper.well("push", 0.1)
    assert _name(keeper) == "online"


def test_who_is_signed_out_hears_that_first(keeper: MoodKeeper) -> None:
    keeper.trouble("push", "it broke", None)
    keeper.signed_out("Sign in again, please.")
    assert (keeper.mood.name, keeper.mood.detail) == ("signed_out", "Sign in again, please.")


def test_counts_go_with_every_mood_and_are_told_once(keeper: MoodKeeper) -> None:
    heard: list[Mood] = []
    stop = keeper.listen(heard.append)
    keeper.outbox(2, 1)
    keeper.outbox(2, 1)
    keeper.well("push", 0.1)
    assert [(mood.name, mood.waiting, mood.refused) for mood in heard] == [
        ("offline", 2, 1),
        ("online", 2, 1),
    ]
    stop()
    keeper.outbox(0, 0)
    assert len(heard) == 2


def test_a_first_download_is_said_while_it_runs(keeper: MoodKeeper) -> None:
    keeper.well("listen", 0.1)
    keeper.fetching(1200, 5000)
    said = (keeper.mood.name, keeper.mood.contacts, keeper.mood.all_contacts)
    assert said == ("rebuilding", 1200, 5000)
    keeper.fetching(None)
    assert _name(keeper) == "online"


def test_a_first_download_that_was_stopped_rests_until_it_goes_on(keeper: MoodKeeper) -> None:
    keeper.fetching(1200, 5000)
    keeper.rests(True)
    keeper.fetching(None)
    said = (keeper.mood.name, keeper.mood.contacts, keeper.mood.all_contacts)
    assert said == ("resting", 1200, 5000)
    keeper.trouble("push", "it broke", 77)
    assert _name(keeper) == "offline"
    keeper.well("push", 0.1)
    assert _name(keeper) == "resting"
    keeper.rests(False)
    assert _name(keeper) == "online"
