"""What is known of the contact that is written on: snippets, what fills places, colleagues."""

from PySide6.QtCore import QDateTime, QLocale, QObject, QTimer, Signal

from workstation.replica.rows.news import Changed
from workstation.replica.rows.reference import AgentRow
from workstation.replica.rows.writing import OrderName, SnippetRow, WritingFacts
from workstation.rules.order_states import order_state_words
from workstation.rules.places import first_name
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.transcript.harmless import harmless_line

Known = tuple[WritingFacts | None, tuple[SnippetRow, ...]]


class WhatIsKnown(QObject):
    """Read when a contact opens, and again when it or a snippet changes."""

    changed = Signal()

    def __init__(self, context: DeskContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._contact_id = ""
        self.facts: WritingFacts | None = None
        self.snippets: tuple[SnippetRow, ...] = ()
        context.news.changed.connect(self._heard)

    def look_at(self, contact_id: str | None) -> None:
        if contact_id != self._contact_id:
            self._contact_id = contact_id or ""
            self.facts = None
            QTimer.singleShot(0, self, self._read)  # after the contact itself was asked for

    @property
    def language(self) -> str:
        """The customer's, as far as it is known; else one's own."""
        found = self.facts.language if self.facts is not None else ""
        return found if found[:2] in ("nl", "en") else self._context.language

    @property
    def orders(self) -> tuple[OrderName, ...]:
        return self.facts.orders if self.facts is not None else ()

    @property
    def customer_first_name(self) -> str:
        return first_name(harmless_line(self.facts.customer_name)) if self.facts is not None else ""

    def values(self) -> dict[str, str]:
        """What fills the places of a text, in the customer's language."""
        facts = self.facts
        language = self.language
        values = {
            "agent.first_name": first_name(self._context.me.name),
            "today": _day(self._context.clock(), language),
        }
        if facts is None:
            return values
        values["customer.first_name"] = self.customer_first_name
        values["customer.name"] = (
            harmless_line(facts.customer_name) if self.customer_first_name else ""
        )
        values["product.name"] = harmless_line(facts.product_name)
        if facts.order is not None:
            values["order.number"] = facts.order.number
            values["order.state"] = order_state_words(facts.order.state, language)
        return values

    def colleagues(self) -> list[AgentRow]:
        """Who can read a note here, except oneself."""
        me = self._context.me.agent_id
        readers = None if self.facts is None else set(self.facts.readers)
        return [
            agent
            for agent in self._context.reference.agents
            if agent.agent_id != me and (readers is None or agent.agent_id in readers)
        ]

    def _heard(self, changed: Changed) -> None:
        if (
            changed.everything
            or self._contact_id in changed.contacts
            or changed.tables & {"snippet", "customer_order", "membership"}
        ):
            self._read()

    def _read(self) -> None:
        contact_id = self._contact_id

        def work(replica: ReplicaDoor) -> Known:
            return replica.writing_facts(contact_id) if contact_id else None, replica.snippets()

        self._context.reader.ask(
            "what is known", work, lambda found: self._know(contact_id, found), owner=self
        )

    def _know(self, contact_id: str, found: Known) -> None:
        if contact_id == self._contact_id and found != (self.facts, self.snippets):
            self.facts, self.snippets = found
            self.changed.emit()


def _day(now: int, language: str) -> str:
    """ "22 november 2026"."""
    locale = QLocale("nl_NL" if language.startswith("nl") else "en_GB")
    day = QDateTime.fromMSecsSinceEpoch(now).date()
    return locale.toString(day, "d MMMM yyyy")
