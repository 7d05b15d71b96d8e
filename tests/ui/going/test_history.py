"""Back and forward, as in a browser."""

from hypothesis import given, strategies as st

from workstation.ui.going.history import MOST, History, Place

A, B, C = (Place("contact", letter) for letter in "abc")


def test_back_and_forward_and_somewhere_new() -> None:
    history = History()
    assert history.back() is None
    for place in (A, B, C):
        history.go_to(place)
    assert (history.back(), history.back(), history.back()) == (B, A, None)
    assert history.forward() == B
    history.go_to(A)
    assert not history.can_go_forward
    assert history.back() == B


def test_where_one_is_already_counts_once() -> None:
    history = History()
    history.go_to(A)
    history.go_to(A)
    assert not history.can_go_back


def test_what_is_gone_is_forgotten() -> None:
    history = History()
    for place in (A, B, C, B):
        history.go_to(place)
    history.forget(B)
    assert history.here == C
    assert history.back() == A


@given(st.lists(st.sampled_from(["back", "forward", "forget", "a", "b", "c", "d"]), max_size=150))
def test_whatever_one_does(steps: list[str]) -> None:
    told: list[bool] = []
    history = History(lambda: told.append(True))
    for step in steps:
        if step == "back":
            could = history.can_go_back
            assert (history.back() is not None) is could
        elif step == "forward":
            could = history.can_go_forward
            assert (history.forward() is not None) is could
        elif step == "forget":
            history.forget(Place("contact", "a"))
            assert history.here != Place("contact", "a")
        else:
            new = history.here != Place("contact", step)
            history.go_to(Place("contact", step))
            assert history.here == Place("contact", step)
            assert not (new and history.can_go_forward)
    count = 0
    while history.back() is not None:
        count += 1
    assert count < MOST
