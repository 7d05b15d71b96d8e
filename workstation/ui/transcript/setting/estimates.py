"""About how high a message will be: close enough for a scroll bar, far cheaper than laying out."""

from workstation.replica.rows.contact import MessageRow
from workstation.ui.transcript.line import Line
from workstation.ui.transcript.setting.column import Fonts
from workstation.ui.transcript.setting.laid import GAP, PAD_Y
from workstation.ui.transcript.setting.set_files import (
    DOCUMENT_HEIGHT,
    PLAYER,
    TILE,
    TILE_GAP,
    columns_for,
    fitted,
)
from workstation.ui.transcript.setting.set_meta import CHIP, CHIP_OVERLAP
from workstation.ui.transcript.shapes.files import sorted_files
from workstation.ui.transcript.shapes.showing import is_plain
from workstation.ui.transcript.transcript_words import TranscriptWords


def estimate(
    line: Line, message: MessageRow, words: TranscriptWords, fonts: Fonts, inner: int
) -> int:
    high = 2 * PAD_Y + fonts.small_height + GAP
    text = message.text
    if not is_plain(message):
        seen = words.shown(message)
        text = seen.text
        for mark in (*seen.above, *seen.below):
            rows = 1 + int(len(mark.text) * fonts.per_character * 0.85 / inner)
            high += rows * fonts.small_height
        for card in seen.cards:
            framed = 20 if text or len(seen.cards) > 1 else 0
            high += fonts.small_height + framed + len(card.lines) * fonts.pitch
        if seen.reactions:
            high += CHIP - CHIP_OVERLAP
        if seen.earlier:
            high += fonts.small_height + 4
    if line.answers is not None or (message.facts and "quoted" in message.facts):
        high += 2 * fonts.small_height + 14
    shown = min(len(text), 4_000)
    rows = max(1, round(shown * fonts.per_character / inner + 0.4)) if shown else 0
    rows += min(text.count("\n", 0, shown), 60)
    high += rows * fonts.pitch
    if message.attachments and message.deleted_at is None:
        high += _files(message, fonts, inner)
    return high


def _files(message: MessageRow, fonts: Fonts, inner: int) -> int:
    files = sorted_files(message.attachments)
    high = len(files.tiles) * (DOCUMENT_HEIGHT + 4) + len(files.sounds) * (PLAYER.height() + 4)
    if files.page is not None:
        high += fonts.small_height + 4
    if len(files.pictures) == 1:
        high += fitted(files.pictures[0], inner).height() + 6
    elif files.pictures:
        columns = columns_for(len(files.pictures), inner)
        high += -(-len(files.pictures) // columns) * (TILE.height() + TILE_GAP) + 6
    return high
