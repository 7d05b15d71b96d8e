"""How large and how long the measurements are."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The sizes that the promises are about."""

    contacts: int = 200_000
    messages: int = 1_000_000
    few_contacts: int = 2_000
    few_messages: int = 10_000
    """The small replica that `growth` starts from."""
    fed_contacts: int = 20_000
    fed_messages: int = 100_000
    """What `apply` feeds a fresh replica."""
    listed: int = 100_000
    """Rows in the inbox that is scrolled."""
    opened: int = 50
    """Contacts opened one after the other."""
    texts: int = 100
    """Of the texts that are looked for, at most so many."""
    frames: int = 400
    desks: int = 1_000
    team: int = 12
    per_second: int = 80
    seconds: int = 60
    connections: int = 8
    webhooks: int = 20_000
    """What `storm` posts, before some are repeated."""
    soak_seconds: float = 1800.0
    runs: int = 5
    seed: int = 7


TINY = Plan(
    contacts=300,
    messages=1500,
    few_contacts=200,
    few_messages=1000,
    fed_contacts=200,
    fed_messages=1000,
    listed=200,
    opened=5,
    texts=3,
    frames=20,
    desks=6,
    team=3,
    per_second=10,
    seconds=1,
    connections=2,
    webhooks=100,
    soak_seconds=4.0,
    runs=1,
)
"""Only to see that the machinery runs: what it measures means nothing."""
