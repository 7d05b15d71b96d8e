"""The part of the form that says what is done once a snippet was sent."""

from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from workstation.replica.rows.reference import Reference
from workstation.ui.choosing.choice_model import search_in
from workstation.ui.choosing.choice_popup import ChoicePopup
from workstation.ui.choosing.drop_down import DropButton, DropDown
from workstation.ui.contact.names import Names
from workstation.ui.context import DeskContext
from workstation.ui.inbox.inbox_words import length
from workstation.ui.snippets.written import tags_of
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate
from workstation.ui.wrapup.wrapup_model import reason_choices, resolution_choices

MINUTE: Final = 60_000
SNOOZES: Final = (0, 60, 240, 1200, 2880, 10_080)
"""Minutes."""


class AfterPart(QWidget):
    changed = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._offered: tuple[str, ...] = ()
        self.tags = QLineEdit(self)
        self.tags.setMaxLength(400)
        self.tags.setPlaceholderText(translate("snippets", "Tags, with commas between"))
        self.tags.setAccessibleName(translate("snippets", "Tags"))
        self.snooze = DropDown(self)
        self.snooze.setAccessibleName(translate("snippets", "Snooze"))
        self.team = DropDown(self)
        self.team.setAccessibleName(translate("snippets", "Transfer to"))
        self.reason = DropDown(self)
        self.reason.setAccessibleName(translate("snippets", "Propose as reason"))
        self.offered = DropButton(self)
        self.offered.clicked.connect(self._choose_offered)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        for name, field in (
            (translate("snippets", "Tags"), self.tags),
            (translate("snippets", "Snooze"), self.snooze),
            (translate("snippets", "Transfer to"), self.team),
            (translate("snippets", "Propose as reason"), self.reason),
            (translate("snippets", "Propose as offered"), self.offered),
        ):
            label = QLabel(name, self)
            label.setBuddy(field)
            label.setProperty("look", "muted")
            label.setMinimumHeight(field.sizeHint().height())
            form.addRow(label, field)
        self.tags.textEdited.connect(self.changed)
        for box in (self.snooze, self.team, self.reason):
            box.activated.connect(self.changed)
        self.show_deeds({})

    def show_deeds(self, deeds: dict[str, Any]) -> None:
        self.tags.setText(", ".join(harmless_line(tag) for tag in deeds.get("tags", ())))
        minutes = int(deeds.get("snooze_minutes") or 0)
        self.snooze.clear()
        for choice in sorted({*SNOOZES, minutes}):
            words = length(choice * MINUTE) if choice else translate("snippets", "Not")
            self.snooze.addItem(words, choice)
        self.snooze.setCurrentIndex(self.snooze.findData(minutes))
        reference: Reference = self._context.reference
        names = Names(reference, self._context.language)
        self.team.clear()
        self.team.addItem(translate("snippets", "Not"), "")
        for team in reference.teams:
            self.team.addItem(names.team_name(team), team.team_id)
        self.team.setCurrentIndex(max(0, self.team.findData(deeds.get("team_id") or "")))
        self.reason.clear()
        self.reason.addItem(translate("snippets", "None"), "")
        for reason in reason_choices(names):
            if not reason.heading:
                self.reason.addItem(names.reason_path(reason.key), reason.key)
        self.reason.setCurrentIndex(max(0, self.reason.findData(deeds.get("reason_id") or "")))
        self._offered = tuple(deeds.get("resolution_ids") or ())
        self._say_offered()

    def deeds(self) -> dict[str, Any]:
        """Fields of `SnippetDeeds`."""
        return {
            "tags": tags_of(self.tags.text()),
            "snooze_minutes": int(self.snooze.currentData() or 0),
            "team_id": self.team.currentData() or None,
            "reason_id": self.reason.currentData() or None,
            "resolution_ids": self._offered,
        }

    def _choose_offered(self) -> None:
        names = Names(self._context.reference, self._context.language)
        popup = ChoicePopup(
            self._context.theme,
            search_in(resolution_choices(names)),
            prompt=translate("snippets", "What is offered?"),
            nothing=translate("snippets", "Nothing to offer has these words."),
            many=frozenset(self._offered),
            parent=self,
        )
        popup.ticked.connect(self._offer)
        popup.open_at(self.offered, "above")

    def _offer(self, chosen: frozenset[str]) -> None:
        self._offered = tuple(
            one.resolution_id
            for one in self._context.reference.resolutions
            if one.resolution_id in chosen
        )
        self._say_offered()
        self.changed.emit()

    def _say_offered(self) -> None:
        names = Names(self._context.reference, self._context.language)
        chosen = [
            names.resolution_name(one)
            for one in self._context.reference.resolutions
            if one.resolution_id in self._offered
        ]
        words = ", ".join(chosen) if chosen else translate("snippets", "None")
        self.offered.setText(words.replace("&", "&&"))
        label = translate("snippets", "Propose as offered")
        self.offered.setAccessibleName(f"{label}: {words}")
