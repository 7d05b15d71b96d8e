"""What passes between people and is never stored: who is typing, and who is looking."""

from typing import Literal

SignalKind = Literal["typing", "looking", "gone"]
"""`gone` takes the other two back. Each also fades by itself: who still types says so again."""

CUSTOMER = "customer"
"""Who a signal is from when it is not an agent."""

FADES = 6_000
"""Milliseconds after which a "typing" that was not repeated no longer holds."""
EVERY = 3_000
"""Milliseconds before the same is said again."""
