"""The line under the head of the list: the filters that are on, and keeping them as a view."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from workstation.replica.lists import ANY, Filters
from workstation.ui.context import DeskContext
from workstation.ui.emptied import emptied
from workstation.ui.inbox.narrowing.chip import Chip
from workstation.ui.inbox.narrowing.filter_words import parts
from workstation.ui.inbox.narrowing.flow import Flow
from workstation.ui.words import translate


class FilterBar(QWidget):
    """Hidden while there is nothing to say."""

    narrowed = Signal(object)
    """The `Filters` that a person wants now."""
    keep_asked = Signal()
    """They want these filters kept: as a new view, or in the one that is open."""

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: tuple[Filters, str] | None = None
        self._flow = Flow()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 12, 10)
        column.addLayout(self._flow)
        self.setAccessibleName(translate("filters", "Filters of this list"))
        self.hide()
        context.news.reference_changed.connect(self._named)

    def show_filters(self, filters: Filters, keep: str) -> None:
        """`keep` is what the button to keep them says; "" for none."""
        if (filters, keep) != self._shown:
            self._shown = (filters, keep)
            self._build()

    @property
    def chips(self) -> list[Chip]:
        return [one for one in self.findChildren(Chip) if one.isVisibleTo(self)]

    def _named(self, *_: object) -> None:
        if self._shown is not None and self._shown[0] != ANY:
            self._build()

    def _build(self) -> None:
        assert self._shown is not None
        filters, keep = self._shown
        emptied(self._flow)
        for part in parts(self._context, filters):
            spoken = translate("filters", "Take off the filter {name}").format(name=part.words)
            chip = Chip(self._context.theme, part.words, spoken, self, closes=True)
            chip.clicked.connect(lambda _=False, left=part.without: self.narrowed.emit(left))
            self._flow.addWidget(chip)
            chip.show()
        if keep:
            button = QPushButton(keep, self)
            button.setProperty("look", "link")
            button.setToolTip(f"{keep}  ·  {self._context.commands.key('save_view')}")
            button.setObjectName("keep view")
            button.clicked.connect(self.keep_asked)
            self._flow.addWidget(button)
            button.show()
        self.setVisible(bool(self._flow.count()))
        self.updateGeometry()
