"""The cards of a message: a frame, a title with its icon, and lines that can be clicked."""

from PySide6.QtCore import QPointF, QRect

from workstation.ui.transcript.setting.column import Column
from workstation.ui.transcript.setting.laid import Panel, Place, What
from workstation.ui.transcript.shapes.card import Card, CardLine

PAD = 10
GAP = 4
LEAST = 200
MOST_LINES = 40
"""Lines of one card: an order of hundreds is read in the shop's own system."""


def set_card(column: Column, card: Card) -> None:
    """A card in a frame, beside other things."""
    top = column.y
    panel = Panel("frame", QRect())
    column.laid.panels.append(panel)
    before, column.widest = column.widest, 0
    first_para, first_place = len(column.laid.paras), len(column.laid.places)
    column.inner -= 2 * PAD
    column.y += 8
    set_rows(column, card)
    column.y += 6
    column.inner += 2 * PAD
    wide = min(column.inner, max(column.widest + 2 * PAD, LEAST))
    panel.rect = QRect(0, top, wide, column.y - top)
    for para in column.laid.paras[first_para:]:
        para.at.setX(para.at.x() + PAD)
    for place in column.laid.places[first_place:]:
        place.rect.translate(PAD, 0)
    _to_the_right(column, first_para, wide - PAD)
    column.widest = max(before, wide)
    column.y += GAP


def set_rows(column: Column, card: Card) -> None:
    """The title and the lines, as they stand alone in a bubble: no box in a box."""
    fonts = column.fonts
    first = len(column.laid.paras)
    column.y += column.para(card.title, fonts.small, "faint", icon=card.icon, most=1)
    if card.lines:
        column.y += 2
    for number, line in enumerate(card.lines[:MOST_LINES]):
        if number and line.tone == "faint":
            column.y += 3  # a question stands off the answer before it
        _row(column, line)
    _to_the_right(column, first, column.widest)


def set_call(column: Column, card: Card) -> None:
    """A call is said in the bubble itself: its title strong, the rest small below it."""
    fonts = column.fonts
    column.y += column.para(card.title, fonts.strong, "text", icon=card.icon)
    for line in card.lines:
        tone = line.tone
        top = column.y
        high = column.para(line.text, fonts.small, tone, x=18)
        column.y += high
        if line.copy or line.reveals:
            what: What = "copy" if line.copy else "reveal"
            rect = QRect(18, top, column.widest - 18, high)
            value = line.copy or line.reveals
            column.laid.places.append(Place(what, rect, line.text, value=value))


def _row(column: Column, line: CardLine) -> None:
    fonts = column.fonts
    font = fonts.strong if line.strong else fonts.body
    if line.tone in ("muted", "faint") and not line.copy:
        font = fonts.small
    right = fonts.body_metrics.horizontalAdvance(line.right) + 16 if line.right else 0
    top, before = column.y, column.widest
    column.widest = 0
    high = column.para(
        line.text, font, line.tone, within=column.inner - right, most=1 if line.link else 0
    )
    wide = column.widest
    column.widest = max(before, min(wide + right, column.inner))
    if line.right:
        column.para(line.right, font, "text", most=1)
        column.widest = max(before, min(wide + right, column.inner))
        column.laid.paras[-1].ends = True
    if line.link or line.copy:
        what: What = "link" if line.link else "copy"
        column.laid.places.append(
            Place(what, QRect(0, top, wide, high), line.text, value=line.link or line.copy)
        )
    column.y += high


def _to_the_right(column: Column, first: int, right: int) -> None:
    """Amounts stand at the right edge, now that it is known."""
    for para in column.laid.paras[first:]:
        if para.ends:
            wide = para.layout.lineAt(0).naturalTextWidth()
            para.at = QPointF(right - wide, para.at.y())
