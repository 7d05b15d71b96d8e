"""Every text colour reads on every ground it is used on: WCAG 2.2 AA, light and dark."""

import ast
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from tests.ui.everybody import ENOUGH, contrast
from workstation import ui
from workstation.ui.theme.avatar import COLOURS
from workstation.ui.theme.pill import Tone, paint_pill
from workstation.ui.theme.theme import Choice, Theme
from workstation.ui.theme.tokens import DARK, LIGHT, Tokens

ENOUGH_FOR_SIGNS = 3.0

PAPERS = ("window", "surface", "sunken", "raised", "hover", "accent_soft", "note")
READ_ON = {
    "text": (*PAPERS, "out"),
    "muted": (*PAPERS, "out"),
    "faint": PAPERS,
    "accent": ("window", "surface", "raised", "accent_soft"),
    "on_accent": ("accent", "accent_hover"),
    "ok": ("surface", "ok_soft", "accent_soft"),
    "warn": ("surface", "warn_soft", "accent_soft"),
    "bad": ("window", "surface", "raised", "bad_soft", "accent_soft"),
}
NO_INKS = {
    *("accent_soft", "warn_soft", "hover", "raised", "sunken", "surface", "window", "note", "out"),
    *("line", "line2", "note_line", "out_line", "on_accent", "dark"),
}
"""Grounds and edges in a row, and the tick in a box that is filled with the accent colour."""
ROWS = sorted(Path(ui.__path__[0]).rglob("*_delegate.py"))
SIGNS = ("whatsapp", "instagram", "messenger", "email", "phone", "chat", "console")


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"), [(ink, ground) for ink, grounds in READ_ON.items() for ground in grounds]
)
def test_text_reads(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= ENOUGH


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("ground", ["surface", "accent_soft", "raised", "window"])
def test_channel_dots_are_seen(tokens: Tokens, sign: str, ground: str) -> None:
    assert contrast(getattr(tokens, sign), getattr(tokens, ground)) >= ENOUGH_FOR_SIGNS


@pytest.mark.parametrize("path", ROWS, ids=[path.stem for path in ROWS])
def test_all_that_a_row_is_written_in_reads_when_it_is_chosen(path: Path) -> None:
    named = {
        node.value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    inks = (named & {field.name for field in fields(Tokens)}) - NO_INKS
    assert {ink for ink in inks if "accent_soft" not in READ_ON.get(ink, ())} == set()


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("tone", ["quiet", "accent", "ok", "warn", "bad"])
def test_a_pill_is_seen_on_a_chosen_row(qapp: QApplication, look: Choice, tone: Tone) -> None:
    theme = Theme(look)
    picture = QImage(80, 40, QImage.Format.Format_RGB32)
    picture.fill(theme.color("accent_soft"))
    painter = QPainter(picture)
    paint_pill(painter, theme, "", tone, 0, 0, width=80, height=40, chosen=True)
    painter.end()
    assert picture.pixelColor(40, 20) != theme.color("accent_soft")


@pytest.mark.parametrize("colour", COLOURS)
def test_initials_read_on_a_face(colour: str) -> None:
    assert contrast("#FFFFFF", colour) >= ENOUGH


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_what_a_field_asks_for_reads(
    qapp: QApplication, look: Choice, kind: type[QLineEdit] | type[QPlainTextEdit]
) -> None:
    before = qapp.styleSheet()
    theme = Theme(look)
    theme.dress(qapp)
    field = kind()
    field.setPlaceholderText("Reply to Anouk")
    field.ensurePolished()
    asked = field.palette().color(QPalette.ColorRole.PlaceholderText)
    qapp.setStyleSheet(before)

    assert asked == theme.color("faint")
