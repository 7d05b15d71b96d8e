"""Files that leave with a message among what takes long; stopped, the message is a draft again."""

from PySide6.QtCore import QObject

from workstation.replica.uploads import Upload
from workstation.ui.context import DeskContext
from workstation.ui.long_work.counting import of_bytes
from workstation.ui.long_work.long_work import Work
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate


class UploadsShown(QObject):
    """Belongs to the window; there is mostly one, for files leave one message at a time."""

    def __init__(self, context: DeskContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._works: dict[str, Work] = {}
        context.news.uploading.connect(self._follow)

    def _follow(self, upload: Upload) -> None:
        work = self._works.get(upload.action_id)
        if upload.state == "going":
            if work is None:
                work = self._works[upload.action_id] = self._context.long_work.begin(
                    self._words(upload), stop=upload.stop, counts=of_bytes(self._context.language)
                )
            work.words = self._words(upload)
            work.tell(upload.done, upload.total)
            return
        if work is not None:
            del self._works[upload.action_id]
            work.end()
        if upload.state == "stopped":
            words = translate("long work", "It was not sent: it is a draft again.")
            self._context.news.notice.emit(words, "quiet")
            self._context.news.came_back.emit(upload.contact_id)

    @staticmethod
    def _words(upload: Upload) -> str:
        name = harmless_line(upload.name)[:60]
        if not name:
            return translate("long work", "Sending files")
        return translate("long work", "Sending {name}").format(name=name)
