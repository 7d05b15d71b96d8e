"""The desk's languages: which one, and loading its words and Qt's own."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from workstation.replica import sentences
from workstation.resources import FOLDER
from workstation.ui.context import Language

LANGUAGES: Final[tuple[Language, ...]] = ("en", "nl")


def language_of(wish: str | None) -> Language:
    """The wished language, else the system's where the desk speaks it, else English."""
    for candidate in (wish or "", QLocale.system().name()):
        for language in LANGUAGES:
            if candidate.startswith(language):
                return language
    return "en"


class Translations:
    """Holds the translators that are in use; `speak` takes others."""

    def __init__(self) -> None:
        self._in_use: list[QTranslator] = []

    def speak(self, language: Language) -> None:
        """What is made from now on speaks this language. English has its own file for plurals."""
        for translator in self._in_use:
            QCoreApplication.removeTranslator(translator)
        self._in_use.clear()
        sentences.speak(language)
        locale = QLocale("nl_NL") if language == "nl" else QLocale("en_GB")
        QLocale.setDefault(locale)
        # As this language is read, also on a system in one that is read from right to left: there
        # numbers and signs within our sentences would change places.
        QGuiApplication.setLayoutDirection(locale.textDirection())
        qt_words = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        files = [FOLDER / "translations" / f"workstation_{language}.qm"]
        if language != "en":
            files.append(qt_words / f"qtbase_{language}.qm")
        for file in files:
            translator = QTranslator()
            if translator.load(str(file)):
                QCoreApplication.installTranslator(translator)
                self._in_use.append(translator)
