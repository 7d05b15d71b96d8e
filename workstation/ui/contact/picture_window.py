"""A picture of a message, as large as the screen allows."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workstation.replica.rows import AttachmentRow
from workstation.ui.theme.theme import Theme
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.transcript.pictures import Pictures, Wanted
from workstation.ui.words import translate


class PictureWindow(QDialog):
    """Closes with Escape or Space."""

    def __init__(
        self,
        theme: Theme,
        attachment: AttachmentRow,
        pictures: Pictures,
        save: Callable[[AttachmentRow], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = harmless_line(attachment.name) or translate("contact", "Picture")
        self.setWindowTitle(name)
        screen = parent.screen().availableGeometry().size()
        frame = QSize(round(screen.width() * 0.8), round(screen.height() * 0.8) - 80)
        size = QSize(attachment.width or 900, attachment.height or 700)
        if size.width() > frame.width() or size.height() > frame.height():
            size.scale(frame, Qt.AspectRatioMode.KeepAspectRatio)
        canvas = _Canvas(theme, attachment, pictures, frame, self)
        canvas.setAccessibleName(name)
        save_button = QPushButton(translate("contact", "Save as…"), self)
        save_button.clicked.connect(lambda: save(attachment))
        close = QPushButton(translate("contact", "Close"), self)
        close.clicked.connect(self.accept)
        close.setDefault(True)
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 8, 12, 12)
        bar.addStretch(1)
        bar.addWidget(save_button)
        bar.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(canvas, 1)
        layout.addLayout(bar)
        self.resize(size.expandedTo(QSize(420, 300)) + QSize(0, 54))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.accept()
            return
        super().keyPressEvent(event)


class _Canvas(QWidget):
    def __init__(
        self,
        theme: Theme,
        attachment: AttachmentRow,
        pictures: Pictures,
        largest: QSize,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._wanted = Wanted(attachment.sha256, largest * self.devicePixelRatioF(), False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        pictures.arrived.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("sunken"))
        pixmap: QPixmap | None = self._pictures.pixmap(self._wanted)
        if pixmap is None:
            painter.setPen(self._theme.color("faint"))
            text = (
                translate("contact", "This picture cannot be shown now.")
                if self._pictures.broken(self._wanted)
                else translate("contact", "Opening…")
            )
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
            return
        size = pixmap.size() / self.devicePixelRatioF()
        if size.width() > self.width() or size.height() > self.height():
            size.scale(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        at = QRect(0, 0, size.width(), size.height())
        at.moveCenter(self.rect().center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(at, pixmap)
