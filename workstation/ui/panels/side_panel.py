"""Beside the contact: the customer and the product, one tab each."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from workstation.replica.rows.contact import ContactHead
from workstation.replica.rows.customer import CustomerCard
from workstation.replica.rows.knowledge import ProductHint
from workstation.replica.rows.news import Changed
from workstation.replica.rows.product import ProductCard
from workstation.ui.contact.key_button import ModeTab
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.empty_state import EmptyState
from workstation.ui.guide.help_button import HelpButton
from workstation.ui.panels.customer_panel import CustomerPanel
from workstation.ui.panels.older_contacts import OlderContacts
from workstation.ui.panels.product_panel import ProductPanel
from workstation.ui.theme.sizes import px
from workstation.ui.words import translate
from workstation.ui.wrapup.proposing import why_product

Found = tuple[ContactHead | None, CustomerCard | None, ProductCard | None, ProductHint | None]
PAGES: Final = ("customer", "product")
AFTER: Final = 40
"""Milliseconds: the transcript is painted first, and who steps through a list with the keys does
not wait for panels nobody looks at."""


def likely_words(hint: ProductHint | None) -> str:
    """That it is only likely, and why."""
    if hint is None:
        return ""
    return translate("panels", "Probably about this: {why}").format(why=why_product(hint))


class SidePanel(QWidget):
    """Follows the contact on the screen; asks the server once for a customer's older contacts."""

    answer_chosen = Signal(str)
    """The text of an answer, to put into the reply."""
    page_wanted = Signal(str)
    """A page that is to be seen, wherever it is folded away."""
    left = Signal()
    """The hands go back to the contact."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._contact_id = ""
        self._head: ContactHead | None = None
        self._picked: tuple[str, str | None] | None = None
        self._reading = False
        self._once_read: Callable[[], None] | None = None
        """What was asked for before there was anything to do it with."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER)
        self._soon.timeout.connect(self._read)
        self.customer = CustomerPanel(context, self)
        self.product = ProductPanel(context, self)
        self._older = OlderContacts(context, self)
        self._older.said.connect(self.customer.say_history)
        self._nobody = EmptyState(context.theme, self)
        self._nobody.say(
            "person",
            self.tr("No customer yet"),
            self.tr("Open a contact, and who it is shows here."),
        )
        self._nothing = EmptyState(context.theme, self)
        self._nothing.say(
            "product",
            self.tr("No product yet"),
            self.tr("Choose one in the wrap-up line, and its facts show here."),
        )
        self._pages = QStackedWidget(self)
        for page in (self.customer, self.product, self._nobody, self._nothing):
            self._pages.addWidget(page)
        self._bar = QWidget(self)
        self._bar.setFixedHeight(px(48))
        tabs = QHBoxLayout(self._bar)
        tabs.setContentsMargins(0, 0, 0, 1)
        tabs.setSpacing(0)
        self.tabs: dict[str, ModeTab] = {}
        for name, title in (("customer", self.tr("Customer")), ("product", self.tr("Product"))):
            tab = ModeTab(context.theme, title, self._bar, wide=True)
            tab.setToolTip(context.commands.tooltip(f"{name}_panel"))
            tab.clicked.connect(lambda _=False, page=name: self.show_page(page))
            tabs.addWidget(tab, 1)
            self.tabs[name] = tab
        self.help = HelpButton(context, "beside", self._bar)
        tabs.addWidget(self.help)
        tabs.addSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._pages, 1)
        self.customer.contact_chosen.connect(lambda key: context.news.open_contact.emit(key, ""))
        self.customer.product_wanted.connect(self._open_product)
        self.product.answer_chosen.connect(self.answer_chosen)
        self.product.contact_chosen.connect(lambda key: context.news.open_contact.emit(key, ""))
        self.product.search_wanted.connect(self.find_product)
        self.product.answers.left.connect(self.left)
        context.news.order_wanted.connect(self.show_order)
        context.news.changed.connect(self._changed)
        context.theme.changed.connect(self.update)
        self._page = "customer"
        self.show_page("customer")

    @property
    def page(self) -> str:
        return self._page

    def open(self, contact_id: str) -> None:
        """Show what belongs to a contact."""
        if contact_id != self._contact_id:
            self._contact_id = contact_id
            self._picked = None
            self._reading, self._once_read = bool(contact_id), None
            self._soon.start()
        elif not self._soon.isActive():
            self._read()

    def show_page(self, name: str) -> None:
        """Show "customer" or "product"."""
        self._page = name if name in PAGES else "customer"
        for page, tab in self.tabs.items():
            tab.setChecked(page == self._page)
        self._settle()

    def show_product(self, product_id: str, variant_id: str) -> None:
        """The agent says which product it is about, before the contact does."""
        self._picked = (product_id, variant_id or None)
        self._read()

    def _open_product(self, product_id: str, variant_id: str) -> None:
        """What the customer bought, on the page of products."""
        self.show_product(product_id, variant_id)
        self.page_wanted.emit("product")

    def show_order(self, number: str) -> None:
        """One order of the customer, before the others; of the one who is being read, once they
        are there."""
        self.page_wanted.emit("customer")
        if self._reading:
            self._once_read = lambda: self.customer.show_order(number)
        else:
            self.customer.show_order(number)

    def install(self) -> None:
        """Say what the commands of the panels do."""
        handle = self._context.commands.handle
        handle("find_answer", lambda: self._with_product(self.product.find_answer))
        handle("compare_variants", lambda: self._with_product(self.product.compare))
        handle("write_answer", lambda: self._with_product(self.product.write_answer))
        handle("find_product", self.find_product)
        handle("customer_note", lambda: self._with_customer(self.customer.write_note))
        handle("show_addresses", lambda: self._with_customer(self.customer.show_addresses))

    def find_product(self) -> None:
        """Look a product up, whatever the contact is about."""
        from workstation.ui.panels.product_search import product_popup  # when first needed

        self.page_wanted.emit("product")
        popup = product_popup(self._context, self)
        popup.chosen.connect(lambda choice: self.show_product(*choice.key.split("\n")))
        if self._bar.isVisible():
            popup.open_at(self.tabs["product"])
        else:
            popup.open_at(self, "inside")

    def _with_customer(self, do: Callable[[], None]) -> None:
        if self.customer.card is not None:
            self.page_wanted.emit("customer")
            do()

    def _with_product(self, do: Callable[[], None]) -> None:
        """Something that needs a product on the page: without one it is looked up first."""
        self.page_wanted.emit("product")
        if self._reading:
            self._once_read = lambda: self._with_product(do)
        elif self.product.card is None:
            self.find_product()
        else:
            do()

    def fold(self, folded: bool) -> None:
        """Folded, the window has tabs of its own for this."""
        self._bar.setVisible(not folded)

    def _read(self) -> None:
        contact_id, picked = self._contact_id, self._picked
        if not contact_id and picked is None:
            self._show((None, None, None, None))
            return

        def work(replica: ReplicaDoor) -> Found:
            head = replica.contact(contact_id) if contact_id else None
            if head is None:
                alone = replica.product(*picked) if picked and not contact_id else None
                return None, None, alone, None
            about = picked or (head.product_id and (head.product_id, head.variant_id))
            likely = None if about else replica.likely_product(contact_id)
            if likely is not None:
                about = (likely.product_id, likely.variant_id)
            product = replica.product(*about) if about else None
            if product is not None and product.answers:
                fitting = replica.fitting_answers(product.product_id, contact_id)
                product = replace(product, answers=fitting)
            return head, replica.customer(head.customer_id), product, likely

        self._context.reader.ask("panel", work, self._show, owner=self)

    def _show(self, found: Found) -> None:
        head, card, product, likely = found
        self._reading = False
        self._head = head
        self.customer.show_customer(card, self._head)
        spoken = (head and head.language) or (card and card.language) or ""
        self.product.show_product(
            product,
            language=spoken,
            contact_id=head.contact_id if head else "",
            why=likely_words(likely),
        )
        self._settle()
        if card is not None:
            self._older.look_at(card.customer_id)
        once, self._once_read = self._once_read, None
        if once is not None:
            once()

    def _settle(self) -> None:
        if self._page == "customer":
            known = self.customer.card is not None
            self._pages.setCurrentWidget(self.customer if known else self._nobody)
        else:
            known = self.product.card is not None
            self._pages.setCurrentWidget(self.product if known else self._nothing)

    def _changed(self, changed: Changed) -> None:
        head = self._head
        if not self._contact_id:
            return
        concerned = (
            changed.everything
            or self._contact_id in changed.contacts
            or not self._people(head).isdisjoint(changed.customers)
            or bool(changed.tables & {"product", "variant", "answer"})
        )
        if concerned:
            self._read()

    def _people(self, head: ContactHead | None) -> set[str]:
        """The customer on the page, everybody who turned out to be them, and who may be."""
        card = self.customer.card
        people = set() if head is None else {head.customer_id, head.own_customer_id}
        if card is not None:
            people.update(merged.customer_id for merged in card.merged)
            people.update(match.customer_id for match in card.matches)
        return people

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._context.theme.color("surface"))
        if not self._bar.isHidden():
            painter.setPen(Qt.PenStyle.NoPen)
            line = QRect(0, self._bar.height() - 1, self.width(), 1)
            painter.fillRect(line, self._context.theme.color("line"))
