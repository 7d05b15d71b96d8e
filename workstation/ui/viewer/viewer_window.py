"""The window in which pictures of a contact are looked at, one after the other."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QThreadPool
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QGuiApplication,
    QImage,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from workstation.replica.rows.contact import AttachmentRow
from workstation.ui.context import DeskContext
from workstation.ui.message_commands import PICTURE
from workstation.ui.threads.returning import Returning
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.viewer.bars import Bars
from workstation.ui.viewer.canvas import Canvas, turned
from workstation.ui.viewer.gallery import Gallery
from workstation.ui.viewer.sheets import Sheets, SheetState
from workstation.ui.words import translate

SHARE: Final = 0.82
"""Of the screen that the window takes when it opens."""
LEAST: Final = QSize(640, 480)


class ViewerWindow(QDialog):
    """Stays open beside the desk; Escape closes it. `save` asks where and writes the file there."""

    def __init__(
        self,
        context: DeskContext,
        gallery: Gallery,
        sheets: Sheets,
        save: Callable[[AttachmentRow], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setObjectName("viewer")
        self._context = context
        self._gallery = gallery
        self._sheets = sheets
        sheets.setParent(self)
        self._save = save
        self._back = Returning(self)
        self.canvas = Canvas(context.theme, self)
        self.bars = Bars(context.theme, self)
        self._deeds: dict[str, Callable[[], None]] = {
            "picture_next": lambda: self.step(1),
            "picture_previous": lambda: self.step(-1),
            "picture_first": lambda: self._go(0),
            "picture_last": lambda: self._go(len(gallery) - 1),
            "picture_closer": self.canvas.closer,
            "picture_further": lambda: self.canvas.closer(-1),
            "picture_fit": self.canvas.fit,
            "picture_whole": self.canvas.whole,
            "picture_turn_left": lambda: self.canvas.turn(-1),
            "picture_turn_right": lambda: self.canvas.turn(1),
            "picture_copy": self.copy,
            "picture_save": self._save_it,
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bars.above)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self.bars.below)
        self._shortcuts: list[QShortcut] = []
        self._take_keys()
        context.commands.keys_changed.connect(self._take_keys)
        self.bars.asked.connect(lambda name: self._deeds[name]())
        self.canvas.changed.connect(self._tell)
        self.canvas.stepped.connect(self.step)
        sheets.arrived.connect(self._arrived)
        self.finished.connect(parent.window().activateWindow)
        screen = parent.screen().availableGeometry().size()
        self.resize((screen * SHARE).expandedTo(LEAST).boundedTo(screen))
        self._show()
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def counter(self) -> str:
        """ "3 of 7"; nothing when there is only one."""
        if len(self._gallery) < 2:
            return ""
        words = translate("viewer", "{place} of {count}")
        return words.format(place=self._gallery.place + 1, count=len(self._gallery))

    @property
    def file(self) -> AttachmentRow:
        """What is looked at."""
        return self._gallery.current.file

    def _take_keys(self) -> None:
        """Those of now: a person may give others while this stands open."""
        for old in self._shortcuts:
            old.setEnabled(False)
            old.deleteLater()
        self._shortcuts = []
        for command in PICTURE:
            for key in self._context.commands.keys(command.name):
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.activated.connect(self._deeds[command.name])
                self._shortcuts.append(shortcut)
        self.bars.show_keys(self._context.commands)

    # ------------------------------------------------------------------ one after the other

    def step(self, by: int) -> None:
        self._go(self._gallery.place + by)

    def _go(self, place: int) -> None:
        if self._gallery.go(place):
            self._show()

    def _show(self) -> None:
        shot = self._gallery.current
        sha256 = shot.file.sha256
        levels = self._sheets.levels(sha256)
        if levels is None and self._sheets.state(sha256) == "missing":
            self._sheets.fetch(sha256)
        self.canvas.show_levels(levels, said_of(self._sheets.state(sha256)))
        name = harmless_line(shot.file.name) or translate("viewer", "Picture")
        self.setWindowTitle(name)
        self.bars.say(name, shot.said, self.counter)
        spoken = ", ".join(part for part in (name, self.counter, shot.said) if part)
        self.canvas.setAccessibleName(spoken)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.canvas, spoken))
        self._tell()
        # What comes next is likely wanted next; on a slow line nothing is fetched unasked.
        if levels is not None and self._context.mood.name == "online":
            self._fetch_neighbours()

    def _arrived(self, sha256: str) -> None:
        if sha256 != self.file.sha256:
            return
        anew = not self.canvas.shown
        levels = self._sheets.levels(sha256)
        self.canvas.show_levels(levels, said_of(self._sheets.state(sha256)), anew=anew)
        self._tell()
        if levels is not None and levels.whole and self._context.mood.name == "online":
            self._fetch_neighbours()

    def _fetch_neighbours(self) -> None:
        for shot in self._gallery.neighbours():
            self._sheets.levels(shot.file.sha256)

    def _tell(self) -> None:
        place, last = self._gallery.place, len(self._gallery) - 1
        self.bars.tell(
            zoom=self.canvas.zoom if self.canvas.shown else None,
            fitted=self.canvas.fitted,
            before=place > 0,
            after=place < last,
        )

    # ------------------------------------------------------------------ taking along

    def copy(self) -> None:
        """The picture as it is turned here, on the clipboard."""
        image, quarters = self.canvas.image(), self.canvas.quarters
        if image is None:
            return

        def work() -> None:
            made = turned(image, quarters)
            self._back.call(lambda: self._copied(made), self)

        QThreadPool.globalInstance().start(work)

    def _copied(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        words = translate("viewer", "The picture was copied.")
        self.bars.notice(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.canvas, words))

    def _save_it(self) -> None:
        self._save(self.file)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.canvas.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        super().changeEvent(event)


def said_of(state: SheetState) -> str:
    """What stands in the place of a picture."""
    match state:
        case "missing":
            return translate("viewer", "This picture cannot be fetched now. It is with the server.")
        case "broken":
            return translate("viewer", "This picture cannot be shown. Save it to look at it.")
        case _:
            return translate("viewer", "Opening…")
