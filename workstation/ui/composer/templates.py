"""Answering when the free window has closed: says so, and has a template chosen and filled in."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from workstation.replica.rows.channels import TemplateRow
from workstation.replica.rows.contact import ContactHead
from workstation.rules.windows import may_answer
from workstation.ui.choosing.choice_model import Choice, search_in
from workstation.ui.choosing.choice_popup import ChoicePopup
from workstation.ui.composer.template_form import TemplateForm
from workstation.ui.composer.window_words import closed_words, window_hint, window_words
from workstation.ui.context import DeskContext
from workstation.ui.panels.section import Words
from workstation.ui.theme.pill import Pill
from workstation.ui.ticking import Ticking
from workstation.ui.transcript.harmless import harmless_line


class ClosedNote(QWidget):
    """In the place of the field: why there is none, and the way on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Words(ink="muted")
        self.choose = QPushButton(self.tr("Choose a template"))
        self.choose.setProperty("look", "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()


class Templates(QObject):
    """Belongs to a composer: its pill, its closed note and its form. `changed` when the composer
    must settle anew."""

    changed = Signal()

    def __init__(self, context: DeskContext, composer: QWidget) -> None:
        super().__init__(composer)
        self._context = context
        self._composer = composer
        self._head: ContactHead | None = None
        self._closed = False
        self.pill = Pill(context.theme, parent=composer)
        self.pill.hide()
        self.note = ClosedNote(composer)
        self.form = TemplateForm(composer)
        self.note.choose.clicked.connect(self.choose)
        self.form.another.connect(self.choose)
        self.form.left.connect(self.drop)
        self.form.changed.connect(self.changed)
        self._clock = Ticking(composer, self._tick)

    @property
    def closed(self) -> bool:
        """Whether only a template may leave now."""
        return self._closed

    @property
    def chosen(self) -> TemplateRow | None:
        return self.form.template

    def look_at(self, head: ContactHead | None) -> None:
        """The contact that is answered; what was being filled in for another one is dropped."""
        other = (head and head.contact_id) != (self._head and self._head.contact_id)
        self._head = head
        if other:
            self.form.show_template(None, leave=False)
        self._tick()

    def settle(self, *, replying: bool) -> None:
        """Show what belongs to a reply, and nothing of it beside a note."""
        template = self.chosen is not None
        self.form.setVisible(replying and template)
        self.note.setVisible(replying and self._closed and not template)
        self.pill.setVisible(replying and bool(self.pill.text))

    def choose(self) -> None:
        """Offer the templates of the contact's channel, those in the customer's language first."""
        head = self._head
        if head is None:
            return
        self._context.reader.ask(
            "templates", lambda replica: replica.templates(head.channel), self._offer, owner=self
        )

    def drop(self) -> None:
        """Answer without a template after all."""
        self.form.show_template(None, leave=False)
        self.changed.emit()

    def _offer(self, templates: tuple[TemplateRow, ...]) -> None:
        head = self._head
        if head is None:
            return
        wanted = (head.language or self._context.language)[:2]
        ordered = sorted(templates, key=lambda one: (one.language[:2] != wanted, one.name))
        by_key = {f"{one.name}\n{one.language}": one for one in ordered}
        popup = ChoicePopup(
            self._context.theme,
            search_in(
                Choice(
                    key,
                    harmless_line(one.name).replace("_", " ").capitalize(),
                    f"{one.language} · {harmless_line(one.body)[:60]}",
                    words=one.body,
                )
                for key, one in by_key.items()
            ),
            prompt=self.tr("Which template?"),
            nothing=self.tr("This channel has no approved template."),
            parent=self._composer,
        )
        popup.chosen.connect(lambda choice: self._begin(by_key[choice.key]))
        anchor = self.note.choose if self.note.isVisible() else self._composer
        popup.open_at(anchor, "above")

    def _begin(self, template: TemplateRow) -> None:
        head = self._head
        name = "" if head is None else harmless_line(head.name).partition(" ")[0]
        self.form.show_template(template, name=name, leave=not self._closed)
        self.changed.emit()
        self.form.take_caret()

    def fill_in(self, template: TemplateRow, parameters: tuple[str, ...]) -> None:
        """Show a template as it was filled in before: it was taken back."""
        self.form.show_template(template, leave=not self._closed)
        for field, value in zip(self.form.fields, parameters, strict=False):
            field.setText(value)
        self.changed.emit()
        self.form.take_caret()

    def _tick(self) -> None:
        head, now = self._head, self._context.clock()
        until = None if head is None else head.reply_until
        text, tone = window_words(until, now)
        self.pill.say(text, tone)
        closed = not may_answer(until, now)
        if head is not None and until is not None:
            self.pill.setToolTip(window_hint(head.channel, until, now, self._context.language))
            line = self._context.reference.lines.get(head.channel)
            templates = line is None or bool(line.rules.get("templates"))
            self.note.words.say(closed_words(head.channel, templates=templates))
            self.note.choose.setVisible(templates)
        if closed != self._closed:
            self._closed = closed
            self.changed.emit()
        elif bool(text) == self.pill.isHidden():
            self.changed.emit()
