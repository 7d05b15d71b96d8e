"""The telephone: who rings, the call in hand, and the clock after it."""
