"""Writing an answer: what it is about, and the question with its answer in both languages."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workstation.replica.rows.knowledge import AnswerRow
from workstation.replica.rows.product import ProductCard
from workstation.ui.contact.band import Band
from workstation.ui.contact.refusal_words import refusal_sentence
from workstation.ui.context import DeskContext
from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.theme.tick_box import RoundBox
from workstation.ui.theme.window_size import open_size
from workstation.ui.transcript.harmless import harmless_line

LONGEST_QUESTION, LONGEST_ANSWER = 2_000, 10_000


class AnswerForm(QDialog):
    """A new answer, or a change to one. What is kept is decided by the action."""

    def __init__(
        self,
        context: DeskContext,
        card: ProductCard,
        answer: AnswerRow | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._card = card
        self._answer = answer
        title = self.tr("Change an answer") if answer else self.tr("Write an answer")
        self.setWindowTitle(title)
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_size(self, 720, 460)
        heading = QLabel(title, self)
        heading.setFont(font(15, STRONG))
        explained = QLabel(
            self.tr("Colleagues see it beside the contact, and put it into a reply with one key."),
            self,
        )
        explained.setProperty("look", "muted")
        explained.setWordWrap(True)
        self.band = Band(context.theme, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(10)
        layout.addWidget(heading)
        layout.addWidget(explained)
        layout.addLayout(self._about())
        layout.addLayout(self._languages(), 1)
        layout.addWidget(self.band)
        layout.addLayout(self._buttons())
        self.question["nl" if context.language == "nl" else "en"].setFocus()

    def _about(self) -> QHBoxLayout:
        """How wide it holds."""
        row = QHBoxLayout()
        row.setSpacing(16)
        label = QLabel(self.tr("About"), self)
        label.setProperty("look", "muted")
        row.addWidget(label)
        card = self._card
        variant = next((v for v in card.variants if v.variant_id == card.variant_id), None)
        self._group = QButtonGroup(self)
        self.places: list[tuple[RoundBox, dict[str, str | None]]] = []
        given = self._answer
        chosen = "product"
        if given is not None:
            chosen = "variant" if given.variant_id else "product" if given.product_id else "kind"
        kind = card.type_nl if self._context.language == "nl" else card.type_en
        offered: tuple[tuple[str, str, dict[str, str | None]], ...] = (
            ("product", card.name, {"product_id": card.product_id}),
            (
                "variant",
                variant.name if variant else "",
                {"variant_id": variant.variant_id if variant else None},
            ),
            ("kind", kind, {"product_type_id": card.product_type_id}),
        )
        for name, words, place in offered:
            if not words or not next(iter(place.values())):
                continue
            button = RoundBox(self._context.theme, harmless_line(words).replace("&", "&&"), self)
            button.setChecked(name == chosen)
            self._group.addButton(button)
            self.places.append((button, place))
            row.addWidget(button)
        if self.places and self._group.checkedButton() is None:
            self.places[0][0].setChecked(True)
        row.addStretch(1)
        return row

    def _languages(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        self.question: dict[str, QLineEdit] = {}
        self.text: dict[str, QPlainTextEdit] = {}
        given = self._answer
        for column, (code, name, question, answer) in enumerate(
            (
                ("nl", self.tr("Dutch"), given.question_nl if given else "",
                 given.answer_nl if given else ""),
                ("en", self.tr("English"), given.question_en if given else "",
                 given.answer_en if given else ""),
            )
        ):  # fmt: skip
            label = QLabel(name, self)
            label.setFont(font(12, STRONG))
            line = QLineEdit(question, self)
            line.setMaxLength(LONGEST_QUESTION)
            line.setPlaceholderText(self.tr("The question, as a customer asks it"))
            line.setAccessibleName(self.tr("Question in {language}").format(language=name))
            text = QPlainTextEdit(answer, self)
            text.setTabChangesFocus(True)
            text.setPlaceholderText(self.tr("The answer, ready to send"))
            text.setAccessibleName(self.tr("Answer in {language}").format(language=name))
            grid.addWidget(label, 0, column)
            grid.addWidget(line, 1, column)
            grid.addWidget(text, 2, column)
            grid.setColumnStretch(column, 1)
            self.question[code], self.text[code] = line, text
        grid.setRowStretch(2, 1)
        return grid

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        cancel.setAutoDefault(False)
        self.keep = QPushButton(self.tr("Keep"), self)
        self.keep.setProperty("look", "primary")
        self.keep.setShortcut("Ctrl+Return")
        self.keep.setToolTip("Ctrl ↵")
        self.keep.clicked.connect(self.save)
        row.addWidget(cancel)
        row.addWidget(self.keep)
        return row

    def save(self) -> None:
        """Hand it to the outbox; what is refused is said here, with all that was typed."""
        place: dict[str, Any] = next(
            (place for button, place in self.places if button.isChecked()), {}
        )
        data: dict[str, Any] = dict(place)
        if self._answer is not None:
            data["answer_id"] = self._answer.answer_id
        for code in ("nl", "en"):
            data[f"question_{code}"] = self.question[code].text()
            data[f"answer_{code}"] = self.text[code].toPlainText()[:LONGEST_ANSWER]

        def failed(error: Exception) -> None:
            why = refusal_sentence(error, self._context.language)
            if why is None:
                raise error
            self.band.say(why)

        self._context.writer.act("save_answer", done=self.accept, failed=failed, owner=self, **data)
