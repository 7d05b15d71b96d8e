"""What an admin has to look at: findings as sentences, and bodies that could not be read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workstation.replica.rows.channels import ArrivalRow, FindingRow
from workstation.rules.failures import sentence
from workstation.ui.contact.moments import moment_words, size_words
from workstation.ui.emptied import emptied
from workstation.ui.panels.section import Heading, Words
from workstation.ui.theme.pill import Pill, Tone
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate

MOST = 20
"""Bodies shown at once; further ones show when these are dealt with."""


class UpkeepList(QWidget):
    read_again = Signal(str)
    """The id of a body that is to be read again."""

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def put(
        self, findings: tuple[FindingRow, ...], arrivals: tuple[ArrivalRow, ...], now: int
    ) -> None:
        column = emptied(self._column)
        if findings:
            column.addWidget(Heading(translate("channels", "Checked")))
        for finding in findings:
            column.addWidget(self._finding(finding))
        if arrivals:
            count = str(len(arrivals)) if len(arrivals) > 1 else ""
            column.addWidget(Heading(translate("channels", "Could not be read"), count))
        for arrival in arrivals[:MOST]:
            column.addWidget(self._arrival(arrival, now))

    def say(self, words: str) -> None:
        """Something instead of the list: that it is being fetched, or why it is not there."""
        column = emptied(self._column)
        column.addWidget(Words(words, ink="muted"))

    def _finding(self, finding: FindingRow) -> QWidget:
        names: dict[str, tuple[str, Tone]] = {
            "broken": (translate("channels", "Broken"), "bad"),
            "warning": (translate("channels", "Look at this"), "warn"),
        }
        word, tone = names.get(finding.severity, (translate("channels", "Good"), "ok"))
        said = finding.dutch if self._language == "nl" else finding.english
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Pill(self._theme, word, tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Words(said, select=True), 1)
        line.setAccessibleName(f"{word}: {said}")
        return line

    def _arrival(self, arrival: ArrivalRow, now: int) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        when = moment_words(arrival.at, now, self._language)
        about = f"{when} · {size_words(arrival.size, self._language)}"
        why = harmless_line(sentence(arrival.error, self._language))[:300]
        row.addWidget(Words(f"{about} · {why}", select=True), 1)
        again = QPushButton(translate("channels", "Read again"))
        again.setAutoDefault(False)
        again.setAccessibleName(f"{again.text()}: {about}")
        again.setObjectName("read_again")
        again.clicked.connect(lambda: self.read_again.emit(arrival.arrival_id))
        row.addWidget(again)
        return line
