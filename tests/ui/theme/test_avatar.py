"""Faces: the letters people expect, whatever they are called."""

import pytest
from pytestqt.qtbot import QtBot

from workstation.ui.theme.avatar import avatar, initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Anouk Bakker", "AB"),
        ("Jeroen de Wit", "JW"),
        ("Fatima el Hadi", "FH"),
        ("mila.lens", "ML"),
        ("anouk", "AN"),
        ("R. Vermeer", "RV"),
        ("a.bakker@example.nl", "AB"),
        ("+31 6 •••• 4471", "?"),
        ("", "?"),
        ("李小龙", "李"),
        ("مريم حسن", "مح"),
        ("\U0001f600", "?"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_face_is_crisp_on_a_fine_screen(qtbot: QtBot) -> None:
    face = avatar("Anouk Bakker", 36, 2.0)
    assert (face.width(), face.devicePixelRatioF()) == (72, 2.0)
    assert avatar("Anouk Bakker", 36, 2.0) is face
