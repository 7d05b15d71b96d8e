"""The window that shows what was kept when something broke: to read, copy, save or throw away."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workstation.ui.choosing.drop_down import DropDown
from workstation.ui.contact.moments import moment_words
from workstation.ui.context import DeskContext
from workstation.ui.crash.reports import Report, reports, throw_away
from workstation.ui.empty_state import EmptyState
from workstation.ui.panels.section import Words
from workstation.ui.theme.window_size import open_size
from workstation.ui.words import translate


class CrashView(QDialog):
    """Reads and writes in a worker; nothing leaves this computer."""

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._reports: list[Report] = []
        self.setObjectName("crash report")
        self.setWindowTitle(translate("crash", "What went wrong"))
        open_size(self, 720, 560)
        self.which = DropDown(self)
        self.which.setAccessibleName(translate("crash", "Which report"))
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(translate("crash", "The report"))
        self.nothing = EmptyState(context.theme, self)
        self.nothing.say("check", translate("crash", "Nothing has gone wrong here."))
        for one in (self.text, self.nothing):
            one.hide()  # until it is known which of them
        self.copy = QPushButton(translate("crash", "Copy"), self)
        self.save = QPushButton(translate("crash", "Save as…"), self)
        self.throw = QPushButton(translate("crash", "Throw away"), self)
        self._close = QPushButton(translate("crash", "Close"), self)
        self._build()
        self.which.currentIndexChanged.connect(self._show)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._ask_where)
        self.throw.clicked.connect(self._throw)
        self._close.clicked.connect(self.close)
        self.read()

    def read(self) -> None:
        profile = self._context.profile
        self._context.reader.ask("crash reports", lambda _: reports(profile), self._put, owner=self)

    def _put(self, found: list[Report]) -> None:
        self._reports = found
        now, language = self._context.clock(), self._context.language
        self.which.blockSignals(True)
        self.which.clear()
        for report in found:
            self.which.addItem(moment_words(report.at, now, language), report.name)
        self.which.blockSignals(False)
        self.which.setVisible(len(found) > 1)
        self._show()

    def _report(self) -> Report | None:
        at = self.which.currentIndex()
        return self._reports[at] if 0 <= at < len(self._reports) else None

    def _show(self, *_: object) -> None:
        report = self._report()
        self.text.setPlainText("" if report is None else report.text)
        self.text.setVisible(report is not None)
        self.nothing.setVisible(report is None)
        for button in (self.copy, self.save, self.throw):
            button.setVisible(report is not None)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._context.news.notice.emit(translate("crash", "The report was copied."), "ok")

    def _ask_where(self) -> None:
        report = self._report()
        if report is None:
            return
        dialog = QFileDialog(self, translate("crash", "Save as…"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(f"workstation-{report.name}")
        dialog.fileSelected.connect(lambda path: self._save(Path(path), report.text))
        dialog.open()

    def _save(self, path: Path, text: str) -> None:
        def failed(error: Exception) -> None:
            if not isinstance(error, OSError):
                raise error
            words = translate("crash", "It could not be saved there.")
            self._context.news.notice.emit(words, "bad")

        def saved(_: int) -> None:
            self._context.news.notice.emit(translate("crash", "The report was saved."), "ok")

        self._context.reader.ask(
            "save report",
            lambda _: path.write_text(text, encoding="utf-8"),
            saved,
            failed=failed,
            owner=self,
        )

    def _throw(self) -> None:
        report = self._report()
        if report is not None:
            profile, name = self._context.profile, report.name
            self._context.reader.ask(
                "throw report away",
                lambda _: throw_away(profile, name),
                lambda _: self.read(),
                owner=self,
            )

    def _build(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.throw)
        foot.addStretch(1)
        foot.addWidget(self.save)
        foot.addWidget(self.copy)
        foot.addWidget(self._close)
        for button in (self.throw, self.save, self.copy):
            button.setAutoDefault(False)
        about = translate(
            "crash",
            "This is on your computer only, and is sent to nobody. It says where in the program it "
            "went wrong; what customers wrote, addresses, numbers and passwords are left out. "
            "It helps whoever looks after the program.",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(Words(self.windowTitle(), size=15, strong=True))
        layout.addWidget(Words(about, ink="muted"))
        layout.addWidget(self.which)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.nothing, 1)
        layout.addLayout(foot)
