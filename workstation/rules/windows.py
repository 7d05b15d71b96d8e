"""Until when a channel lets us answer freely, and when its owner is reminded that this ends."""

MINUTE = 60_000
REMIND_MINUTES = 120
"""How long before the end the owner is reminded, where the shop did not choose
(`window_reminder_minutes`)."""


def closes_at(wrote_at: int, window: int | None) -> int | None:
    """When the window closes that opened when the customer wrote; None where there is none."""
    return None if window is None else wrote_at + window


def may_answer(reply_until: int | None, now: int, *, template: bool = False) -> bool:
    """Whether a reply may leave at this moment: freely until the window closes, and after that
    only as a template. A window is closed at the very moment that it ends."""
    return template or reply_until is None or now < reply_until


def reminder_before(setting: object) -> int:
    """Milliseconds before the end at which to remind, from the shop's setting in minutes. 0 is
    not at all."""
    if isinstance(setting, bool) or not isinstance(setting, int | float) or setting < 0:
        return REMIND_MINUTES * MINUTE
    return int(setting * MINUTE)


def is_due(*, reply_until: int | None, waiting_since: int | None, before: int, now: int) -> bool:
    """Whether it is time to remind the owner: the customer waits, and the window soon closes."""
    if reply_until is None or waiting_since is None or not before:
        return False
    return reply_until - before <= now < reply_until
