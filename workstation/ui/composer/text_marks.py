"""What stands out in the text one types: each finder says which letters, and as what.

    text.marks.add(finder)      # a function: the text of a line -> the marks in it
    text.marks.look_again()     # the finders would say something else now

A line is looked at again when it is typed in, so a finder has to be quick.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import (
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
)

from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.harmless import units

Look = Literal["place", "mention", "misspelt"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters of one line: where they begin, how many, and what they are."""

    start: int
    length: int
    look: Look


Finder = Callable[[str], Iterable[Mark]]

LONGEST: Final = 10_000
"""Characters of a line; nobody looks for marks in a longer one."""


class TextMarks(QSyntaxHighlighter):
    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme = theme
        self._finders: list[Finder] = []
        self._formats: dict[Look, QTextCharFormat] = {}
        self._dress()
        theme.changed.connect(self._dress)

    def add(self, finder: Finder) -> None:
        self._finders.append(finder)
        self.look_again()

    def look_again(self) -> None:
        """Ask every finder anew."""
        if not self.document().isEmpty():
            with QSignalBlocker(self.document()):  # other marks are no other text
                self.rehighlight()

    def look_again_at(self, block: QTextBlock) -> None:
        """Ask them about one line."""
        with QSignalBlocker(self.document()):
            self.rehighlightBlock(block)

    def found(self, text: str) -> list[Mark]:
        """Every mark in a line, the later finders' last."""
        if len(text) > LONGEST:
            return []
        return [mark for finder in self._finders for mark in finder(text)]

    def highlightBlock(self, text: str) -> None:
        for mark in self.found(text):
            start = units(text[: mark.start])
            for at in range(start, start + units(text[mark.start : mark.start + mark.length])):
                both = self.format(at)
                both.merge(self._formats[mark.look])
                self.setFormat(at, 1, both)

    def _dress(self) -> None:
        color = self._theme.color
        place, mention, misspelt = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        place.setBackground(QColor(color("warn_soft")))
        place.setForeground(QColor(color("warn")))
        place.setFontWeight(QFont.Weight.DemiBold)
        mention.setForeground(QColor(color("accent")))
        mention.setFontWeight(QFont.Weight.DemiBold)
        misspelt.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        misspelt.setUnderlineColor(QColor(color("bad")))
        self._formats = {"place": place, "mention": mention, "misspelt": misspelt}
        self.look_again()
