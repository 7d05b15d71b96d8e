"""The dial of one channel: what can be turned, and what it does right beside it."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from workstation.replica.rows.channels import DialRow
from workstation.ui.channels.field_name import FieldName
from workstation.ui.channels.hours import DAYS, NotHours, day_name, read, written
from workstation.ui.choosing.drop_down import DropDown
from workstation.ui.panels.section import Heading, Words
from workstation.ui.theme.channel import channel_name
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme
from workstation.ui.theme.tick_box import TickBox
from workstation.ui.words import translate

WAYS = ("", "phone", "email", "whatsapp", "chat", "messenger", "instagram")
_MOST = 100_000


class DialForm(QWidget):
    """`turned` when it is to be saved: the data of a SetDial. What was changed and not saved
    stays until another channel is shown."""

    turned = Signal(dict)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._channel = ""
        self._shown: dict[str, Any] = {}
        self.active = TickBox(theme, translate("channels", "Open to customers"))
        self.share = QSlider(Qt.Orientation.Horizontal)
        self.share.setRange(0, 100)
        self.share.setPageStep(10)
        self.share.setMinimumHeight(24)  # room for the whole handle
        self.share.setAccessibleName(translate("channels", "Share of customers it is offered to"))
        self._share_words = Words()
        self.per_hour = Ceiling(translate("channels", "Contacts that begin in an hour"))
        self.at_once = Ceiling(translate("channels", "Contacts that are open at once"))
        self.instead = DropDown()
        self.instead.setAccessibleName(translate("channels", "Offered instead"))
        for way in WAYS:
            name = channel_name(way) if way else translate("channels", "No other way")
            self.instead.addItem(name, way)
        self.told_nl = _sentence(translate("channels", "What they are told in Dutch"))
        self.told_en = _sentence(translate("channels", "What they are told in English"))
        self.names: list[FieldName] = []
        self.hours = {day: QLineEdit() for day in DAYS}
        for day, field in self.hours.items():
            field.setAccessibleName(day_name(day))
        self.problem = Words(ink="bad")
        self.problem.hide()
        self.save = QPushButton(translate("channels", "Turn the dial"))
        self.save.setProperty("look", "primary")
        self.save.setAutoDefault(False)
        self.save.clicked.connect(self._save)
        self._arrange()
        self.share.valueChanged.connect(self._settle)
        for field in (
            self.per_hour,
            self.at_once,
            self.told_nl,
            self.told_en,
            *self.hours.values(),
        ):
            field.textChanged.connect(self._settle)
        self.active.toggled.connect(self._settle)
        self.instead.currentIndexChanged.connect(self._settle)

    def show_dial(self, channel: str, dial: DialRow | None) -> None:
        """Show a channel's dial; the same one again only when nobody is turning it."""
        if channel == self._channel and self.values() not in (None, self._shown):
            return
        self._channel = channel
        self.active.setChecked(dial is None or dial.active)
        self.share.setValue(100 if dial is None else dial.share)
        self.per_hour.put(dial.per_hour if dial else None)
        self.at_once.put(dial.at_once if dial else None)
        self.instead.setCurrentIndex(max(0, self.instead.findData(dial.instead if dial else "")))
        self.told_nl.setText(dial.told_nl if dial else "")
        self.told_en.setText(dial.told_en if dial else "")
        for day, field in self.hours.items():
            field.setText(written(dial.hours.get(day, []) if dial else []))
        self._shown = self.values() or {}
        self._settle()

    def values(self) -> dict[str, Any] | None:
        """The data of a SetDial; None while the hours make no sense."""
        try:
            hours = {day: read(field.text()) for day, field in self.hours.items()}
        except NotHours:
            return None
        return {
            "channel": self._channel,
            "active": self.active.isChecked(),
            "share": self.share.value(),
            "per_hour": self.per_hour.value,
            "at_once": self.at_once.value,
            "hours": {day: stretches for day, stretches in hours.items() if stretches},
            "told_en": self.told_en.text(),
            "told_nl": self.told_nl.text(),
            "instead": self.instead.currentData() or None,
        }

    def _save(self) -> None:
        values = self.values()
        if values is not None:
            self._shown = values
            self.turned.emit(values)
            self._settle()

    def _say_what_empty_means(self) -> None:
        """Without any hours a channel is always open; with some, a day without is closed."""
        any_hours = any(field.text().strip() for field in self.hours.values())
        closed, always = translate("channels", "closed"), translate("channels", "always open")
        for field in self.hours.values():
            field.setPlaceholderText(closed if any_hours else always)

    def _settle(self, *_: object) -> None:
        self._share_words.say(
            translate("channels", "{share} % of customers").format(share=self.share.value())
        )
        self._say_what_empty_means()
        values = self.values()
        if values is None:
            self.problem.say(
                translate("channels", "Write hours as 08:00-12:00, 13:00-17:30, or leave them out.")
            )
        self.problem.setVisible(values is None)
        self.save.setEnabled(values is not None and values != self._shown)

    def _arrange(self) -> None:
        offered = QHBoxLayout()
        offered.setSpacing(16)
        offered.addWidget(self.share, 1)
        self._share_words.setWordWrap(False)
        self._share_words.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._share_words.setFixedWidth(px(150))
        offered.addWidget(self._share_words)
        limits = QGridLayout()
        limits.setHorizontalSpacing(16)
        limits.setVerticalSpacing(8)
        limits.setColumnStretch(1, 1)
        rows = (
            (translate("channels", "Offered to"), None),
            (translate("channels", "At most in an hour"), self.per_hour),
            (translate("channels", "At most at once"), self.at_once),
            (translate("channels", "Offered instead"), self.instead),
            (translate("channels", "Told in Dutch"), self.told_nl),
            (translate("channels", "Told in English"), self.told_en),
        )
        for number, (name, field) in enumerate(rows):
            self.names.append(FieldName(name))
            limits.addWidget(self.names[-1], number, 0)
            if field is None:
                limits.addLayout(offered, number, 1)
            else:
                limits.addWidget(field, number, 1)
        limits.setRowMinimumHeight(0, 32)
        week = QGridLayout()
        week.setHorizontalSpacing(12)
        week.setVerticalSpacing(6)
        for number, day in enumerate(DAYS):
            column = 0 if number < 4 else 2
            row = number % 4
            week.addWidget(Words(day_name(day), ink="muted"), row, column)
            week.addWidget(self.hours[day], row, column + 1)
        for column in (0, 2):
            week.setColumnMinimumWidth(column, px(84))
            week.setColumnStretch(column + 1, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.problem, 1)
        foot.addStretch(1)
        foot.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.active)
        layout.addLayout(limits)
        layout.addWidget(
            Heading(
                translate("channels", "Opening hours"),
                translate("channels", "as 08:00-12:00, 13:00-17:30"),
            )
        )
        layout.addLayout(week)
        layout.addLayout(foot)


class Ceiling(QLineEdit):
    """A number of contacts; empty is no ceiling."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setValidator(QIntValidator(1, _MOST, self))
        self.setPlaceholderText(translate("channels", "no ceiling"))
        self.setAccessibleName(name)

    @property
    def value(self) -> int | None:
        return int(self.text()) if self.hasAcceptableInput() else None

    def put(self, value: int | None) -> None:
        self.setText("" if value is None else str(value))


def _sentence(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setMaxLength(1000)
    field.setAccessibleName(name)
    field.setPlaceholderText(translate("channels", "our own kind words"))
    return field
