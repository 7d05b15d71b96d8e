"""Somebody who turned out to be this customer, and the way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from workstation.replica.rows.customer import MergedRow
from workstation.ui.contact.moments import short_day
from workstation.ui.paintable import from_left
from workstation.ui.panels.masking import masked_name
from workstation.ui.panels.section import Words
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate


class MergedLine(QWidget):
    """Who it was before, and since when they are shown as one."""

    separated = Signal()

    def __init__(
        self, merged: MergedRow, *, now: int, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        said = describe(merged, now=now, language=language)
        row.addWidget(Words(said, ink="muted", size=12), 1)
        self.back = QPushButton(translate("panels", "Separate"))
        self.back.setProperty("look", "link")
        self.back.setAccessibleName(f"{translate('panels', 'Separate')}: {said}")
        self.back.setToolTip(translate("panels", "They are two people after all"))
        self.back.clicked.connect(self.separated)
        row.addWidget(self.back)


def describe(merged: MergedRow, *, now: int, language: str) -> str:
    """ "A. Bakker · merged 12 Nov by Sanne de Jong"."""
    name = from_left(masked_name(harmless_line(merged.name)))
    if merged.merged_at is None:
        return name
    day = short_day(merged.merged_at, now, language)
    if merged.merged_by:
        since = translate("panels", "merged {day} by {name}").format(
            day=day, name=harmless_line(merged.merged_by)
        )
    else:
        since = translate("panels", "recognised {day}").format(day=day)
    return f"{name} · {since}"
