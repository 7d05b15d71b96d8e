"""Every noun in one place, and the order in which rows travel."""

from workstation.models.base import CHANNELS, Base, Channel, Replicated, Root
from workstation.models.call import Call
from workstation.models.catalogue import Advice, Answer, Product, ProductType, Variant
from workstation.models.contact import Contact
from workstation.models.customer import Customer, Identity, Match
from workstation.models.ids import id_for, new_id, now_ms, time_of
from workstation.models.lines import Dial, DialSeen, Line, Template
from workstation.models.message import Attachment, Message
from workstation.models.order import Order, OrderLine, Return
from workstation.models.people import Agent, Membership, Presence, Skill, Team
from workstation.models.service import Case, Promise, Setting
from workstation.models.share import Share
from workstation.models.wrapup import Reason, Resolution, WrapUp

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
    Customer,
    Identity,
    Match,
    Order,
    OrderLine,
    Return,
    Contact,
    Message,
    Attachment,
    Call,
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
    "Case",
    "Channel",
    "Contact",
    "Customer",
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
    "Reason",
    "Replicated",
    "Resolution",
    "Return",
    "Root",
    "Setting",
    "Share",
    "Skill",
    "Team",
    "Template",
    "Variant",
    "WrapUp",
    "id_for",
    "new_id",
    "now_ms",
    "time_of",
]
