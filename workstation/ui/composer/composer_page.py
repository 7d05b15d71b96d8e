"""How the composer looks: tabs, the field, attached files, buttons; yellow while it is a note."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workstation.ui.composer.answering import Answering
from workstation.ui.composer.doubt import Doubt
from workstation.ui.composer.files_model import FilesModel
from workstation.ui.composer.files_view import FilesView
from workstation.ui.composer.hint_line import HintLine
from workstation.ui.composer.quiet_line import QuietLine
from workstation.ui.composer.templates import Templates
from workstation.ui.composer.text_box import TextBox
from workstation.ui.contact.band import Band
from workstation.ui.contact.key_button import IconButton, KeyButton, ModeTab
from workstation.ui.context import DeskContext
from workstation.ui.guide.help_button import HelpButton
from workstation.ui.theme.pill import Pill


class ComposerPage(QWidget):
    """The parts in their places, without a will of their own."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        commands, theme = context.commands, context.theme
        self._theme = theme
        self._note = False
        self._dropping = False
        self.band = Band(theme, self)
        self.reply_tab = ModeTab(theme, self.tr("Reply"), self)
        self.reply_tab.setToolTip(commands.tooltip("reply"))
        self.note_tab = ModeTab(theme, self.tr("Note"), self)
        self.note_tab.setToolTip(commands.tooltip("note"))
        self.hint = HintLine(self)
        self.paper = Pill(theme, tone="warn", parent=self)
        self.templates = Templates(context, self)
        self.help = HelpButton(context, "writing", self)
        self.length = Pill(theme, parent=self)
        self.length.hide()
        self.places = Pill(theme, parent=self)
        self.places.hide()
        self.doubt = Doubt(theme, self)
        self.after = QuietLine(theme, self.tr("Only send it"), self)
        self.text = TextBox(theme, self)
        self.answering = Answering(theme, self)
        self.files = FilesModel(context.language, self)
        self.strip = FilesView(theme, context.language, self.files, self)
        self.attach = IconButton(theme, "attach", commands.title("attach"), commands.key("attach"))
        self.emoji = IconButton(theme, "smile", commands.title("emoji"), commands.key("emoji"))
        self.snippet = IconButton(
            theme, "slash", commands.title("snippet"), commands.key("snippet")
        )
        self.snooze_button = KeyButton(theme, self.tr("Send and snooze"), parent=self)
        self.snooze_button.setToolTip(commands.tooltip("send_and_snooze"))
        self.send_button = KeyButton(
            theme, self.tr("Send"), commands.key("send"), primary=True, parent=self
        )
        self.more_button = IconButton(theme, "caret", self.tr("More ways to send"))
        self._arrange()
        self.setAcceptDrops(True)
        self.text.setAcceptDrops(False)
        theme.changed.connect(self.update)

    def wear(self, *, note: bool) -> None:
        """Look like a note, or like a reply."""
        self._note = note
        self.reply_tab.setChecked(not note)
        self.note_tab.setChecked(note)
        self.send_button.say(self.tr("Add note") if note else self.tr("Send"))
        self.paper.say(self.tr("Only colleagues see this") if note else "", "warn")
        self.paper.setVisible(note)
        self.text.setAccessibleName(
            self.tr("Note, only colleagues see this") if note else self.tr("Reply to the customer")
        )
        look = "note" if note else ""
        if self.text.property("look") != look:
            self.text.setProperty("look", look)
            self.text.style().unpolish(self.text)
            self.text.style().polish(self.text)
        self.update()

    def _arrange(self) -> None:
        tabs = QHBoxLayout()
        tabs.setSpacing(6)
        tabs.addWidget(self.reply_tab)
        tabs.addWidget(self.note_tab)
        tabs.addWidget(self.paper)
        tabs.addStretch(1)
        tabs.addWidget(self.hint)
        tabs.addWidget(self.templates.pill)
        tabs.addWidget(self.help)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.attach)
        bar.addWidget(self.emoji)
        bar.addWidget(self.snippet)
        bar.addStretch(1)
        bar.addWidget(self.places)
        bar.addWidget(self.length)
        bar.addWidget(self.snooze_button)
        bar.addWidget(self.send_button)
        bar.addWidget(self.more_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.band)
        layout.addWidget(self.doubt)
        layout.addLayout(tabs)
        layout.addWidget(self.templates.note)
        layout.addWidget(self.templates.form)
        layout.addWidget(self.answering)
        layout.addWidget(self.text)
        layout.addWidget(self.strip)
        layout.addWidget(self.after)
        layout.addLayout(bar)
        self.setTabOrder(self.text, self.strip)
        self.setTabOrder(self.strip, self.attach)
        self.setTabOrder(self.attach, self.emoji)
        self.setTabOrder(self.emoji, self.snippet)
        self.setTabOrder(self.snippet, self.snooze_button)
        self.setTabOrder(self.snooze_button, self.send_button)
        self.setTabOrder(self.send_button, self.more_button)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.text.isEnabled() and self.text.canInsertFromMimeData(event.mimeData()):
            event.acceptProposedAction()
            self._dropping = True
            self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._dropping = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._dropping = False
        self.text.insertFromMimeData(event.mimeData())
        event.acceptProposedAction()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self._theme.color
        painter.fillRect(self.rect(), color("note" if self._note else "surface"))
        painter.fillRect(0, 0, self.width(), 1, color("note_line" if self._note else "line"))
        if self._dropping:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(color("accent"), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self.rect().adjusted(6, 6, -6, -6), 9, 9)
