"""The window of texts that are kept ready: the list on the left, one of them on the right."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workstation.models.ids import new_id
from workstation.replica.rows.news import Changed
from workstation.replica.rows.writing import SnippetRow
from workstation.ui.choosing.choice_delegate import ChoiceDelegate
from workstation.ui.choosing.choice_model import Choice, ChoiceModel, ChoiceRole
from workstation.ui.composer.suggesting.snippet_source import rank
from workstation.ui.contact.band import Band
from workstation.ui.contact.refusal_words import refusal_sentence
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.snippets.snippet_form import SnippetForm
from workstation.ui.snippets.written import Written, short_name
from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.theme.window_size import open_size
from workstation.ui.transcript.harmless import harmless_line


class SnippetsWindow(QDialog):
    """Reads the replica; what is written becomes an action."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: tuple[SnippetRow, ...] = ()
        self._wanted = ""
        """The id to look at once it is there."""
        self._touched = False
        self._warned = False
        self._kept: dict[str, Written] = {}
        """What was changed and not saved, by id ("" is a new one), while one looks at others."""
        self.setWindowTitle(self.tr("Snippets"))
        self.setProperty("look", "surface")
        open_size(self, 1060, 660)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search the snippets"))
        self.search.setAccessibleName(self.tr("Search the snippets"))
        self.model = ChoiceModel(parent=self)
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("Snippets"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(ChoiceDelegate(context.theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form = SnippetForm(context, self)
        self.band = Band(context.theme, self)
        self.hint = QLabel(self)
        self.hint.setProperty("look", "muted")
        self.hint.setWordWrap(True)
        self.new = QPushButton(self.tr("New snippet"), self)
        self.copy = QPushButton(self.tr("Make one of my own"), self)
        self.remove = QPushButton(self.tr("Remove"), self)
        self.save = QPushButton(self.tr("Save"), self)
        self.save.setProperty("look", "primary")
        for button in (self.new, self.copy, self.remove, self.save):
            button.setAutoDefault(False)
        self._arrange()
        self.search.textChanged.connect(self._show_found)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.form.changed.connect(self._form_changed)
        self.new.clicked.connect(self.begin_new)
        self.copy.clicked.connect(self._copy)
        self.remove.clicked.connect(self._remove)
        self.save.clicked.connect(self._save)
        context.news.changed.connect(self._heard)
        self._settle()
        self._read()

    def begin_new(self) -> None:
        """An empty form, or the new one that was begun."""
        self._keep()
        self.list.setCurrentIndex(QModelIndex())
        self._show(Written())
        self.form.names["nl" if self._context.language == "nl" else "en"].setFocus()

    def _arrange(self) -> None:
        title = QLabel(self.tr("Snippets"), self)
        title.setFont(font(15, STRONG))
        said = QLabel(self.tr("Type / in a reply to insert one."), self)
        said.setProperty("look", "muted")
        said.setWordWrap(True)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(title)
        left.addWidget(said)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        left.addWidget(self.new)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.hint, 1)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.remove)
        buttons.addWidget(self.save)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.form, 1)
        right.addWidget(self.band)
        right.addLayout(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 18)
        layout.setSpacing(20)
        layout.addLayout(left, 3)
        layout.addLayout(right, 7)

    def _read(self) -> None:
        def work(replica: ReplicaDoor) -> tuple[SnippetRow, ...]:
            return replica.snippets()

        self._context.reader.ask("snippets", work, self._know, owner=self)

    def _heard(self, changed: Changed) -> None:
        if changed.everything or "snippet" in changed.tables:
            self._read()

    def _know(self, rows: tuple[SnippetRow, ...]) -> None:
        self._rows = rows
        self._show_found()

    def _show_found(self) -> None:
        """The list, with what was chosen still chosen."""
        kept = self._wanted or self.form.written().snippet_id
        language = self._context.language
        found = [one for one in self._rows if rank(one, self.search.text().strip("/ ")) is not None]
        self.model.put(
            [
                Choice(one.snippet_id, harmless_line(one.name(language)), f"/{one.shortcut}")
                for one in found
            ]
        )
        row = next((n for n, one in enumerate(found) if one.snippet_id == kept), -1)
        if row >= 0:
            self._wanted = ""
            touched = self._touched
            if touched:
                self.list.selectionModel().blockSignals(True)
            self.list.setCurrentIndex(self.model.index(row))
            self.list.selectionModel().blockSignals(False)
        elif not self._touched and found and not self.form.written().shortcut:
            self.list.setCurrentIndex(self.model.index(0))

    def _chosen(self, index: QModelIndex) -> None:
        choice = index.data(ChoiceRole)
        if isinstance(choice, Choice):
            row = next(one for one in self._rows if one.snippet_id == choice.key)
            self._keep()
            self._show(Written.of(row))

    def _keep(self) -> None:
        """Whoever looks at another one comes back to what they wrote."""
        if self._touched:
            written = self.form.written()
            self._kept[written.snippet_id] = written

    def _show(self, written: Written) -> None:
        kept = self._kept.pop(written.snippet_id, None)
        self.form.show_written(kept or written, may_change=self._may_change(written))
        self._touched = kept is not None
        self._warned = False
        self.band.say("")
        self._settle()

    def _may_change(self, written: Written) -> bool:
        """A colleague's shared text is changed by a lead."""
        return written.whose == "mine" or self._context.me.role in ("lead", "admin")

    def reject(self) -> None:
        """Escape: what was not saved is said once, then it is left."""
        if (self._touched or self._kept) and not self._warned:
            self._warned = True
            words = self.tr("Not everything was saved. Press Escape again to leave it.")
            self.band.say(words, "warn")
            return
        super().reject()

    def _form_changed(self) -> None:
        self._touched = True
        self._settle()

    def _settle(self) -> None:
        written = self.form.written()
        may = self._may_change(written) or not written.snippet_id
        whole = bool(written.shortcut and (written.text_nl or written.text_en))
        self.save.setVisible(may)
        self.save.setEnabled(self._touched and whole)
        self.remove.setVisible(bool(written.snippet_id) and may)
        self.copy.setVisible(bool(written.snippet_id) and written.whose != "mine")
        self.hint.setText("" if may else self.tr("Colleagues use this too: a lead can change it."))

    def _copy(self) -> None:
        written = self.form.written()
        mine = [one.shortcut for one in self._rows if one.agent_id]
        self.list.setCurrentIndex(QModelIndex())
        own = replace(
            written,
            snippet_id="",
            whose="mine",
            team_id=None,
            shortcut=short_name(written.shortcut, mine),
        )
        self._show(own)
        self._form_changed()

    def _save(self) -> None:
        written = self.form.written()
        snippet_id = written.snippet_id or new_id()

        def work(replica: ReplicaDoor) -> None:
            from workstation.actions import SaveSnippet, SnippetDeeds

            deeds = SnippetDeeds(**written.deeds)
            replica.act(
                SaveSnippet(
                    snippet_id=snippet_id,
                    shortcut=written.shortcut,
                    name_en=written.name_en,
                    name_nl=written.name_nl,
                    text_en=written.text_en,
                    text_nl=written.text_nl,
                    channels=written.channels,  # type: ignore[arg-type]
                    deeds=deeds,
                    whose=written.whose,
                    team_id=written.team_id,
                    position=written.position,
                )
            )

        self._wanted, self._touched = snippet_id, False
        self._do(work, self.tr("The snippet was saved."))

    def _remove(self) -> None:
        snippet_id = self.form.written().snippet_id

        def work(replica: ReplicaDoor) -> None:
            from workstation.actions import RemoveSnippet

            replica.act(RemoveSnippet(snippet_id=snippet_id))

        self._touched = False
        self._show(Written())
        self._do(work, self.tr("The snippet was removed."))

    def _do(self, work: Callable[[ReplicaDoor], None], words: str) -> None:
        def failed(error: Exception) -> None:
            why = refusal_sentence(error, self._context.language)
            if why is None:
                raise error
            self._touched = True
            self.band.say(why)
            self._settle()

        def done(_: None) -> None:
            self.band.say("")
            self._context.news.notice.emit(words, "ok")
            self._settle()

        self._context.writer.do(work, done=done, failed=failed, owner=self)
