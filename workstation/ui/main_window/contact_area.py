"""Where a contact is shown, with the panel beside it, or behind tabs when room is short."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from workstation.ui.context import DeskContext
from workstation.ui.empty_state import EmptyState
from workstation.ui.main_window.columns import Columns, panel_share
from workstation.ui.theme.sizes import px
from workstation.ui.words import translate

if TYPE_CHECKING:
    from workstation.ui.contact.contact_view import ContactView
    from workstation.ui.panels.side_panel import SidePanel


class ContactArea(QWidget):
    """Empty until `furnish`: the contact and its panel are made after the list was painted."""

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._folded = False
        self._alone = False
        """A product is shown, and no contact was opened yet."""
        self._wanted: tuple[str, str, bool] | None = None
        self.contact: ContactView | None = None
        self.panel: SidePanel | None = None
        self._nothing = EmptyState(context.theme, self)
        self._nothing.say(
            "message",
            translate("main", "Choose a contact"),
            translate("main", "What the customer wrote, and all you need to answer, shows here."),
        )
        self._tabs = QTabBar(self)
        self._tabs.setObjectName("contact tabs")
        self._tabs.setExpanding(True)
        self._tabs.setDrawBase(False)
        self._tabs.setAccessibleName(translate("main", "Contact and what belongs to it"))
        for title in (
            translate("main", "Contact"),
            translate("main", "Customer"),
            translate("main", "Product"),
        ):
            self._tabs.addTab(title)
        self._tabs.hide()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._nothing)
        self.columns = Columns(Columns.RIGHT, panel_share, self)
        self.columns.addWidget(self._stack)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tabs)
        layout.addWidget(self.columns, 1)
        self._tabs.currentChanged.connect(self._tab_chosen)

    def furnish(self) -> None:
        """Make the contact and its panel, which the first paint did without."""
        if self.contact is not None:
            return
        from workstation.ui.contact.contact_view import ContactView
        from workstation.ui.panels.side_panel import SidePanel

        self.contact = ContactView(self._context)
        self.panel = SidePanel(self._context)
        self._stack.addWidget(self.contact)
        self.columns.addWidget(self.panel)
        self.columns.setStretchFactor(0, 1)
        self.columns.setStretchFactor(1, 0)
        self.panel.setMinimumWidth(px(280))
        self.contact.product_chosen.connect(self.panel.show_product)
        self.panel.answer_chosen.connect(self._insert)
        self.panel.page_wanted.connect(self.show_panel)
        self.panel.left.connect(self._back_to_contact)
        handle = self._context.commands.handle
        handle("customer_panel", lambda: self.show_panel("customer"))
        handle("product_panel", lambda: self.show_panel("product"))
        self.panel.install()
        self._lay_out()
        if self._wanted is not None:
            contact_id, message_id, caret = self._wanted
            self._wanted = None
            self.open(contact_id, message_id, caret=caret)

    def open(self, contact_id: str, message_id: str = "", *, caret: bool = True) -> None:
        if self.contact is None:
            self._wanted = (contact_id, message_id, caret)
            return
        if not contact_id:
            self.contact.close_contact()
            return
        self._alone = False
        if self._folded:
            self._tabs.setCurrentIndex(0)
        self._stack.setCurrentWidget(self.contact)
        self._lay_out()
        self.contact.open(contact_id, message_id)
        if self.panel is not None:
            self.panel.open(contact_id)
        if caret:
            self.contact.take_caret()

    def settle(self) -> None:
        """Write down what was typed: the window closes."""
        if self.contact is not None:
            self.contact.settle()

    def has_caret(self) -> bool:
        """Whether somebody types in the contact."""
        here = self.focusWidget()
        return bool(here and here.hasFocus())

    def show_panel(self, name: str) -> None:
        """Show "customer" or "product"."""
        if self.panel is None:
            return
        self.panel.show_page(name)
        if self._folded:
            self._tabs.setCurrentIndex(1 if name == "customer" else 2)

    def show_product(self, product_id: str, variant_id: str) -> None:
        """Show a product beside the open contact, or where one would be."""
        if self.panel is not None:
            self._alone = self._stack.currentWidget() is self._nothing or self._alone
            self.panel.show_product(product_id, variant_id)
            self._lay_out()
            self.show_panel("product")

    def _insert(self, text: str) -> None:
        """An answer goes into the reply, and the hands go back to it."""
        self._back_to_contact()
        if self.contact is not None:
            self.contact.composer.insert_answer(text)

    def _back_to_contact(self) -> None:
        if self._folded:
            self._tabs.setCurrentIndex(0)
        if self.contact is not None:
            self.contact.take_caret()

    def fold(self, folded: bool) -> None:
        if folded != self._folded:
            self._folded = folded
            self._lay_out()

    @property
    def folded(self) -> bool:
        return self._folded

    def _lay_out(self) -> None:
        """The panel beside the contact, or behind the tabs."""
        if self.panel is None or self.contact is None:
            return
        shown = self._stack.currentWidget() is not self._nothing and not self._alone
        self._tabs.setVisible(self._folded and shown)
        self.panel.fold(self._folded)
        if self._folded:
            if self.columns.indexOf(self.panel) >= 0:
                self._stack.addWidget(self.panel)
            if self._alone:
                self._stack.setCurrentWidget(self.panel)
            self._tab_chosen(self._tabs.currentIndex())
        else:
            if self.columns.indexOf(self.panel) < 0:
                self._stack.removeWidget(self.panel)
                self.columns.addWidget(self.panel)
                self._stack.setCurrentWidget(self.contact if shown else self._nothing)
            self.panel.setVisible(shown or self._alone)
            self.columns.settle()

    def _tab_chosen(self, number: int) -> None:
        if not self._folded or self.panel is None or self.contact is None:
            return
        if self._alone or self._stack.currentWidget() is self._nothing:
            return
        if number == 0:
            self._stack.setCurrentWidget(self.contact)
        else:
            self.panel.show_page("customer" if number == 1 else "product")
            self._stack.setCurrentWidget(self.panel)
