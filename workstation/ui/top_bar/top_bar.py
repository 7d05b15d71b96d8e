"""The bar over everything."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workstation.ui.context import DeskContext
from workstation.ui.search.search_field import SearchField
from workstation.ui.theme.sizes import px
from workstation.ui.theme.tokens import TOP_BAR
from workstation.ui.top_bar.brand import Brand
from workstation.ui.top_bar.connection import Connection
from workstation.ui.top_bar.me import Me
from workstation.ui.top_bar.step_button import StepButton


class TopBar(QWidget):
    """The sign, back and forward, the search field, the connection, and me."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(px(TOP_BAR))
        self._brand = Brand(context.theme, self)
        self.search = SearchField(context, self)
        self.connection = Connection(context, self)
        self.me = Me(context, self)
        steps = QHBoxLayout()
        steps.setSpacing(2)
        self.back = StepButton(context, "back", self)
        self.forward = StepButton(context, "forward", self)
        steps.addWidget(self.back)
        steps.addWidget(self.forward)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 10, 1)
        row.setSpacing(16)
        row.addWidget(self._brand)
        row.addStretch(1)
        row.addLayout(steps)
        row.addWidget(self.search, 8)
        row.addStretch(2)
        row.addWidget(self.connection)
        row.addWidget(self.me)

    def fold(self, folded: bool) -> None:
        """Room is short: the sign goes without its name."""
        self._brand.fold(folded)
        self._row.setStretch(1, 0 if folded else 1)
