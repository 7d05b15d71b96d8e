"""Somebody who is probably this customer too: why, and the two answers to that."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from workstation.replica.rows.customer import MatchRow
from workstation.ui.panels.masking import masked, masked_name
from workstation.ui.panels.section import Card, Words
from workstation.ui.theme.channel import channel_name
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate

SHOWN = 3
"""Addresses of the other that are shown."""


class MatchCard(Card):
    """Nothing is merged until somebody says so, and it can be taken back."""

    confirmed = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme, match: MatchRow, parent: QWidget | None = None) -> None:
        super().__init__(theme, chosen=True, parent=parent)
        self.column.addWidget(
            Words(translate("panels", "Probably the same person"), ink="muted", size=12)
        )
        self.column.addWidget(Words(who(match), strong=True))
        why = reason(match)
        self.column.addWidget(Words(why, size=12))
        for channel, address in match.addresses[:SHOWN]:
            line = f"{channel_name(channel)} · {masked(channel, harmless_line(address))}"
            self.column.addWidget(Words(line, ink="muted", size=12))
        row = QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(8)
        self.same = QPushButton(translate("panels", "Same person"))
        self.same.setProperty("look", "primary")
        self.same.setToolTip(translate("panels", "Show them as one. It can be undone."))
        self.other = QPushButton(translate("panels", "Someone else"))
        self.same.clicked.connect(self.confirmed)
        self.other.clicked.connect(self.dismissed)
        for button in (self.same, self.other):
            button.setAccessibleDescription(f"{who(match)}, {why}")
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.setAccessibleName(
            f"{translate('panels', 'Probably the same person')}: {who(match)}, {why}"
        )


def who(match: MatchRow) -> str:
    parts = (masked_name(harmless_line(match.name)), harmless_line(match.city))
    return " · ".join(part for part in parts if part)


def reason(match: MatchRow) -> str:
    """Why they are probably one person, as a sentence."""
    address = harmless_line(str(match.facts.get("address", "")))
    match match.reason:
        case "phone":
            return translate("panels", "The same telephone number: {number}").format(
                number=masked("phone", address)
            )
        case "mail":
            return translate("panels", "The same mail address: {address}").format(
                address=masked("email", address)
            )
        case "order":
            return translate("panels", "They named order {number}").format(
                number=harmless_line(str(match.facts.get("order", "")))
            )
        case "name_and_city":
            return translate("panels", "The same name in the same city")
        case _:
            return translate("panels", "They were signed in at the shop as this customer")
