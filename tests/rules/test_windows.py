"""A free answer until the window closes, a template after; and a reminder in time."""

import pytest

from workstation.rules.windows import closes_at, is_due, may_answer, reminder_before

HOUR = 3_600_000
END = 24 * HOUR


@pytest.mark.parametrize(
    ("until", "now", "template", "may"),
    [
        (None, END, False, True),
        (END, END - 1, False, True),
        (END, END, False, False),
        (END, END + 1, False, False),
        (END, END, True, True),
        (END, 0, True, True),
    ],
)
def test_when_a_reply_may_leave(until: int | None, now: int, template: bool, may: bool) -> None:
    assert may_answer(until, now, template=template) is may


def test_a_window_opens_when_the_customer_writes() -> None:
    assert closes_at(5, 24 * HOUR) == 24 * HOUR + 5
    assert closes_at(5, None) is None


@pytest.mark.parametrize(
    ("setting", "minutes"),
    [(None, 120), (30, 30), (1.5, 1.5), (0, 0), (-5, 120), ("soon", 120), (True, 120)],
)
def test_how_long_before_the_end(setting: object, minutes: float) -> None:
    assert reminder_before(setting) == minutes * 60_000


@pytest.mark.parametrize(
    ("until", "waiting", "now", "due"),
    [
        (END, 1, END - 2 * HOUR - 1, False),
        (END, 1, END - 2 * HOUR, True),
        (END, 1, END - 1, True),
        (END, 1, END, False),
        (END, None, END - HOUR, False),
        (None, 1, END - HOUR, False),
    ],
)
def test_when_to_remind(until: int | None, waiting: int | None, now: int, due: bool) -> None:
    given = {"reply_until": until, "waiting_since": waiting, "now": now}
    assert is_due(**given, before=2 * HOUR) is due  # type: ignore[arg-type]
    assert not is_due(**given, before=0)  # type: ignore[arg-type]
