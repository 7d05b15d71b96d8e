"""The desk is laid out as its own language is read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from workstation.ui.translations import LANGUAGES, Translations


def test_a_system_read_from_right_to_left_does_not_turn_the_desk(qapp: QApplication) -> None:
    translations = Translations()
    for language in LANGUAGES:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        translations.speak(language)
        assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    translations.speak("en")
