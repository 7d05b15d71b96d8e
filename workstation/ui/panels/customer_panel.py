"""Who the customer is: addresses, orders, and every contact on every channel."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from workstation.replica.rows.contact import ContactHead
from workstation.replica.rows.customer import CustomerCard, MatchRow, MergedRow
from workstation.ui.contact.moments import local, money
from workstation.ui.contact.refusal_words import refusal_sentence
from workstation.ui.context import DeskContext
from workstation.ui.emptied import emptied
from workstation.ui.nobody import called
from workstation.ui.panels.face import Face
from workstation.ui.panels.fact import Fact
from workstation.ui.panels.flow import Flow
from workstation.ui.panels.identity_chip import IdentityChip
from workstation.ui.panels.match_card import MatchCard
from workstation.ui.panels.merged_line import MergedLine
from workstation.ui.panels.notes_part import NotesPart
from workstation.ui.panels.order_card import OrderCard
from workstation.ui.panels.preferences_line import PreferencesLine
from workstation.ui.panels.rating_words import average_words
from workstation.ui.panels.section import Card, Heading, Words
from workstation.ui.panels.timeline_model import TimelineModel
from workstation.ui.panels.timeline_view import TimelineView
from workstation.ui.theme.page import Page
from workstation.ui.transcript.harmless import harmless_line

FIRST_ORDERS = 2
MATCHES = 2
"""Questions about who somebody is that are asked at once."""


class CustomerPanel(QScrollArea):
    """Plain facts, the ones for this contact first."""

    contact_chosen = Signal(str)
    """A contact id of the timeline."""
    product_wanted = Signal(str, str)
    """A product id and a variant id: of a line of an order."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._card: CustomerCard | None = None
        self._head: ContactHead | None = None
        self._all_orders = False
        self._wanted_order = ""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Customer"))
        self._body = Page(self)
        self._body.setProperty("look", "surface")
        self._body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWidget(self._body)
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(16, 14, 16, 20)
        self._column.setSpacing(6)
        self._top = QVBoxLayout()
        self._top.setSpacing(6)
        self.history = Words(ink="faint", size=12)
        self.history.hide()
        self.timeline = TimelineModel(context.language, self)
        self.visits = TimelineView(context.theme, self.timeline, self._body)
        self.visits.chosen.connect(self.contact_chosen)
        self._visits_heading = Heading(self.tr("All contact, every channel"))
        self.notes = NotesPart(context, self._body)
        self.notes.written.connect(self._write_note)
        self.notes.removed.connect(lambda key: self._do("remove_customer_note", note_id=key))
        self._orders, self._ratings = QVBoxLayout(), QVBoxLayout()
        for part in (self._orders, self._ratings):
            part.setSpacing(6)
        self.chips: list[IdentityChip] = []
        self._column.addLayout(self._top)
        self._column.addWidget(self.notes)
        self._column.addLayout(self._orders)
        self._column.addLayout(self._ratings)
        self._column.addWidget(self._visits_heading)
        self._column.addWidget(self.history)
        self._column.addWidget(self.visits)
        self._column.addStretch(1)
        self._body.hide()

    @property
    def card(self) -> CustomerCard | None:
        return self._card

    def show_customer(self, card: CustomerCard | None, head: ContactHead | None) -> None:
        """Show a customer beside the contact on the screen."""
        if (card and card.customer_id) != (self._card and self._card.customer_id):
            self._all_orders = False
            self._wanted_order = ""
            self.verticalScrollBar().setValue(0)
        same = (
            _without_time(card) == _without_time(self._card)
            and head is not None
            and self._head is not None
            and (
                (head.contact_id, head.order_number)
                == (self._head.contact_id, self._head.order_number)
            )
        )
        old, self._card, self._head = self._card, card, head
        if not same:
            self._fill()
        elif card != old:
            self._fill_time()

    def say_history(self, text: str) -> None:
        """Something about older contacts: that they are fetched, or cannot be now."""
        self.history.say(text)
        self.history.setVisible(bool(text))

    def _fill(self) -> None:
        top = emptied(self._top)
        card = self._card
        self._body.setVisible(card is not None)
        if card is None:
            return
        channel = card.identities[0].channel if card.identities else "phone"
        name = called(card.name, channel)
        top.addWidget(Face(self._context.theme, name, self._about(card), card.ratings))
        preferences = PreferencesLine(card)
        preferences.changed.connect(
            lambda what, to: self._do(
                "set_customer_preferences", customer_id=card.customer_id, **{what: to}
            )
        )
        top.addWidget(preferences)
        if card.provisional:
            top.addWidget(self._unknown())
        for match in card.matches[:MATCHES]:
            top.addWidget(self._match(card, match))
        self.chips = [IdentityChip(self._context.theme, one) for one in card.identities]
        if self.chips:
            flow = Flow(self.chips)
            for chip in self.chips:
                chip.toggled.connect(flow.settle)
            top.addWidget(flow)
        for merged in card.merged:
            top.addWidget(self._merged(merged))
        if card.note:
            top.addWidget(Fact(self._context.theme, card.note, ink="muted", size=12))
        self.notes.put(card.customer_id, card.notes)
        self._fill_orders(emptied(self._orders), card)
        self._fill_ratings(card)
        self._fill_time()

    def _fill_time(self) -> None:
        """All that changes with each message: whoever points at the rest, or looks at an address
        unmasked, goes on with it."""
        card = self._card
        if card is None:
            return
        head_id = self._head.contact_id if self._head else ""
        dutch = self._context.language == "nl"
        self.timeline.put(
            card.timeline,
            now=self._context.clock(),
            open_id=head_id,
            ratings=card.ratings,
            offers={
                row.resolution_id: row.name_nl if dutch else row.name_en
                for row in self._context.reference.resolutions
            },
        )
        self._visits_heading.setVisible(bool(card.timeline or card.ratings))

    def show_addresses(self) -> None:
        """Every address as it is, or masked again."""
        shown = not all(chip.isChecked() for chip in self.chips)
        for chip in self.chips:
            chip.setChecked(shown)

    def write_note(self) -> None:
        self.notes.begin()
        self.ensureWidgetVisible(self.notes, 0, 40)

    def _fill_ratings(self, card: CustomerCard) -> None:
        part = emptied(self._ratings)
        if card.ratings:
            part.addWidget(Heading(self.tr("What they think of us")))
            said = average_words(card.ratings, self._context.language)
            part.addWidget(Fact(self._context.theme, said, size=12))

    def _about(self, card: CustomerCard) -> str:
        parts = [harmless_line(card.city)]
        if card.since is not None and not card.provisional:
            year = str(local(card.since).year)
            parts.append(self.tr("customer since {year}").format(year=year))
        return " · ".join(part for part in parts if part)

    def _unknown(self) -> QWidget:
        """Nobody knows yet who this is: say so, and offer to look them up."""
        box = Card(self._context.theme)
        box.column.addWidget(Words(self.tr("We do not know yet who this is"), strong=True))
        box.column.addWidget(
            Words(
                self.tr("Link the contact to a customer to see their orders."),
                ink="muted",
                size=12,
            )
        )
        row = QHBoxLayout()
        link = QPushButton(self._context.commands.title("link_customer"))
        link.setProperty("look", "link")
        link.setToolTip(self._context.commands.tooltip("link_customer"))
        link.clicked.connect(lambda: self._context.commands.run("link_customer"))
        row.addWidget(link)
        row.addStretch(1)
        box.column.addLayout(row)
        return box

    def _match(self, card: CustomerCard, match: MatchRow) -> QWidget:
        """Somebody who is probably this customer. Whom the shop knows stays; a stranger becomes
        part of them."""
        box = MatchCard(self._context.theme, match)
        kept, other = card.customer_id, match.customer_id
        if card.provisional and not match.provisional:
            kept, other = other, kept
        box.confirmed.connect(lambda: self._do("merge_customers", customer_id=kept, other_id=other))
        box.dismissed.connect(lambda: self._do("dismiss_match", match_id=match.match_id))
        return box

    def _merged(self, merged: MergedRow) -> QWidget:
        line = MergedLine(merged, now=self._context.clock(), language=self._context.language)
        line.separated.connect(lambda: self._do("unmerge_customer", customer_id=merged.customer_id))
        return line

    def _write_note(self, text: str) -> None:
        if self._card is not None:
            self._do("add_customer_note", customer_id=self._card.customer_id, text=text)

    def _do(self, kind: str, **data: Any) -> None:
        """Do it; if the desk refuses, say why."""

        def failed(error: Exception) -> None:
            why = refusal_sentence(error, self._context.language)
            if why is None:
                raise error
            self._context.news.notice.emit(why, "bad")

        self._context.writer.act(kind, failed=failed, owner=self, **data)

    def _fill_orders(self, top: QVBoxLayout, card: CustomerCard) -> None:
        if not card.orders:
            return
        about = self._wanted_order or (self._head.order_number if self._head else "")
        orders = sorted(card.orders, key=lambda order: (order.number != about, -order.placed_at))
        shown = orders if self._all_orders else orders[:FIRST_ORDERS]
        spent = sum(order.total for order in orders)
        remark = f"{len(orders)} · {money(spent, orders[0].currency, self._context.language)}"
        top.addWidget(Heading(self.tr("Orders"), remark))
        for order in shown[:50]:
            box = OrderCard(
                self._context.theme,
                order,
                now=self._context.clock(),
                language=self._context.language,
                chosen=bool(about) and order.number == about,
            )
            box.product_wanted.connect(self.product_wanted)
            top.addWidget(box)
        rest = len(orders) - len(shown)
        if rest > 0:
            more = QPushButton(self.tr("%n earlier order(s)", "", rest))
            more.setProperty("look", "link")
            more.clicked.connect(self._show_all_orders)
            top.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_order(self, number: str) -> None:
        """Put an order first, and look at it."""
        self._wanted_order = number
        self._fill()
        QTimer.singleShot(0, self, self._look_at_orders)

    def _look_at_orders(self) -> None:
        """Once they are laid out."""
        for card in self._body.findChildren(OrderCard)[:1]:
            self.ensureWidgetVisible(card)

    def _show_all_orders(self) -> None:
        self._all_orders = True
        self._fill()


def _without_time(card: CustomerCard | None) -> CustomerCard | None:
    return card and replace(card, timeline=())
