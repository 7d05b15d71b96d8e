"""The question for a passphrase, where no keyring keeps the key."""

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.theme.sizes import px
from workstation.ui.words import translate

SHORTEST = 8


class PassphraseDialog(QDialog):
    """Says why it asks. The first time it is typed twice, for nobody can give it again."""

    def __init__(self, *, first: bool, said: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = first
        self.setObjectName("passphrase")
        self.setWindowTitle(translate("passphrase", "Passphrase"))
        self.setFixedWidth(px(440))
        self.field = self._secret(translate("passphrase", "Passphrase"))
        self.again = self._secret(translate("passphrase", "The same again"))
        self.again.setVisible(first)
        self.problem = QLabel(self)
        self.problem.setProperty("look", "bad")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.ready = QPushButton(translate("passphrase", "Open"), self)
        self.ready.setProperty("look", "primary")
        self.ready.setDefault(True)
        self.ready.clicked.connect(self._check)
        self._build()
        if said:
            self._complain(said)

    def _build(self) -> None:
        title = QLabel(translate("passphrase", "This computer has no keyring"), self)
        title.setFont(font(15, STRONG))
        if self._first:
            words = translate(
                "passphrase",
                "Workstation keeps its memory encrypted. Choose a passphrase for it: you type it "
                "each time you start. It is written down nowhere; if you forget it, what was "
                "waiting to be sent is lost.",
            )
        else:
            words = translate(
                "passphrase", "Type the passphrase with which Workstation's memory is encrypted."
            )
        why = QLabel(words, self)
        why.setProperty("look", "muted")
        why.setWordWrap(True)
        leave = QPushButton(translate("passphrase", "Cancel"), self)
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(self.ready)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(12)
        for widget in (title, why, self.field, self.again, self.problem):
            layout.addWidget(widget)
        layout.addLayout(buttons)

    def _secret(self, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setAccessibleName(name)
        field.setPlaceholderText(name)
        return field

    def _check(self) -> None:
        typed = self.field.text()
        if self._first and len(typed) < SHORTEST:
            self._complain(translate("passphrase", "Use at least %n character(s).", None, SHORTEST))
        elif self._first and typed != self.again.text():
            self._complain(translate("passphrase", "The two are not the same."))
        elif typed:
            self.accept()

    def _complain(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
        layout = self.layout()
        if layout is not None:  # what was there keeps its room
            layout.activate()
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))
