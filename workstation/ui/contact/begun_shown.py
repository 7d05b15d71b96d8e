"""Offers what a colleague had begun to write on the contact that is open."""

from PySide6.QtCore import QObject

from workstation.replica.begun import BegunRow
from workstation.replica.rows.contact import ContactHead
from workstation.replica.rows.news import Changed
from workstation.ui.composer.composer_view import ComposerView
from workstation.ui.contact.colleague_card import Choice, ColleagueCard
from workstation.ui.contact.done_with import DoneWith
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate


class BegunShown(QObject):
    """Only to who may go on with it: whoever has the contact, or anybody while nobody has. While
    the colleague still types there, it is theirs. What was used or dismissed is not offered again
    unless they write on, also after the desk was closed."""

    def __init__(self, context: DeskContext, composer: ComposerView, card: ColleagueCard) -> None:
        super().__init__(card)
        self._context = context
        self._composer = composer
        self._card = card
        self._head: ContactHead | None = None
        self._begun: tuple[BegunRow, ...] = ()
        self._done_with = DoneWith(context.preferences)
        card.chosen.connect(self._chose)
        context.commands.handle("use_begun", lambda: self._chose("use_text"))
        context.news.changed.connect(self._changed)
        context.typing.changed.connect(self._typing)

    def look_at(self, head: ContactHead | None) -> None:
        """Another contact is open, or somebody else has it."""
        if head is None or self._head is None or head.contact_id != self._head.contact_id:
            self._begun = ()
        self._head = head
        self._show()
        if head is not None:
            self._read(head.contact_id)

    def _changed(self, changed: Changed) -> None:
        head = self._head
        if head is None:
            return
        if changed.everything or (
            head.contact_id in changed.contacts and changed.tables & {"shared_draft", "message"}
        ):
            self._read(head.contact_id)

    def _typing(self, contact_id: str) -> None:
        if self._head is not None and contact_id == self._head.contact_id:
            self._show()

    def _read(self, contact_id: str) -> None:
        def work(replica: ReplicaDoor) -> tuple[BegunRow, ...]:
            return replica.begun(contact_id)

        def then(found: tuple[BegunRow, ...]) -> None:
            if self._head is not None and self._head.contact_id == contact_id:
                self._begun = found
                self._show()

        self._context.reader.ask("begun", work, then, owner=self)

    def _offered(self) -> BegunRow | None:
        head = self._head
        if head is None or head.guest or head.state == "done":
            return None
        if head.owner_id not in (None, self._context.me.agent_id):
            return None
        typing = self._context.typing.who(head.contact_id)
        for one in self._begun:
            if one.agent_id not in typing and not self._done_with.has(head.contact_id, one):
                return one
        return None

    def _show(self) -> None:
        one = self._offered()
        if one is None:
            self._card.clear()
            return
        name = harmless_line(one.name) or "?"
        title = (
            translate("contact", "{name} had begun to write a note:")
            if one.mode == "note"
            else translate("contact", "{name} had begun to write:")
        )
        self._card.say(
            name,
            title.format(name=name.partition(" ")[0]),
            one.text,
            Choice(
                "use_text",
                translate("contact", "Use this text"),
                key=self._context.commands.key("use_begun"),
            ),
            Choice("dismiss_text", translate("contact", "Dismiss")),
        )

    def _chose(self, name: str) -> None:
        one, head = self._offered(), self._head
        if one is None or head is None:
            return
        self._done_with.put(head.contact_id, one)
        self._show()
        if name == "use_text":
            self._use(one)
        self._composer.take_caret()

    def _use(self, one: BegunRow) -> None:
        """It becomes mine, below what I typed already."""
        if not self._composer.text.toPlainText().strip():
            self._composer.write(one.mode)
            self._composer.insert(one.text)
        else:
            cursor = self._composer.text.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            cursor.insertText(f"\n\n{one.text}")
            self._composer.text.setTextCursor(cursor)
