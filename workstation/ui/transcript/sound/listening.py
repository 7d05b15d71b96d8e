"""The commands of recordings: they mean the one that is chosen, was heard last, or came last."""

from PySide6.QtCore import QObject

from workstation.replica.rows.contact import AttachmentRow
from workstation.ui.context import DeskContext
from workstation.ui.transcript.line import Line
from workstation.ui.transcript.message_menu import Wishes
from workstation.ui.transcript.rolling_view import RollingView
from workstation.ui.transcript.shapes.files import sorted_files
from workstation.ui.transcript.sound.players import STEP, Players
from workstation.ui.words import translate


class Listening(QObject):
    def __init__(
        self, context: DeskContext, view: RollingView, players: Players, wishes: Wishes
    ) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._players = players
        self._wishes = wishes
        context.commands.handle("play", self.play)
        context.commands.handle("play_back", lambda: self._step(-STEP))
        context.commands.handle("play_on", lambda: self._step(STEP))
        context.commands.handle("play_faster", players.faster)

    def play(self) -> None:
        recording = self._meant()
        if recording is None:
            words = translate("transcript", "There is no recording in this contact.")
            self._context.news.notice.emit(words, "quiet")
        elif self._players.heard(recording).elsewhere:
            self._wishes.open_elsewhere(recording)
        else:
            self._players.toggle(recording)

    def _step(self, by: int) -> None:
        recording = self._meant()
        if recording is not None:
            self._players.step(recording, by)

    def _meant(self) -> AttachmentRow | None:
        lines = self._view.stack.lines
        row = self._view.currentIndex().row()
        chosen = _recordings(lines[row]) if 0 <= row < len(lines) else []
        if chosen:
            return chosen[0]
        every = [one for line in reversed(lines) for one in _recordings(line)]
        heard = (one for one in every if one.sha256 == self._players.current)
        return next(heard, every[0] if every else None)


def _recordings(line: Line) -> list[AttachmentRow]:
    message = line.message
    if message is None or message.deleted_at is not None or not message.attachments:
        return []
    return sorted_files(message.attachments).sounds
