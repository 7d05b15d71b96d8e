"""The foot of the palette: operators that can be put in, by a click or with Tab."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from workstation.rules.finding.operators import OPERATORS, Kind, offered
from workstation.ui.context import DeskContext
from workstation.ui.theme.fonts import font
from workstation.ui.words import translate


class PaletteFooter(QWidget):
    """Quiet: it is read once and then known."""

    chosen = Signal(str)
    """A kind of operator, or ">"."""

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 20, 8)
        row.setSpacing(2)
        self._chips: dict[str, QPushButton] = {}
        for kind in OPERATORS:
            self._chips[kind] = self._chip(f"{offered(kind, context.language)}:", kind)
        self._chips[">"] = self._chip("> " + translate("search", "actions only"), ">")
        for chip in self._chips.values():
            row.addWidget(chip)
        row.addStretch(1)
        self._hint = QLabel(self)
        self._hint.setFont(font(11))
        self._hint.setProperty("look", "faint")
        row.addWidget(self._hint)

    def offer(self, kinds: tuple[Kind, ...], *, begun: bool) -> None:
        """Show these operators; `begun`: the first is what is being typed."""
        for kind, chip in self._chips.items():
            chip.setVisible(kind in kinds or (kind == ">" and not begun))
        self._hint.setText(
            translate("search", "Tab fills in") if begun else translate("search", "Esc closes")
        )

    def _chip(self, words: str, kind: str) -> QPushButton:
        chip = QPushButton(words, self)
        chip.setProperty("look", "chip")
        chip.setFont(font(12))
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.setAccessibleName(translate("search", "Search with {operator}").format(operator=words))
        chip.clicked.connect(lambda: self.chosen.emit(kind))
        return chip
