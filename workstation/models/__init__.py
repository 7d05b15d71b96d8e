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
        REPLICATED as REPLICATED,
        Advice as Advice,
        Agent as Agent,
        Answer as Answer,
        Attachment as Attachment,
        Base as Base,
        Call as Call,
        CallHint as CallHint,
        Case as Case,
        Channel as Channel,
        Contact as Contact,
        Customer as Customer,
        CustomerNote as CustomerNote,
        Dial as Dial,
        DialSeen as DialSeen,
        Identity as Identity,
        Line as Line,
        Match as Match,
        Membership as Membership,
        Message as Message,
        Order as Order,
        OrderLine as OrderLine,
        Presence as Presence,
        Product as Product,
        ProductType as ProductType,
        Promise as Promise,
        Rating as Rating,
        Reason as Reason,
        Replicated as Replicated,
        Resolution as Resolution,
        Return as Return,
        Root as Root,
        SavedView as SavedView,
        Setting as Setting,
        Share as Share,
        SharedDraft as SharedDraft,
        Skill as Skill,
        Snippet as Snippet,
        Team as Team,
        Template as Template,
        Variant as Variant,
        WrapUp as WrapUp,
        id_for as id_for,
        new_id as new_id,
        now_ms as now_ms,
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
