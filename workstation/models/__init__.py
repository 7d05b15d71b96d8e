"""NOUNS: the tables, the same on the desk and on the server. One representation of each noun;
the wire form and the desk's replica are derived from it.

The names are loaded when they are first used: the desk paints its first screen from plain rows,
before SQLAlchemy is there.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workstation.models.nouns import (
        CHANNELS as CHANNELS,
    )
    from workstation.models.nouns import (
        REPLICATED as REPLICATED,
    )
    from workstation.models.nouns import (
        Advice as Advice,
    )
    from workstation.models.nouns import (
        Agent as Agent,
    )
    from workstation.models.nouns import (
        Answer as Answer,
    )
    from workstation.models.nouns import (
        Attachment as Attachment,
    )
    from workstation.models.nouns import (
        Base as Base,
    )
    from workstation.models.nouns import (
        Case as Case,
    )
    from workstation.models.nouns import (
        Channel as Channel,
    )
    from workstation.models.nouns import (
        Contact as Contact,
    )
    from workstation.models.nouns import (
        Customer as Customer,
    )
    from workstation.models.nouns import (
        Identity as Identity,
    )
    from workstation.models.nouns import (
        Membership as Membership,
    )
    from workstation.models.nouns import (
        Message as Message,
    )
    from workstation.models.nouns import (
        Order as Order,
    )
    from workstation.models.nouns import (
        OrderLine as OrderLine,
    )
    from workstation.models.nouns import (
        Presence as Presence,
    )
    from workstation.models.nouns import (
        Product as Product,
    )
    from workstation.models.nouns import (
        ProductType as ProductType,
    )
    from workstation.models.nouns import (
        Promise as Promise,
    )
    from workstation.models.nouns import (
        Reason as Reason,
    )
    from workstation.models.nouns import (
        Replicated as Replicated,
    )
    from workstation.models.nouns import (
        Resolution as Resolution,
    )
    from workstation.models.nouns import (
        Return as Return,
    )
    from workstation.models.nouns import (
        Root as Root,
    )
    from workstation.models.nouns import (
        Setting as Setting,
    )
    from workstation.models.nouns import (
        Share as Share,
    )
    from workstation.models.nouns import (
        Skill as Skill,
    )
    from workstation.models.nouns import (
        Team as Team,
    )
    from workstation.models.nouns import (
        Variant as Variant,
    )
    from workstation.models.nouns import (
        WrapUp as WrapUp,
    )
    from workstation.models.nouns import (
        id_for as id_for,
    )
    from workstation.models.nouns import (
        new_id as new_id,
    )
    from workstation.models.nouns import (
        now_ms as now_ms,
    )
    from workstation.models.nouns import (
        time_of as time_of,
    )


_FUNCTIONS = ("id_for", "new_id", "now_ms", "time_of")


def __getattr__(name: str) -> Any:
    if name[:1].isupper():
        nouns = importlib.import_module("workstation.models.nouns")
        if hasattr(nouns, name):
            return getattr(nouns, name)
    elif name in _FUNCTIONS:
        return getattr(importlib.import_module("workstation.models.ids"), name)
    raise AttributeError(f"module 'workstation.models' has no attribute {name!r}")
