"""A call is what its steps make it, in whatever order they were heard."""

import itertools

import pytest
from hypothesis import given, strategies as st

from workstation.rules.calls import Course, Step, course, step, steps_of, together, waits

RING = step("ringing", 1_000)
ANSWER = step("answered", 5_000, "jansen")
HOLD = step("held", 9_000)
RESUME = step("resumed", 12_000)
END = step("ended", 20_000)


def _course(*steps: Step, inbound: bool = True) -> Course:
    return course(together((), steps), inbound=inbound)


@pytest.mark.parametrize(
    ("steps", "state", "outcome"),
    [
        ([RING], "ringing", ""),
        ([RING, ANSWER], "talking", ""),
        ([RING, ANSWER, HOLD], "held", ""),
        ([RING, ANSWER, HOLD, RESUME], "talking", ""),
        ([RING, ANSWER, END], "ended", "answered"),
        ([RING, END], "ended", "missed"),
        ([RING, step("ended", 9_000, how="busy")], "ended", "busy"),
        ([RING, step("ended", 9_000, how="nonsense")], "ended", "missed"),
        ([step("ended", 9_000, how="answered")], "ended", "answered"),
        ([RING, END, step("recorded", 21_000, how="voicemail")], "ended", "voicemail"),
        ([RING, ANSWER, END, step("ended", 21_000, how="missed")], "ended", "answered"),
    ],
)
def test_where_a_call_stands(steps: list[Step], state: str, outcome: str) -> None:
    found = _course(*steps)
    assert (found.state, found.outcome) == (state, outcome)


def test_a_call_of_ours_is_dialling_until_it_is_answered() -> None:
    assert _course(RING, inbound=False).state == "dialling"
    assert course((), inbound=False, asked_at=500).started_at == 500
    assert _course(RING, END, inbound=False).outcome == "missed"


def test_the_time_on_hold_is_added_up() -> None:
    again = step("held", 15_000)
    found = _course(RING, ANSWER, HOLD, RESUME, again)
    assert (found.held_ms, found.held_since) == (3_000, 15_000)
    ended = _course(RING, ANSWER, HOLD, RESUME, again, END)
    assert (ended.held_ms, ended.held_since) == (8_000, None)


def test_who_has_it_is_who_had_it_last() -> None:
    rung = step("ringing", 1_000, "bakker")
    assert _course(rung).agent == "bakker"
    assert _course(rung, ANSWER).agent == "jansen"
    assert _course(rung, ANSWER, step("transferred", 9_000, "smit")).agent == "smit"


@pytest.mark.parametrize(
    ("inbound", "state", "outcome", "waiting"),
    [
        (True, "ringing", "", True),
        (True, "talking", "", False),
        (True, "ended", "answered", False),
        (True, "ended", "missed", True),
        (True, "ended", "voicemail", True),
        (False, "dialling", "", False),
        (False, "ended", "missed", False),
    ],
)
def test_who_waits_for_us(inbound: bool, state: str, outcome: str, waiting: bool) -> None:
    assert waits(inbound=inbound, state=state, outcome=outcome) == waiting


def test_any_order_makes_the_same_call() -> None:
    steps = [RING, ANSWER, HOLD, RESUME, END, step("recorded", 21_000)]
    orders = {_course(*order) for order in itertools.permutations(steps)}
    assert len(orders) == 1


_STEPS = st.builds(
    step,
    st.sampled_from(["ringing", "answered", "held", "resumed", "transferred", "ended"]),
    st.integers(min_value=0, max_value=50),
    st.sampled_from(["", "jansen", "smit"]),
    st.sampled_from(["", "missed", "voicemail"]),
)


@given(st.lists(_STEPS, min_size=1, max_size=12), st.data())
def test_any_order_any_repetition_and_any_portions(steps: list[Step], data: st.DataObject) -> None:
    expected = together((), steps)
    shuffled = data.draw(st.permutations(steps + data.draw(st.lists(st.sampled_from(steps)))))
    cut = data.draw(st.integers(min_value=0, max_value=len(shuffled)))
    portions = together(together((), shuffled[:cut]), shuffled[cut:])
    assert portions == expected
    assert steps_of({"steps": [one.as_facts() for one in expected]}) == set(expected)
    found = course(expected, inbound=True)
    assert found.held_ms >= 0
    assert (found.state == "ended") == (found.ended_at is not None) == bool(found.outcome)
