"""How a message's delivery may move: forward only; failed and uncertain wait for a person."""

from workstation.models.message import DeliveryState

_RANK: dict[DeliveryState, int] = {
    "queued": 0,
    "uncertain": 1,
    "sent": 2,
    "delivered": 3,
    "read": 4,
}


def may_become(now: DeliveryState, new: DeliveryState) -> bool:
    """Whether news about a message still says something new.

    A provider's word that a message was sent, delivered or read settles an uncertain one.
    Failed is final, and may only come while nothing says the customer has it.
    """
    if now in ("", "failed") or new in ("", "queued") or now == new:
        return False
    if new == "failed":
        return _RANK[now] <= _RANK["sent"]
    return _RANK[new] > _RANK[now]


def may_retry(now: DeliveryState) -> bool:
    return now in ("failed", "uncertain")
