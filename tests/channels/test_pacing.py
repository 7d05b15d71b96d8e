"""So many a second over one number, a little apart for one customer, and nobody forgotten."""

import threading

import pytest

from workstation.channels.pacing import Pace, Pacing, shared


def sent(pacing: Pacing, count: int, seconds: float, step: float = 0.001) -> list[float]:
    """When each of so many messages to so many customers goes, asked as often as told to."""
    asking = {f"m-{number}": 0.0 for number in range(count)}
    went: list[float] = []
    now = 0.0
    while asking and now <= seconds:
        for reference, at in list(asking.items()):
            if at > now:
                continue
            wait = pacing.wait(reference=reference, address=reference, now=now)
            if wait == 0:
                went.append(now)
                del asking[reference]
            else:
                asking[reference] = now + wait
        now += step
    return went


def test_a_number_sends_no_faster_than_its_rate_and_no_slower() -> None:
    went = sent(Pacing(Pace(every=1 / 80, burst=8)), 200, 10)
    assert len(went) == 200
    for start in range(200 - 88):
        assert went[start + 88] - went[start] >= 1 - 0.01  # 80 in a second, and the burst
    assert went[-1] == pytest.approx((200 - 8) / 80, abs=0.1)


def test_a_promised_turn_is_kept_and_asking_again_costs_nothing() -> None:
    pacing = Pacing(Pace(every=1.0))
    assert pacing.wait(reference="a", address="x", now=0) == 0
    assert [pacing.wait(reference="b", address="x", now=0.1 * n) for n in range(3)] == [
        pytest.approx(1.0 - 0.1 * n) for n in range(3)
    ]
    assert pacing.wait(reference="c", address="x", now=0.5) == pytest.approx(1.5)
    assert pacing.wait(reference="b", address="x", now=1.0) == 0
    assert pacing.wait(reference="c", address="x", now=2.0) == 0


def test_a_turn_that_nobody_takes_is_forgotten() -> None:
    pacing = Pacing(Pace(every=1.0))
    for name in ("a", "b"):
        pacing.wait(reference=name, address="x", now=0)
    pacing.wait(reference="later", address="x", now=100)
    assert list(pacing._promised) == []


def test_short_lines_to_one_customer_are_spaced_and_others_go_on() -> None:
    pacing = Pacing(Pace(every=1 / 80), Pace(every=6.0, burst=3))
    waits = [pacing.wait(reference=f"m-{n}", address="a", now=n * 0.1) for n in range(4)]
    assert waits == [0, 0, 0, pytest.approx(6.0 - 0.3)]
    assert pacing.wait(reference="other", address="b", now=0.4) == 0
    assert pacing.wait(reference="m-3", address="a", now=6.1) == 0
    assert pacing.wait(reference="m-4", address="a", now=6.2) == pytest.approx(12.0 - 6.2)


def test_what_customers_write_counts_where_the_provider_counts_it() -> None:
    pacing = Pacing(Pace(every=0.1, burst=5))
    pacing.heard(5, now=0)
    assert pacing.wait(reference="a", address="x", now=0) == pytest.approx(0.1)


def test_what_the_provider_holds_back_is_held() -> None:
    pacing = Pacing(Pace(every=0.1, burst=5), Pace(every=1.0, burst=2))
    pacing.hold(now=10, seconds=30)
    assert pacing.wait(reference="a", address="x", now=10) == pytest.approx(30)
    pacing.hold_customer("y", now=50, seconds=8)
    assert pacing.wait(reference="b", address="y", now=50) == pytest.approx(8)
    assert pacing.wait(reference="c", address="x", now=50) == 0
    Pacing(Pace(every=1)).hold_customer("y", now=0, seconds=5)  # has no rule for one customer


def test_threads_share_one_allowance() -> None:
    pacing = Pacing(Pace(every=1.0, burst=10))
    went: list[float] = []

    def ask(name: str) -> None:
        went.extend(
            wait
            for number in range(10)
            if (wait := pacing.wait(reference=f"{name}-{number}", address=name, now=5)) == 0
        )

    threads = [threading.Thread(target=ask, args=(str(n),)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(went) == 10


def test_it_remembers_no_more_customers_than_matter() -> None:
    pacing = Pacing(Pace(every=0.0001, burst=1e9), Pace(every=1.0))
    for number in range(10_050):
        assert pacing.wait(reference=str(number), address=str(number), now=number) == 0
    assert len(pacing._customers) < 100


@pytest.mark.parametrize(("workers", "rate"), [({}, 80.0), ({"WORKSTATION_WORKERS": "4"}, 20.0)])
def test_processes_share_a_rate(workers: dict[str, str], rate: float) -> None:
    assert shared(80, workers) == rate
    assert shared(80, {"WORKSTATION_WORKERS": "many"}) == 80
