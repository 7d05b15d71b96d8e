"""The name of a field, on one line before it, as wide as the widest below and above it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QSizePolicy

from workstation.ui.panels.section import Words
from workstation.ui.theme.sizes import px

LEAST: Final = 140
"""Pixels at the usual size of text."""


class FieldName(Words):
    def __init__(self, text: str) -> None:
        super().__init__(text, ink="muted")
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


def line_up(names: Sequence[FieldName]) -> None:
    """Have the fields of several forms begin below one another."""
    wide = max(px(LEAST), *(name.sizeHint().width() for name in names))
    for name in names:
        name.setFixedWidth(wide)
