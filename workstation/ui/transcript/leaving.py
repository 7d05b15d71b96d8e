"""Says under a message how far its files are on their way, as they leave."""

from PySide6.QtCore import QObject

from workstation.replica.uploads import Upload
from workstation.ui.context import DeskContext
from workstation.ui.transcript.rolling_view import RollingView
from workstation.ui.transcript.transcript_words import TranscriptWords


class Leaving(QObject):
    """Lays out the message anew at each step that can be seen."""

    def __init__(self, context: DeskContext, view: RollingView, words: TranscriptWords) -> None:
        super().__init__(view)
        self._view = view
        self._words = words
        context.news.uploading.connect(self._follow)

    def _follow(self, upload: Upload) -> None:
        leaving = self._words.leaving
        if upload.state == "going":
            leaving[upload.message_id] = upload.percent
        else:
            leaving.pop(upload.message_id, None)
        self._view.lay_again({upload.message_id})
