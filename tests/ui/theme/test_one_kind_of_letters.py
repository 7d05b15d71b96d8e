"""Every widget is written in the desk's letters, also where the system has its own for some."""

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel

from workstation.ui.theme.fonts import font
from workstation.ui.theme.theme import Theme


def test_a_system_with_letters_for_labels_does_not_bring_them_back(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    wear = QApplication.setStyleSheet

    def as_gnome_does(app: QApplication, sheet: str) -> None:
        wear(app, sheet)
        QApplication.setFont(QFont("Courier", 20), "QLabel")  # type: ignore[arg-type]

    monkeypatch.setattr(QApplication, "setStyleSheet", as_gnome_does)
    Theme("light").dress(qapp)
    assert QApplication.font(QLabel()) == font()
