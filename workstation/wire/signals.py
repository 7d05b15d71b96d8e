"""What passes between people and is never stored: who is typing, and who is looking."""

from typing import Literal

SignalKind = Literal["typing", "looking", "gone"]
"""How somebody is at a contact, from now on: who types looks too, and who only looks no longer
types. Each also fades by itself: who is still there says so again."""

CUSTOMER = "customer"
"""Who a signal is from when it is not an agent."""

FADES = 6_000
"""Milliseconds after which a "typing" that was not repeated no longer holds."""
EVERY = 3_000
"""Milliseconds before the same is said again."""

LOOKING_FADES = 150_000
"""Milliseconds after which a colleague's "looking" that was not repeated no longer holds."""
LOOKING_EVERY = 60_000
"""Milliseconds before a desk repeats that one is looking; twice as long on a metered line."""
