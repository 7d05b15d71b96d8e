"""The field one types in: grows with its text, takes plain text only, hands files on."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QMargins, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from workstation.ui.composer.text_marks import TextMarks
from workstation.ui.paintable import begins_from_right
from workstation.ui.theme.fonts import font
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme

LEAST_LINES: Final = 3
MOST_LINES: Final = 14
WIDEST: Final = 860
"""Device-independent pixels at the usual size of text. In a wider field lines end here all the
same, where the eye still finds the next one."""
LONGEST_PASTE: Final = 100_000
"""Characters; a longer paste becomes a file, which no channel cuts off."""


class TextBox(QPlainTextEdit):
    files_given = Signal(object)
    """A list of paths that were pasted or dropped."""
    picture_given = Signal(object)
    """A QImage from the clipboard."""
    long_text_given = Signal(str)
    left = Signal()
    """The focus went elsewhere."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer_text")
        self.marks = TextMarks(theme, self.document())
        self.setFont(font(13))
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.textChanged.connect(self._begin_where_it_is_read)
        self._grow()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._wanted())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_the_rest()
        if event.size().width() != event.oldSize().width():
            self._grow()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or bool(_paths(source)) or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        paths = _paths(source)
        if paths:
            self.files_given.emit(paths)
        elif source.hasText() and not (source.hasImage() and not source.text().strip()):
            text = source.text()
            if len(text) > LONGEST_PASTE:
                self.long_text_given.emit(text)
            else:
                self.textCursor().insertText(text)
        elif source.hasImage():
            image = source.imageData()
            if isinstance(image, QImage) and not image.isNull():
                self.picture_given.emit(image)

    def insert_apart(self, words: str) -> None:
        """Whole sentences from elsewhere: not glued to what stands before or after the caret."""
        caret, document = self.textCursor(), self.document()
        before = document.characterAt(caret.selectionStart() - 1) if caret.selectionStart() else ""
        after = document.characterAt(caret.selectionEnd())
        left = " " if before.strip() else ""
        right = " " if after.strip("\0 \u2029") else ""
        caret.insertText(f"{left}{words}{right}")

    def _begin_where_it_is_read(self) -> None:
        """What is written from right to left stands at the right."""
        sides = Qt.AlignmentFlag
        written = self.document().firstBlock().text()
        side = sides.AlignRight if begins_from_right(written) else sides.AlignLeft
        option = self.document().defaultTextOption()
        if option.alignment() != side:
            option.setAlignment(side)
            self.document().setDefaultTextOption(option)
            self._leave_the_rest()

    def _leave_the_rest(self) -> None:
        """Beyond the widest line nothing is written, on the side where lines end."""
        beyond = max(0, self.width() - px(WIDEST))
        at_right = self.document().defaultTextOption().alignment() == Qt.AlignmentFlag.AlignRight
        margins = QMargins(beyond, 0, 0, 0) if at_right else QMargins(0, 0, beyond, 0)
        if margins != self.viewportMargins():
            self.setViewportMargins(margins)

    def _wanted(self) -> int:
        lines = max(LEAST_LINES, min(MOST_LINES, round(self.document().size().height())))
        frame = 2 * self.document().documentMargin() + 12
        return round(lines * self.fontMetrics().lineSpacing() + frame)

    def _grow(self) -> None:
        if self.height() != self._wanted():
            self.setFixedHeight(self._wanted())
            self.updateGeometry()


def _paths(source: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
