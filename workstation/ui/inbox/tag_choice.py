"""Choosing tags: those there are, ticked where they are on, and a new one by typing it."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from workstation.ui.choosing.choice_model import Choice, Search
from workstation.ui.choosing.choice_popup import ChoicePopup
from workstation.ui.context import DeskContext
from workstation.ui.paintable import paintable_line
from workstation.ui.words import translate

LONGEST: Final = 40


def choose_tags(
    context: DeskContext,
    known: Sequence[tuple[str, int]],
    on: frozenset[str],
    changed: Callable[[str, bool], None],
    *,
    anchor: QWidget,
) -> ChoicePopup:
    """`known` are tags and on how many contacts they are, `on` the folded tags that are ticked.
    `changed` comes with each tick: the tag, and whether it is on now."""
    ticked = frozenset(tag.casefold() for tag in on)
    spelled = {tag.casefold(): tag for tag, _ in known}
    popup = ChoicePopup(
        context.theme,
        tag_search(known),
        prompt=translate("tags", "Choose a tag, or type a new one"),
        nothing=translate("tags", "Type the first tag of the shop."),
        many=ticked,
        parent=anchor,
    )
    before = set(ticked)

    def look(now: frozenset[str]) -> None:
        for key in now ^ before:
            name = spelled.setdefault(key.casefold(), popup.field.text().strip() or key)
            changed(name, key in now)
        before.clear()
        before.update(now)
        popup.field.selectAll()

    popup.ticked.connect(look)
    popup.open_at(anchor)
    return popup


def tag_search(known: Sequence[tuple[str, int]]) -> Search:
    """Tags that hold what was typed; what was typed itself, when it is none yet."""

    def search(text: str, answer: Callable[[list[Choice]], None]) -> None:
        typed = " ".join(text.split())[:LONGEST]
        wanted = typed.casefold()
        found = [
            Choice(tag.casefold(), paintable_line(tag), str(count) if count else "")
            for tag, count in known
            if wanted in tag.casefold()
        ]
        if wanted and all(choice.key != wanted for choice in found):
            new = translate("tags", "New tag “{name}”").format(name=paintable_line(typed))
            found.append(Choice(wanted, new))
        answer(found)

    return search
