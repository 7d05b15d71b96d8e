"""Passing a message on: to a colleague in a note that mentions them, or to a team with the contact
itself. The note says which message it is about, and leads there."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from workstation.replica.rows.contact import ContactHead, MessageRow
from workstation.replica.rows.writing import WritingFacts
from workstation.rules.answering import quoted
from workstation.ui.choosing.choice_model import Choice, search_in
from workstation.ui.choosing.choice_popup import ChoicePopup
from workstation.ui.command import Situation, moves
from workstation.ui.contact.forward_window import ForwardWindow
from workstation.ui.contact.names import Names
from workstation.ui.contact.refusal_words import refusal_sentence
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.presence.presence_words import in_a_line
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.transcript.transcript_words import TranscriptWords
from workstation.ui.words import translate

TEAM, AGENT = "team:", "agent:"


class Forwarding(QObject):
    """Asks to whom, then what to say with it. `anchor` is what the list opens over."""

    def __init__(self, context: DeskContext, words: TranscriptWords, anchor: QWidget) -> None:
        super().__init__(anchor)
        self._context = context
        self._words = words
        self._anchor = anchor

    def begin(self, head: ContactHead, message: MessageRow, part: str) -> None:
        """`part` is the text that was selected in the message; empty: it is meant whole."""

        def facts(replica: ReplicaDoor) -> WritingFacts | None:
            return replica.writing_facts(head.contact_id)

        self._context.reader.ask(
            "readers",
            facts,
            lambda found: self._choose(head, message, part, found.readers if found else ()),
            owner=self,
            urgent=True,
        )

    def _choose(
        self, head: ContactHead, message: MessageRow, part: str, readers: tuple[str, ...]
    ) -> None:
        popup = ChoicePopup(
            self._context.theme,
            search_in(self._choices(head, readers)),
            prompt=translate("contact", "Pass on to whom? A colleague or a team"),
            nothing=translate("contact", "Nobody here is called that."),
            parent=self._anchor,
        )
        popup.chosen.connect(lambda choice: self._ask(head, message, part, choice))
        popup.open_at(self._anchor, "inside")

    def _choices(self, head: ContactHead, readers: tuple[str, ...]) -> list[Choice]:
        """Colleagues who see this contact, those who are there first; and every other team."""
        reference, me = self._context.reference, self._context.me
        order = {"available": 0, "busy": 1, "away": 2}
        colleagues = sorted(
            (a for a in reference.agents if a.agent_id in readers and a.agent_id != me.agent_id),
            key=lambda a: (order.get(a.presence, 3), a.name.casefold()),
        )
        found = []
        if colleagues:
            found.append(_heading(translate("contact", "In a note to a colleague")))
        found += [
            Choice(
                AGENT + one.agent_id, harmless_line(one.name), in_a_line(one, self._context.clock())
            )
            for one in colleagues
        ]
        names = Names(reference, self._context.language)
        teams = [one for one in reference.teams if one.team_id != head.team_id]
        if teams and moves(Situation(head, me)):
            found.append(_heading(translate("contact", "With the contact, to another team")))
            found += [Choice(TEAM + one.team_id, names.team_name(one)) for one in teams]
        return found

    def _ask(self, head: ContactHead, message: MessageRow, part: str, to: Choice) -> None:
        window = ForwardWindow(
            self._context,
            to=to.name,
            hands_over=to.key.startswith(TEAM),
            who=self._words.who_and_when(message),
            said=part or message.text or self._words.begins(message),
            parent=self._anchor.window(),
        )
        window.passed_on.connect(lambda text: self._pass_on(head, message, part, to, text))
        window.open()

    def _pass_on(
        self, head: ContactHead, message: MessageRow, part: str, to: Choice, text: str
    ) -> None:
        kind, _, who = to.key.partition(":")
        said = text.strip()
        if kind == "agent":
            said = f"@{to.name} {said}".strip()
        if part:
            said = f"{said}\n{quoted(part)}".strip()
        written_at = self._context.clock()

        def work(replica: ReplicaDoor) -> None:
            from workstation.actions import Note, Transfer

            if said:
                replica.act(
                    Note(
                        contact_id=head.contact_id,
                        text=said,
                        mentions=(who,) if kind == "agent" else (),
                        reply_to_id=message.message_id,
                        written_at=written_at,
                    )
                )
            if kind == "team":
                replica.act(Transfer(contact_id=head.contact_id, team_id=who))

        def done(_: object) -> None:
            words = translate("contact", "Passed on to {name}.").format(name=to.name)
            self._context.news.notice.emit(words, "ok")
            if kind == "team":
                self._context.news.finished.emit(head.contact_id)

        def failed(error: Exception) -> None:
            why = refusal_sentence(error, self._context.language)
            if why is None:
                raise error
            self._context.news.notice.emit(why, "bad")

        self._context.writer.do(work, done=done, failed=failed, owner=self)


def _heading(words: str) -> Choice:
    return Choice("", words, heading=True)
