"""The form of one snippet: its short name, whose it is, and its text in both languages."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from workstation.rules.places import PLACES
from workstation.ui.choosing.choice_model import Choice, search_in
from workstation.ui.choosing.choice_popup import ChoicePopup
from workstation.ui.choosing.drop_down import DropButton, DropDown
from workstation.ui.composer.last_look import place_marks
from workstation.ui.composer.text_marks import TextMarks
from workstation.ui.contact.names import Names
from workstation.ui.context import DeskContext
from workstation.ui.snippets.after_part import AfterPart
from workstation.ui.snippets.place_names import place_name
from workstation.ui.snippets.written import Whose, Written, short_name
from workstation.ui.theme.channel import channel_name
from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.theme.sizes import px
from workstation.ui.words import translate

LONGEST: Final = 10_000
WAYS: Final = ("whatsapp", "instagram", "messenger", "email", "chat", "phone")


class SnippetForm(QWidget):
    changed = Signal()
    """A person changed something."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._written = Written()
        self._channels: tuple[str, ...] = ()
        self._named = False
        """The person wrote a short name: it no longer follows the name."""
        self._marks: list[TextMarks] = []
        self.names: dict[str, QLineEdit] = {}
        self.texts: dict[str, QPlainTextEdit] = {}
        self.shortcut = QLineEdit(self)
        self.shortcut.setMaxLength(40)
        self.shortcut.setAccessibleName(translate("snippets", "Short name, typed after /"))
        self.whose = DropDown(self)
        self.whose.setAccessibleName(translate("snippets", "For whom"))
        self.channels = DropButton(self)
        self.channels.clicked.connect(self._choose_channels)
        self.places = DropDown(self)
        self.places.setAccessibleName(translate("snippets", "Insert a place"))
        self.places.addItem(translate("snippets", "Insert a place"))
        self.places.setSizeAdjustPolicy(
            DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.places.setMinimumContentsLength(14)
        for place in PLACES:
            self.places.addItem(place_name(place), place)
        self.after = AfterPart(context, self)
        self._build()
        self._here = self.texts["nl" if context.language == "nl" else "en"]
        self.shortcut.textEdited.connect(self._shortcut_typed)
        self.whose.activated.connect(self.changed)
        self.places.activated.connect(self._insert_place)
        self.after.changed.connect(self.changed)
        self.show_written(Written())

    def show_written(self, written: Written, *, may_change: bool = True) -> None:
        """Begin anew with this; greyed where it may only be looked at."""
        self._written = written
        self._named = bool(written.shortcut)
        self.shortcut.setText(written.shortcut)
        for code, name, text in (
            ("nl", written.name_nl, written.text_nl),
            ("en", written.name_en, written.text_en),
        ):
            self.names[code].setText(name)
            self.texts[code].setPlainText(text)
        self._channels = written.channels
        self._say_channels()
        self._offer_owners(written, may_change)
        self.after.show_deeds(written.deeds)
        for part in (self.shortcut, self.whose, self.channels, self.places, self.after):
            part.setEnabled(may_change)
        for code in ("nl", "en"):
            self.names[code].setReadOnly(not may_change)
            self.texts[code].setReadOnly(not may_change)

    def written(self) -> Written:
        """What stands in the form."""
        whose, team_id = self.whose.currentData() or ("mine", "")
        owner: Whose = "team" if whose == "team" else "everybody" if whose == "all" else "mine"
        return Written(
            snippet_id=self._written.snippet_id,
            shortcut=short_name(self.shortcut.text()),
            name_en=self.names["en"].text().strip(),
            name_nl=self.names["nl"].text().strip(),
            text_en=self.texts["en"].toPlainText().strip(),
            text_nl=self.texts["nl"].toPlainText().strip(),
            channels=self._channels,
            whose=owner,
            team_id=team_id or None,
            position=self._written.position,
            deeds=self.after.deeds(),
        )

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        slash = QLabel("/", self)
        slash.setFont(font(15, STRONG))
        top.addWidget(slash)
        self.shortcut.setFixedWidth(px(150))
        top.addWidget(self.shortcut)
        top.addWidget(self.whose)
        top.addWidget(self.channels)
        top.addStretch(1)
        top.addWidget(self.places)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for column, (code, language) in enumerate(
            (("nl", translate("snippets", "Dutch")), ("en", translate("snippets", "English")))
        ):
            self._language(grid, column, code, language)
        grid.setRowStretch(2, 1)
        after = QLabel(translate("snippets", "After sending"), self)
        after.setFont(font(12, STRONG))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addLayout(grid, 1)
        layout.addWidget(after)
        layout.addWidget(self.after)

    def _language(self, grid: QGridLayout, column: int, code: str, language: str) -> None:
        label = QLabel(language, self)
        label.setFont(font(12, STRONG))
        name = QLineEdit(self)
        name.setMaxLength(200)
        name.setPlaceholderText(translate("snippets", "What it is called in the list"))
        name.setAccessibleName(
            translate("snippets", "Name in {language}").format(language=language)
        )
        text = QPlainTextEdit(self)
        text.setTabChangesFocus(True)
        text.setMinimumHeight(120)
        text.setPlaceholderText(translate("snippets", "The text, ready to send"))
        text.setAccessibleName(
            translate("snippets", "Text in {language}").format(language=language)
        )
        marks = TextMarks(self._context.theme, text.document())
        marks.add(place_marks)
        self._marks.append(marks)
        name.textEdited.connect(self._name_typed)
        text.textChanged.connect(self.changed)
        text.installEventFilter(self)
        grid.addWidget(label, 0, column)
        grid.addWidget(name, 1, column)
        grid.addWidget(text, 2, column)
        grid.setColumnStretch(column, 1)
        self.names[code], self.texts[code] = name, text

    def _offer_owners(self, written: Written, may_change: bool) -> None:
        """Oneself; for a lead also the teams they are in, and everybody."""
        reference = self._context.reference
        names = Names(reference, self._context.language)
        leads = reference.me.role in ("lead", "admin")
        self.whose.clear()
        self.whose.addItem(translate("snippets", "Only for me"), ("mine", ""))
        for team in reference.teams:
            if (leads and team.mine) or team.team_id == written.team_id:
                self.whose.addItem(names.team_name(team), ("team", team.team_id))
        if leads or not may_change:
            self.whose.addItem(translate("snippets", "For everybody"), ("all", ""))
        wanted = {
            "mine": ("mine", ""),
            "team": ("team", written.team_id or ""),
            "everybody": ("all", ""),
        }[written.whose]
        for number in range(self.whose.count()):
            if tuple(self.whose.itemData(number)) == wanted:
                self.whose.setCurrentIndex(number)

    def _shortcut_typed(self, typed: str) -> None:
        self._named = bool(typed)
        self.changed.emit()

    def _name_typed(self, typed: str) -> None:
        if not self._named:
            self.shortcut.setText(short_name(typed))
        self.changed.emit()

    def _insert_place(self, number: int) -> None:
        """Put it where the caret was last."""
        place = self.places.itemData(number)
        self.places.setCurrentIndex(0)
        if place:
            self._here.insertPlainText(f"{{{place}}}")
            self._here.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_channels(self) -> None:
        popup = ChoicePopup(
            self._context.theme,
            search_in(Choice(one, channel_name(one)) for one in WAYS),
            prompt=translate("snippets", "On which channels? None is all"),
            nothing=translate("snippets", "No channel is called that"),
            many=frozenset(self._channels),
            parent=self,
        )
        popup.ticked.connect(self._take_channels)
        popup.open_at(self.channels)

    def _take_channels(self, chosen: frozenset[str]) -> None:
        self._channels = tuple(one for one in WAYS if one in chosen)
        self._say_channels()
        self.changed.emit()

    def _say_channels(self) -> None:
        names = ", ".join(channel_name(one) for one in self._channels)
        self.channels.setText(names or translate("snippets", "Every channel"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QPlainTextEdit):
            self._here = watched
        return False
