"""What is looked at before a text leaves: places nobody filled in, and whom it looks meant for."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor

from workstation.rules.addressee import looks_meant_for
from workstation.rules.places import next_place, open_places
from workstation.ui.composer.composer_page import ComposerPage
from workstation.ui.composer.draft_shown import Mode
from workstation.ui.composer.text_marks import Mark
from workstation.ui.composer.what_is_known import WhatIsKnown
from workstation.ui.context import DeskContext
from workstation.ui.transcript.harmless import cut, units
from workstation.ui.words import translate


class LastLook(QObject):
    """Belongs to a composer's page."""

    def __init__(self, context: DeskContext, page: ComposerPage, known: WhatIsKnown) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._known = known
        self._told = ""
        """What was said of a place, while it stands there."""
        page.text.marks.add(place_marks)

    def has_places(self) -> bool:
        return bool(open_places(self._page.text.toPlainText()))

    def say_places(self) -> None:
        """How many places are still open, beside the buttons."""
        count = len(open_places(self._page.text.toPlainText()))
        words = translate("composer", "%n place(s) to fill in", "", count) if count else ""
        self._page.places.say(words, "warn")
        self._page.places.setToolTip(
            translate("composer", "Tab goes to the next place in braces") if count else ""
        )
        self._page.places.setVisible(bool(count))
        if not count and self._told:
            if self._page.band.text == self._told:
                self._page.band.say("")
            self._told = ""

    def go_to_place(self) -> bool:
        """Select the next open place; false when there is none."""
        box = self._page.text
        text = box.toPlainText()
        cursor = box.textCursor()
        at = len(cut(text, 0, cursor.selectionEnd()))
        place = next_place(text, at)
        if place is None:
            return False
        cursor.setPosition(units(text[: place.start]))
        cursor.setPosition(units(text[: place.end]), QTextCursor.MoveMode.KeepAnchor)
        box.setTextCursor(cursor)
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def stops_at_place(self) -> bool:
        """Whether something still has to be filled in: then it is selected, and said."""
        if not self.go_to_place():
            return False
        place = self._page.text.textCursor().selectedText()
        words = translate("composer", "Fill in {place} first, or take it out.")
        self._told = words.format(place=place)
        self._page.band.say(self._told, "warn")
        return True

    def doubts(self, mode: Mode) -> bool:
        """Whether the text looks meant for others than will read it: then it is asked."""
        customer = self._known.facts.customer_name if self._known.facts is not None else ""
        me = self._context.me.agent_id
        meant = looks_meant_for(
            self._page.text.toPlainText(),
            customer=customer,
            colleagues=(one.name for one in self._context.reference.agents if one.agent_id != me),
        )
        if mode == "note" and meant == "customer":
            self._page.doubt.ask(
                translate(
                    "composer",
                    "This reads like a message to the customer, but only colleagues would see it.",
                ),
                safe=translate("composer", "Make it a reply"),
                anyway=translate("composer", "Add as a note"),
            )
            return True
        if mode == "reply" and meant == "colleagues":
            self._page.doubt.ask(
                translate(
                    "composer",
                    "This reads like a word to colleagues, but the customer would get it.",
                ),
                safe=translate("composer", "Make it a note"),
                anyway=translate("composer", "Send to the customer"),
            )
            return True
        return False


def place_marks(line: str) -> list[Mark]:
    return [Mark(one.start, one.end - one.start, "place") for one in open_places(line)]
