"""The desk's letters: Inter where it is installed, else the system's own; figures of one width."""

from functools import cache
from typing import Final, Literal

from PySide6.QtGui import QFont

from workstation.ui.theme.sizes import px

Size = Literal[9, 11, 12, 13, 14, 15, 20]

FAMILIES: Final = ("Inter", "Segoe UI Variable Text", "Segoe UI", ".AppleSystemUIFont", "Cantarell",
                   "Noto Sans", "DejaVu Sans")  # fmt: skip
NORMAL: Final = QFont.Weight.Normal
MEDIUM: Final = QFont.Weight.Medium
STRONG: Final = QFont.Weight.DemiBold
BOLD: Final = QFont.Weight.Bold

_TABULAR: Final = QFont.Tag("tnum")


@cache
def font(size: Size = 13, weight: QFont.Weight = NORMAL, *, italic: bool = False) -> QFont:
    """A font of `size` pixels at the usual text size. The same object for the same wish: do not
    change it, copy it."""
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPixelSize(px(size))
    made.setWeight(weight)
    made.setItalic(italic)
    made.setFeature(_TABULAR, 1)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
