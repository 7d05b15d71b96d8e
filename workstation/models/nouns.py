"""Every noun in one place, and the order in which rows travel."""

from workstation.models.base import CHANNELS, Base, Channel, Replicated, Root
from workstation.models.call import Call, CallHint
from workstation.models.catalogue import Advice, Answer, Product, ProductType, Variant
from workstation.models.contact import Contact
from workstation.models.customer import Customer, Identity, Match
from workstation.models.ids import id_for, new_id, now_ms, time_of
from workstation.models.lines import Dial, DialSeen, Line, Template
from workstation.models.message import Attachment, Message
from workstation.models.order import Order, OrderLine, Return
from workstation.models.people import Agent, Membership, Presence, Skill, Team
from workstation.models.satisfaction import CustomerNote, Rating
from workstation.models.service import Case, Promise, Setting
from workstation.models.share import Share
from workstation.models.views import SavedView
from workstation.models.wrapup import Reason, Resolution, WrapUp
from workstation.models.writing import SharedDraft, Snippet

REPLICATED: tuple[type[Replicated], ...] = (
    Team,
    Agent,
    Membership,
    Skill,
    Presence,
    ProductType,
    Product,
    Variant,
    Answer,
    Advice,
    Reason,
    Resolution,
    Promise,
    Setting,
    Line,
    Dial,
    DialSeen,
    Template,
    SavedView,
    Snippet,
    Customer,
    Identity,
    Match,
    Order,
    OrderLine,
    Return,
    Rating,
    CustomerNote,
    Contact,
    Message,
    Attachment,
    Call,
    CallHint,
    SharedDraft,
    WrapUp,
    Case,
)
"""Every table that desks hold, parents first: the order in which rows travel."""

__all__ = [
    "CHANNELS",
    "REPLICATED",
    "Advice",
    "Agent",
    "Answer",
    "Attachment",
    "Base",
    "Call",
    "CallHint",
    "Case",
    "Channel",
    "Contact",
    "Customer",
    "CustomerNote",
    "Dial",
    "DialSeen",
    "Identity",
    "Line",
    "Match",
    "Membership",
    "Message",
    "Order",
    "OrderLine",
    "Presence",
    "Product",
    "ProductType",
    "Promise",
    "Rating",
    "Reason",
    "Replicated",
    "Resolution",
    "Return",
    "Root",
    "SavedView",
    "Setting",
    "Share",
    "SharedDraft",
    "Skill",
    "Snippet",
    "Team",
    "Template",
    "Variant",
    "WrapUp",
    "id_for",
    "new_id",
    "now_ms",
    "time_of",
]
