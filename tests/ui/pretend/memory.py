"""What is in a pretended memory, and who hears that it changed."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tests.ui.pretend.shop import REFERENCE
from workstation.replica.begun import BegunRow
from workstation.replica.found import AnswerHit, Found, OrderHit, Searched
from workstation.replica.rows.channels import DialRow, TemplateRow
from workstation.replica.rows.contact import CallRow, MessageRow
from workstation.replica.rows.customer import CustomerCard
from workstation.replica.rows.inbox import Hit, InboxRow
from workstation.replica.rows.knowledge import CallAdvice, Proposals
from workstation.replica.rows.news import Changed
from workstation.replica.rows.outbox import Draft, OutboxRow
from workstation.replica.rows.product import ProductCard
from workstation.replica.rows.writing import MentionRow, SnippetRow, WritingFacts
from workstation.rules.call_hints import Limits

if TYPE_CHECKING:
    from workstation.actions import Action


class Memory:
    """Asked from the main thread it fails, as the desk must never do."""

    def __init__(self, rows: Sequence[InboxRow] = (), *, guard: bool = True) -> None:
        self.rows = {each.number: each for each in rows}
        self.entries: list[OutboxRow] = []
        self.drafts: dict[str, Draft] = {}
        self.after_now: dict[str, dict[str, Any]] = {}
        """What is to be done after sending, by contact or action."""
        self.shared: list[tuple[str, str]] = []
        """What the office was given of drafts: contact and text."""
        self.names_now = frozenset({"daan"})
        """In lower case."""
        self.kept_now: dict[str, int] = {}
        """When a draft was kept."""
        self.begun_now: dict[str, tuple[BegunRow, ...]] = {}
        self.actions: list[Action] = []
        self.snippets_now: list[SnippetRow] = []
        self.writing_now: dict[str, WritingFacts] = {}
        self.mentions_now: list[MentionRow] = []
        self.held: dict[str, Action] = {}
        """What may still be taken back, by its id."""
        self.retried: list[str] = []
        self.discarded: list[str] = []
        self.files: dict[str, bytes] = {}
        self.looked: dict[str, int] = {}
        self.answering: dict[str, str] = {}
        self.messages: dict[str, list[MessageRow]] = {}
        self.customers: dict[str, CustomerCard] = {}
        self.calls_now: tuple[CallRow, ...] = ()
        self.dials_now: dict[str, DialRow] = {}
        self.call_limits_now = Limits()
        self.templates_now: dict[str, tuple[TemplateRow, ...]] = {}
        self.products: dict[str, ProductCard] = {}
        self.proposed: dict[str, Proposals] = {}
        self.advice: dict[str, CallAdvice] = {}
        self.hits: list[Hit] = []
        self.order_hits: list[OrderHit] = []
        self.answer_hits: list[AnswerHit] = []
        self.meant: dict[str, Found] = {}
        self.older: dict[int, Searched] = {}
        self.further: int | None = None
        self.reference_now = REFERENCE
        self.asked_rows: list[int] = []
        self.error: Exception | None = None
        self._guard = guard
        self._listeners: list[Callable[[Changed], None]] = []

    def subscribe(self, heard: Callable[[Changed], None]) -> Callable[[], None]:
        self._listeners.append(heard)
        return lambda: self._listeners.remove(heard)

    def close(self) -> None:
        self._listeners.clear()

    def tell(self, changed: Changed) -> None:
        for heard in list(self._listeners):
            heard(changed)

    def change(self, number: int, **fields: Any) -> None:
        """A row becomes different, and who listens hears of it."""
        self.rows[number] = replace(self.rows[number], **fields)
        contact = self.rows[number].contact_id
        self.tell(Changed(contacts=frozenset({contact}), tables=frozenset({"contact"})))

    def add(self, new: InboxRow) -> None:
        self.rows[new.number] = new
        self.tell(Changed(contacts=frozenset({new.contact_id}), tables=frozenset({"contact"})))

    def remove(self, number: int) -> None:
        gone = self.rows.pop(number)
        self.tell(Changed(contacts=frozenset({gone.contact_id}), tables=frozenset({"contact"})))

    def _row(self, contact_id: str) -> InboxRow | None:
        return next((r for r in self.rows.values() if r.contact_id == contact_id), None)

    def _elsewhere(self) -> None:
        if self._guard and threading.current_thread() is threading.main_thread():
            raise AssertionError("the replica was asked from the thread that paints")
