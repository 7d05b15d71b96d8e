"""The answers that are shown, numbered: the first nine can be taken by their digit."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workstation.replica.rows.knowledge import AnswerRow
from workstation.ui.transcript.harmless import harmless_line, plain_tip
from workstation.ui.words import translate

Index = QModelIndex | QPersistentModelIndex
AnswerRole = int(Qt.ItemDataRole.UserRole) + 1
QuestionRole = AnswerRole + 1
TextRole = AnswerRole + 2
NumberRole = AnswerRole + 3
RemarkRole = AnswerRole + 4
DIGITS = 9
_NOWHERE = QModelIndex()


class AnswersModel(QAbstractListModel):
    """`language` is the customer's, when it is known: in it they will be answered."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answers: tuple[AnswerRow, ...] = ()
        self._language = "en"

    @property
    def language(self) -> str:
        return self._language

    def put(self, answers: tuple[AnswerRow, ...], language: str) -> None:
        if (answers, language) == (self._answers, self._language):
            return
        self.beginResetModel()
        self._answers, self._language = answers, language
        self.endResetModel()

    def at(self, row: int) -> AnswerRow | None:
        return self._answers[row] if 0 <= row < len(self._answers) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._answers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        answer = self.at(index.row()) if index.isValid() else None
        if answer is None:
            return None
        question = harmless_line(answer.question(self._language))
        text = harmless_line(answer.answer(self._language))
        if role == AnswerRole:
            return answer
        if role == QuestionRole:
            return question
        if role == TextRole:
            return text
        if role == NumberRole:
            return str(index.row() + 1) if index.row() < DIGITS else ""
        if role == RemarkRole:
            return remark(answer, self._language)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ". ".join(
                part for part in (question, text, remark(answer, self._language)) if part
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(answer.answer(self._language)[:1_000])
        return None


def remark(answer: AnswerRow, language: str) -> str:
    """That it is in another language than the customer's."""
    dutch = language.startswith("nl")
    if dutch and not answer.answer_nl:
        return translate("panels", "only in English")
    if not dutch and not answer.answer_en:
        return translate("panels", "only in Dutch")
    return ""
