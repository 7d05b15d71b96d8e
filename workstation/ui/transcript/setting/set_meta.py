"""The small line under a message, and what people put on it."""

from PySide6.QtCore import QRect

from workstation.replica.rows.contact import MessageRow
from workstation.ui.transcript.setting.column import Column
from workstation.ui.transcript.setting.laid import Place
from workstation.ui.transcript.transcript_words import TranscriptWords

CHIP = 22
CHIP_OVERLAP = 8


def set_meta(column: Column, words: TranscriptWords, message: MessageRow) -> None:
    """The time, the author and how far it got, small at the bottom right."""
    laid, fonts = column.laid, column.fonts
    column.y += 2
    x = 0
    for bit in words.meta(message):
        wide = fonts.small_metrics.horizontalAdvance(bit.text)
        if x and x + wide > column.inner:
            if not laid.meta[-1][1].text.strip(" ·"):
                laid.meta.pop()  # nothing comes after this dot on its line
            x, column.y = 0, column.y + fonts.small_height
        rect = QRect(x, column.y, wide, fonts.small_height)
        laid.meta.append((rect, bit))
        if bit.retry:
            laid.places.append(Place("retry", QRect(rect), bit.text))
        x += wide
        column.took(x)
    column.y += fonts.small_height


def meta_to_the_right(column: Column, left: int) -> None:
    """Each row of the small line ends at the right edge, now that it is known."""
    laid = column.laid
    for row in {rect.y() for rect, _ in laid.meta}:
        on_row = [rect for rect, _ in laid.meta if rect.y() == row]
        by = left + column.widest - (on_row[-1].right() + 1)
        for rect in on_row:
            rect.translate(by, 0)
    for place in laid.places:
        if place.what == "retry":
            place.rect = next(QRect(rect) for rect, bit in laid.meta if bit.retry)


def set_reactions(column: Column, reactions: tuple[tuple[str, int], ...], bottom: int) -> int:
    """Chips over the lower edge of the bubble; how far they stick out below it."""
    x = 0
    for emoji, count in reactions:
        text = emoji if count == 1 else f"{emoji} {count}"
        wide = max(CHIP + 4, column.fonts.body_metrics.horizontalAdvance(text) + 14)
        column.laid.chips.append((QRect(x, bottom - CHIP_OVERLAP, wide, CHIP), text))
        x += wide + 4
    return CHIP - CHIP_OVERLAP if reactions else 0
