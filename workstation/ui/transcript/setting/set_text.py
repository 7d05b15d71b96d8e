"""What was written and what stands around it: the answered message, marks, the text, its folds."""

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QTextCharFormat, QTextLayout

from workstation.replica.rows.contact import MessageRow
from workstation.ui.transcript.harmless import fold, harmless, units
from workstation.ui.transcript.line import Line
from workstation.ui.transcript.links import find_links
from workstation.ui.transcript.named import find_named
from workstation.ui.transcript.setting.column import Column, break_lines, natural, wrapping
from workstation.ui.transcript.setting.laid import Panel, Place, What
from workstation.ui.transcript.shapes.card import Mark, Shown
from workstation.ui.transcript.transcript_words import TranscriptWords

QUOTE_INDENT = 10


def set_quote(column: Column, words: TranscriptWords, line: Line, message: MessageRow) -> None:
    """The name and the first line of what is answered; a click goes there."""
    name, first = words.answered(message, line.answers)
    if not first:
        return
    top = column.y
    panel = Panel("quote", QRect())
    column.laid.panels.append(panel)
    widest, column.widest = column.widest, 0
    column.y += 4
    if name:
        column.y += column.para(
            name, column.fonts.small, "accent", x=QUOTE_INDENT, within=column.inner - 8, most=1
        )
    column.y += column.para(
        first, column.fonts.small, "muted", x=QUOTE_INDENT, within=column.inner - 8, most=1
    )
    column.y += 4
    wide = min(column.inner, max(column.widest + 10, 120))
    column.widest = max(widest, wide)
    panel.rect = QRect(0, top, wide, column.y - top)
    if line.answers is not None:
        column.laid.places.append(
            Place("quote", QRect(panel.rect), first, value=line.answers.message_id)
        )
    column.y += 6


def set_marks(column: Column, marks: tuple[Mark, ...], *, gap: int) -> None:
    for mark in marks:
        column.y += column.para(mark.text, column.fonts.small, mark.tone, icon=mark.icon)
    if marks:
        column.y += gap


def set_body(
    column: Column,
    words: TranscriptWords,
    message: MessageRow,
    seen: Shown,
    *,
    prefix: str,
    unfolded: bool,
) -> None:
    """The text, with who wrote it in front where that is said, and the way to the rest of it."""
    laid, fonts = column.laid, column.fonts
    folded = fold(seen.text, unfolded=unfolded)
    if folded.text or prefix:
        layout = QTextLayout(prefix + harmless(folded.text), fonts.body)
        option = wrapping()
        option.setTabStopDistance(4 * fonts.per_character)
        layout.setTextOption(option)
        laid.starts = units(prefix)
        if prefix:
            strong = QTextCharFormat()
            strong.setFont(fonts.strong)
            layout.setFormats([_range(0, laid.starts, strong)])
        laid.text, laid.text_at = layout, QPointF(0, column.y)
        column.y += break_lines(layout, column.inner, fonts.pitch)
        column.took(natural(layout))
        laid.links = tuple(
            (
                laid.starts + units(folded.text[: link.start]),
                units(folded.text[link.start : link.end]),
                link.target,
            )
            for link in (
                *find_links(folded.text),
                *(find_named(folded.text, message.facts, words.names) if words.names else ()),
            )
        )
    if folded.hidden:
        set_link(column, "unfold", words.show_all(len(message.text)))
    if seen.earlier and not folded.hidden:
        set_link(column, "earlier", words.earlier_mail(unfolded=unfolded))


def set_link(column: Column, what: What, text: str, *, after: int = 4) -> Place:
    """A small line that does something."""
    wide = column.fonts.small_metrics.horizontalAdvance(text)
    place = Place(what, QRect(0, column.y + 2, wide, column.fonts.small_height), text)
    column.laid.places.append(place)
    column.took(wide)
    column.y += column.fonts.small_height + after
    return place


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, look
    return found
