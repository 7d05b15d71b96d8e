"""What helps while writing: suggestions, emoji, marked places and names, and what snippets ask to
be done after sending."""

from typing import Any

from PySide6.QtCore import QObject, Qt

from workstation.replica.rows.writing import SnippetRow
from workstation.rules.naming import Named, named
from workstation.ui.composer.after_sending import AfterSending, words
from workstation.ui.composer.composer_page import ComposerPage
from workstation.ui.composer.draft_shown import DraftShown
from workstation.ui.composer.emoji_memory import EmojiMemory
from workstation.ui.composer.last_look import LastLook
from workstation.ui.composer.suggesting.colleague_source import ColleagueSource
from workstation.ui.composer.suggesting.emoji_source import EmojiSource
from workstation.ui.composer.suggesting.order_source import OrderSource
from workstation.ui.composer.suggesting.snippet_source import SnippetSource
from workstation.ui.composer.suggesting.suggesting import Suggesting
from workstation.ui.composer.text_marks import Mark
from workstation.ui.composer.what_is_known import WhatIsKnown
from workstation.ui.context import DeskContext


class WritingTools(QObject):
    """Belongs to a composer's page."""

    def __init__(self, context: DeskContext, page: ComposerPage, shown: DraftShown) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._shown = shown
        self._after: dict[str, AfterSending] = {}
        """By contact; the memory of the desk keeps it with the draft."""
        self._returning: set[str] = set()
        """Contacts whose text was sent, and is on its way back into the field."""
        self.known = WhatIsKnown(context, self)
        self.look = LastLook(context, page, self.known)
        self._memory = EmojiMemory(context.preferences)
        self.suggesting = Suggesting(
            context.theme,
            page.text,
            (
                SnippetSource(self.known, context.language, self._inserted),
                EmojiSource(self._memory, context.language),
                ColleagueSource(context, self.known, self._in_note),
                OrderSource(context, self.known),
            ),
        )
        page.text.marks.add(self._names)
        page.emoji.clicked.connect(self.open_emoji)
        page.snippet.clicked.connect(self.open_snippets)
        page.after.forgotten.connect(self._forget)
        self.known.changed.connect(page.text.marks.look_again)
        self.known.changed.connect(self.suggesting.look_again)

    def look_at(self, contact_id: str | None) -> None:
        """Another contact is written on."""
        self.suggesting.close()
        self._page.doubt.hide()
        self.known.look_at(contact_id)
        if contact_id is not None and contact_id not in self._after:
            self.remember(contact_id)

    def remember(self, contact_id: str) -> None:
        """What was kept with the draft, as after a start. Through the writer, so that it is known
        before the draft is shown."""

        def known(deeds: dict[str, Any]) -> None:
            if deeds and contact_id not in self._after:
                self._after[contact_id] = AfterSending.of(deeds)
                self._shown.settled.emit()

        self._context.writer.do(lambda replica: replica.after(contact_id), done=known, owner=self)

    def came_back(self, contact_id: str) -> None:
        """What was sent there is on its way back into the field, with what was to follow it."""
        self._returning.add(contact_id)
        self.remember(contact_id)

    def _keep(self, contact_id: str) -> None:
        deeds = self._after.get(contact_id, AfterSending()).as_deeds()
        self._context.writer.do(lambda replica: replica.keep_after(contact_id, deeds))

    def settle(self) -> None:
        """Say what is still open, and what will be done."""
        self.look.say_places()
        contact_id = self._shown.contact_id or ""
        replying = self._shown.mode == "reply"
        if not self._page.text.document().isEmpty():
            self._returning.discard(contact_id)
        elif (
            self._shown.loaded
            and contact_id not in self._returning
            and self._after.pop(contact_id, None) is not None
        ):
            self._keep(contact_id)
        after = self._after.get(contact_id, AfterSending())
        self._page.after.say(words(after, self._context) if replying else "")

    def take_after(self) -> AfterSending:
        """What is to be done after sending what is shown; it is no longer kept here."""
        if self._shown.mode != "reply":
            return AfterSending()
        return self._after.pop(self._shown.contact_id or "", AfterSending())

    def give_back(self, contact_id: str, after: AfterSending) -> None:
        """What was sent is a draft again, and so is what was to be done after it."""
        if after:
            self._after[contact_id] = after
            self._returning.add(contact_id)

    def open_emoji(self) -> None:
        """Choose an emoji with the mouse or by name."""
        from workstation.ui.composer.emoji_picker import EmojiPicker  # rarely needed

        if not self._page.text.isEnabled():
            return
        picker = EmojiPicker(
            self._context.theme, self._context.language, self._memory.recent, self._page
        )
        picker.chosen.connect(self._insert_emoji)
        picker.open_at(self._page.emoji, self._page.text)

    def open_snippets(self) -> None:
        """The same as typing a / at the start of a word."""
        text = self._page.text
        if not text.isEnabled():
            return
        text.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = text.textCursor()
        line = cursor.block().text()[: cursor.positionInBlock()]
        cursor.insertText("/" if not line or line[-1:].isspace() else " /")

    def _insert_emoji(self, sign: str) -> None:
        self._memory.used(sign)
        self._page.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._page.text.textCursor().insertText(sign)

    def _inserted(self, snippet: SnippetRow) -> None:
        after = AfterSending.of(snippet.deeds)
        contact_id = self._shown.contact_id or ""
        if after:
            self._after[contact_id] = self._after.get(contact_id, AfterSending()).and_then(after)
            self._keep(contact_id)
        self._page.text.ensureCursorVisible()
        start = self._page.text.textCursor()
        start.setPosition(0)
        if self.look.has_places():
            self._page.text.setTextCursor(start)
            self.look.go_to_place()
        self._shown.settled.emit()

    def _forget(self) -> None:
        contact_id = self._shown.contact_id or ""
        self._after.pop(contact_id, None)
        self._keep(contact_id)
        self._shown.settled.emit()

    def _in_note(self) -> bool:
        return self._shown.mode == "note"

    def _names(self, line: str) -> list[Mark]:
        """Colleagues that a note mentions, and orders."""
        found: list[Named] = []
        if "@" in line and self._in_note():
            found += named(line, "@", ((a.agent_id, a.name) for a in self.known.colleagues()))
        if "#" in line:
            found += named(line, "#", ((one.order_id, one.number) for one in self.known.orders))
        return [Mark(one.start, one.end - one.start, "mention") for one in found]
