"""Who somebody turned out to be: following merged customers to the one they belong to."""

from workstation.actions.base import World
from workstation.models import Customer

FURTHEST = 100
"""How far a chain of merges is followed; there are no circles, but nobody should hang on one."""


def head_of(world: World, customer: Customer) -> Customer:
    """The customer that `customer` is part of: themselves unless merged. A desk that may not see
    the next one stops there."""
    for _ in range(FURTHEST):
        if customer.merged_into_id is None:
            break
        following = world.get(Customer, customer.merged_into_id)
        if following is None:
            break
        customer = following
    return customer
