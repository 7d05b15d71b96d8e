"""Every text colour reads on every ground it is used on: WCAG 2.2 AA, light and dark."""

import pytest
from PySide6.QtGui import QColor

from workstation.ui.theme.avatar import COLOURS
from workstation.ui.theme.tokens import DARK, LIGHT, Tokens

ENOUGH = 4.5
ENOUGH_FOR_SIGNS = 3.0

PAPERS = ("window", "surface", "sunken", "raised", "hover", "accent_soft", "note")
READ_ON = {
    "text": (*PAPERS, "out"),
    "muted": (*PAPERS, "out"),
    "faint": PAPERS,
    "accent": ("window", "surface", "raised", "accent_soft"),
    "on_accent": ("accent", "accent_hover"),
    "ok": ("surface", "ok_soft"),
    "warn": ("surface", "warn_soft"),
    "bad": ("window", "surface", "raised", "bad_soft"),
}
SIGNS = ("whatsapp", "instagram", "messenger", "email", "phone", "chat", "console")


def light_of(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    given = QColor(colour)

    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(c) for c in (given.redF(), given.greenF(), given.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((light_of(one), light_of(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"), [(ink, ground) for ink, grounds in READ_ON.items() for ground in grounds]
)
def test_text_reads(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= ENOUGH


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("sign", SIGNS)
def test_channel_dots_are_seen(tokens: Tokens, sign: str) -> None:
    assert contrast(getattr(tokens, sign), tokens.surface) >= ENOUGH_FOR_SIGNS


@pytest.mark.parametrize("colour", COLOURS)
def test_initials_read_on_a_face(colour: str) -> None:
    assert contrast("#FFFFFF", colour) >= ENOUGH
