"""The looks of the desk that pictures are made of: language, colours, size of text, direction."""

from dataclasses import dataclass
from typing import Final, Literal


@dataclass(frozen=True, slots=True)
class Look:
    language: Literal["en", "nl"]
    theme: Literal["light", "dark"]
    percent: int = 100
    """How large the text is."""
    foreign: bool = False
    """With customers who write Arabic and Hebrew, from right to left."""


@dataclass(frozen=True, slots=True)
class Screen:
    width: int
    height: int
    density: int = 1
    """How many pixels each logical one has, in both directions."""

    def __str__(self) -> str:
        return f"{self.width}x{self.height}" + (f"@{self.density}" if self.density > 1 else "")


LOOKS: Final = {
    "en-light": Look("en", "light"),
    "en-dark": Look("en", "dark"),
    "nl-light": Look("nl", "light"),
    "nl-dark": Look("nl", "dark"),
    "nl-largest": Look("nl", "light", percent=160),
    "right-to-left": Look("en", "dark", foreign=True),
}
SCREENS: Final = (Screen(1280, 800), Screen(1920, 1080), Screen(1280, 800, density=2))
