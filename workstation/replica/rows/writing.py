"""Rows that help to write: texts kept ready, what fills their places, who was mentioned."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class SnippetRow:
    """`agent_id` says whose own it is, `team_id` which team's; neither is everybody's. `channels`
    empty is every channel."""

    snippet_id: str
    shortcut: str
    name_en: str
    name_nl: str
    text_en: str
    text_nl: str
    channels: tuple[str, ...] = ()
    deeds: Mapping[str, Any] = field(default_factory=dict)
    team_id: str | None = None
    agent_id: str | None = None
    position: int = 0

    def name(self, language: str) -> str:
        return self.name_nl if language.startswith("nl") else self.name_en

    def text(self, language: str) -> str:
        """In a language, or in the other one where it was not written."""
        first, second = self.text_en, self.text_nl
        if language.startswith("nl"):
            first, second = second, first
        return first or second

    def fits(self, channel: str) -> bool:
        return not self.channels or channel in self.channels


@dataclass(frozen=True, slots=True)
class OrderName:
    """An order as it is named in a text; `state` as the shop's systems call it."""

    order_id: str
    number: str
    state: str
    placed_at: int


@dataclass(frozen=True, slots=True)
class WritingFacts:
    """What is known of a contact when something is written on it."""

    contact_id: str
    channel: str
    language: str
    customer_name: str
    product_name: str
    order: OrderName | None
    """The one that the contact is about, or the only one that the customer ever placed."""
    orders: tuple[OrderName, ...]
    """All of the customer, the newest first."""
    readers: tuple[str, ...]
    """The ids of the agents who can see the contact."""


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A note in which somebody asks for me; `at` in milliseconds since the epoch."""

    message_id: str
    contact_id: str
    author_id: str | None
    author_name: str
    customer_name: str
    text: str
    at: int
