"""The settings that can be chosen from the palette, each a preference and one of its values."""

from dataclasses import dataclass
from typing import Any, Final

from workstation.ui.preferences import (
    LANGUAGE,
    LOOK,
    SEND_KEY,
    SPELLING,
    TEXT_SIZE,
    UNDO_SECONDS,
    Preference,
)
from workstation.ui.words import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class SettingLine:
    """`said` also finds it, in both languages; it is never shown."""

    name: str
    title: str
    preference: Preference[Any]
    value: str | int | bool
    said: str = ""
    icon: str = "appearance"


SETTINGS: Final[tuple[SettingLine, ...]] = (
    SettingLine(
        "look_light",
        QT_TRANSLATE_NOOP("setting", "Colours: light"),
        LOOK,
        "light",
        "theme look thema weergave kleuren licht",
        "sun",
    ),
    SettingLine(
        "look_dark",
        QT_TRANSLATE_NOOP("setting", "Colours: dark"),
        LOOK,
        "dark",
        "theme look thema weergave kleuren donker night nacht",
        "moon",
    ),
    SettingLine(
        "look_system",
        QT_TRANSLATE_NOOP("setting", "Colours: as the system"),
        LOOK,
        "system",
        "theme look thema weergave kleuren systeem",
    ),
    SettingLine(
        "language_en",
        QT_TRANSLATE_NOOP("setting", "Language: English"),
        LANGUAGE,
        "en",
        "language taal english engels",
        "language",
    ),
    SettingLine(
        "language_nl",
        QT_TRANSLATE_NOOP("setting", "Language: Dutch"),
        LANGUAGE,
        "nl",
        "language taal dutch nederlands",
        "language",
    ),
    SettingLine(
        "text_usual",
        QT_TRANSLATE_NOOP("setting", "Size of text: usual"),
        TEXT_SIZE,
        100,
        "size text letters grootte tekst",
    ),
    SettingLine(
        "text_large",
        QT_TRANSLATE_NOOP("setting", "Size of text: large"),
        TEXT_SIZE,
        125,
        "size text letters groot grootte tekst zoom",
    ),
    SettingLine(
        "send_ctrl_enter",
        QT_TRANSLATE_NOOP("setting", "Send with Ctrl and Enter"),
        SEND_KEY,
        "ctrl_enter",
        "send key versturen toets",
        "send",
    ),
    SettingLine(
        "send_enter",
        QT_TRANSLATE_NOOP("setting", "Send with Enter"),
        SEND_KEY,
        "enter",
        "send key versturen toets",
        "send",
    ),
    SettingLine(
        "undo_off",
        QT_TRANSLATE_NOOP("setting", "Undo sending: off"),
        UNDO_SECONDS,
        0,
        "undo send ongedaan versturen uit",
        "send",
    ),
    SettingLine(
        "undo_five",
        QT_TRANSLATE_NOOP("setting", "Undo sending: 5 seconds"),
        UNDO_SECONDS,
        5,
        "undo send ongedaan versturen",
        "send",
    ),
    SettingLine(
        "undo_twenty",
        QT_TRANSLATE_NOOP("setting", "Undo sending: 20 seconds"),
        UNDO_SECONDS,
        20,
        "undo send ongedaan versturen",
        "send",
    ),
    SettingLine(
        "spelling_on",
        QT_TRANSLATE_NOOP("setting", "Check spelling"),
        SPELLING,
        True,
        "spelling spell spellen controle aan",
        "check",
    ),
    SettingLine(
        "spelling_off",
        QT_TRANSLATE_NOOP("setting", "Leave spelling unchecked"),
        SPELLING,
        False,
        "spelling spell spellen controle uit",
        "close",
    ),
)
"""Reads like a menu. Titles are looked up in the translations under "setting"."""

BY_NAME: Final = {line.name: line for line in SETTINGS}
