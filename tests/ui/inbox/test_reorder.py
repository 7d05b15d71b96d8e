"""From any order to any other: the steps lead there, and small changes take few."""

from array import array

from hypothesis import given, strategies as st

from workstation.ui.inbox.reorder import MOST_STEPS, Step, steps

orders = st.lists(st.integers(0, 60), unique=True, max_size=60).map(lambda n: array("q", n))


def walked(old: "array[int]", new: "array[int]", taken: list[Step]) -> "array[int]":
    rows = list(old)
    for step in taken:
        if step.kind == "remove":
            del rows[step.first : step.last + 1]
        elif step.kind == "insert":
            rows[step.first : step.first] = new[step.first : step.last + 1]
        else:
            rows.insert(step.to, rows.pop(step.first))
    return array("q", rows)


@given(orders, orders)
def test_the_steps_lead_from_one_to_the_other(old: "array[int]", new: "array[int]") -> None:
    taken = steps(old, new)
    assert taken is not None
    assert walked(old, new, taken) == new


def test_nothing_changed() -> None:
    rows = array("q", range(1000))
    assert steps(rows, rows[:]) == []


def test_one_contact_moves_to_the_top_of_many() -> None:
    old = array("q", range(100_000))
    new = array("q", [70_000, *range(70_000), *range(70_001, 100_000)])
    assert steps(old, new) == [Step("move", 70_000, 70_000, 0)]


def test_a_new_contact_and_one_that_left() -> None:
    old = array("q", range(1000))
    new = array("q", [5000, *(n for n in range(1000) if n != 700)])
    assert steps(old, new) == [Step("remove", 700, 700), Step("insert", 0, 0)]


@given(orders, st.data())
def test_one_row_that_moves_takes_one_step(old: "array[int]", data: st.DataObject) -> None:
    if not old:
        return
    new = old[:]
    moved = new.pop(data.draw(st.integers(0, len(old) - 1)))
    new.insert(data.draw(st.integers(0, len(new))), moved)
    taken = steps(old, new)
    assert taken is not None
    assert len(taken) <= 1
    assert walked(old, new, taken) == new


def test_turning_everything_round_is_shown_anew() -> None:
    old = array("q", range(2 * MOST_STEPS))
    assert steps(old, array("q", reversed(old))) is None
