"""What colleagues do at the contact that is open, above the composer: an answer that crosses with
mine, and a text that one of them had begun."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workstation.replica.rows.contact import ContactHead
from workstation.ui.composer.composer_view import ComposerView
from workstation.ui.contact.band import Band
from workstation.ui.contact.begun_shown import BegunShown
from workstation.ui.contact.colleague_card import ColleagueCard
from workstation.ui.contact.lost_claims import LostClaims
from workstation.ui.contact.meanwhile import Meanwhile
from workstation.ui.context import DeskContext
from workstation.ui.transcript.transcript_model import TranscriptModel
from workstation.ui.transcript.transcript_view import TranscriptView


class BesideMe(QWidget):
    """The cards of one contact view; it takes no room while there is none."""

    def __init__(
        self,
        context: DeskContext,
        composer: ComposerView,
        transcript: TranscriptView,
        messages: TranscriptModel,
        band: Band,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.answered = ColleagueCard(context.theme, self)
        self.begun = ColleagueCard(context.theme, self)
        self._meanwhile = Meanwhile(context, composer, transcript, messages, self.answered)
        self._begun = BegunShown(context, composer, self.begun)
        self._lost = LostClaims(context, band)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.answered)
        layout.addWidget(self.begun)

    def look_at(self, head: ContactHead | None) -> None:
        self._meanwhile.look_at(head)
        self._begun.look_at(head)
        self._lost.look_at(head.contact_id if head is not None else "")
