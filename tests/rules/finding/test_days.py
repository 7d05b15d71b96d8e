"""Days as people write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from workstation.rules.finding.days import day_of, may_become_a_day

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-01", date(2026, 11, 1)),
        ("2026/11/1", date(2026, 11, 1)),
        ("2026-11", date(2026, 11, 1)),
        ("2026", date(2026, 1, 1)),
        ("1-11-2026", date(2026, 11, 1)),
        ("1.11.26", date(2026, 11, 1)),
        ("1-11", date(2026, 11, 1)),
        ("24-12", date(2025, 12, 24)),
        ("today", TODAY),
        ("Gisteren", date(2026, 11, 21)),
        ("7d", date(2026, 11, 15)),
        ("2w", date(2026, 11, 8)),
        ("3m", date(2026, 8, 22)),
        ("1y", date(2025, 11, 22)),
        ("2026-02-30", None),
        ("christmas", None),
        ("999y", date(1027, 11, 22)),
        ("", None),
    ],
)
def test_days(text: str, day: date | None) -> None:
    assert day_of(text, TODAY) == day


def test_a_month_ago_of_a_day_that_month_has_not() -> None:
    assert day_of("1m", date(2026, 3, 31)) == date(2026, 2, 28)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_can_be_written_and_typed(day: date) -> None:
    text = day.isoformat()
    assert day_of(text, TODAY) == day
    assert all(may_become_a_day(text[:end]) for end in range(len(text) + 1))


@given(st.text(max_size=12))
def test_anything_can_be_typed(text: str) -> None:
    day_of(text, TODAY)
    may_become_a_day(text)


@given(st.integers(0, 999))
def test_so_many_days_ago(count: int) -> None:
    assert day_of(f"{count}d", TODAY) == TODAY - timedelta(days=count)
