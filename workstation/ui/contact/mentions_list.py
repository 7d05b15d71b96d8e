"""The notes in which colleagues ask for me, the newest first: choosing one goes there."""

from typing import Final

from PySide6.QtWidgets import QWidget

from workstation.replica.rows.writing import MentionRow
from workstation.ui.choosing.choice_model import Choice, search_in
from workstation.ui.choosing.choice_popup import ChoicePopup
from workstation.ui.contact.moments import short_day
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.paintable import from_left
from workstation.ui.panels.masking import masked_name
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate

BACK: Final = 30 * 24 * 60 * 60 * 1000
"""Milliseconds: older notes have been dealt with."""
MOST: Final = 50
WIDE: Final = 520


def show_mentions(context: DeskContext, anchor: QWidget) -> None:
    """Open the list above or below `anchor`."""
    since = context.clock() - BACK

    def work(replica: ReplicaDoor) -> tuple[MentionRow, ...]:
        return replica.mentions(since, MOST)

    context.reader.ask("mentions", work, lambda found: _open(context, anchor, found), owner=anchor)


def _open(context: DeskContext, anchor: QWidget, found: tuple[MentionRow, ...]) -> None:
    popup = ChoicePopup(
        context.theme,
        search_in(_choice(context, one) for one in found),
        prompt=translate("contact", "Who asks for you?"),
        nothing=translate("contact", "Nobody has asked for you in a note this month."),
        wide=WIDE,
        parent=anchor,
    )
    by_key = {one.message_id: one.contact_id for one in found}
    popup.chosen.connect(
        lambda choice: context.news.open_contact.emit(by_key[choice.key], choice.key)
    )
    popup.open_at(anchor)


def _choice(context: DeskContext, one: MentionRow) -> Choice:
    day = short_day(one.at, context.clock(), context.language)
    author = harmless_line(one.author_name).partition(" ")[0]
    return Choice(
        key=one.message_id,
        name=f"{author}: {harmless_line(one.text)[:120]}",
        detail=f"{from_left(harmless_line(masked_name(one.customer_name)))} · {day}",
    )
