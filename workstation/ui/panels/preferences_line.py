"""In which language and over which channel a customer likes to hear from us, to be changed here."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workstation.replica.rows.customer import CustomerCard
from workstation.ui.panels.link import Link
from workstation.ui.theme.channel import channel_name
from workstation.ui.theme.menu import Menu
from workstation.ui.words import translate

LANGUAGES = ("nl", "en", "de", "fr")


def language_words(code: str) -> str:
    known = {
        "nl": translate("panels", "Dutch"),
        "en": translate("panels", "English"),
        "de": translate("panels", "German"),
        "fr": translate("panels", "French"),
    }
    return known.get(code, code.upper())


class PreferencesLine(QWidget):
    changed = Signal(str, str)
    """"language" or "preferred_channel", and what it is from now on."""

    def __init__(self, card: CustomerCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        spoken = language_words(card.language) if card.language else self.tr("Language?")
        self.language = Link(spoken, parent=self)
        self.language.setAccessibleName(self.tr("Language: {name}").format(name=spoken))
        self.language.setMenu(
            self._menu("language", [(code, language_words(code)) for code in LANGUAGES],
                       card.language)
        )  # fmt: skip
        liked = card.preferred_channel
        said = (
            self.tr("Rather over {channel}").format(channel=channel_name(liked))
            if liked
            else self.tr("No preferred channel")
        )
        self.channel = Link(said, parent=self)
        channels = list(dict.fromkeys(one.channel for one in card.identities))
        self.channel.setMenu(
            self._menu(
                "preferred_channel",
                [*((one, channel_name(one)) for one in channels), ("", self.tr("No preference"))],
                liked,
            )
        )
        row.addWidget(self.language)
        row.addWidget(self.channel)
        row.addStretch(1)

    def _menu(self, what: str, choices: list[tuple[str, str]], now: str) -> Menu:
        menu = Menu(self)
        for value, name in choices:
            action = QAction(name, menu)
            action.setCheckable(True)
            action.setChecked(value == now)
            action.triggered.connect(lambda _=False, to=value: self.changed.emit(what, to))
            menu.addAction(action)
        return menu
