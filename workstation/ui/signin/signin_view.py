"""The sign-in screen: server, name, password; and why it did not work."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workstation.ui.signin.signin_model import address, missing
from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.theme.sizes import px
from workstation.ui.theme.theme import Theme
from workstation.ui.top_bar.brand import NAME, paint_sign
from workstation.ui.words import translate


class SignInView(QWidget):
    """Asks, and shows how it goes. Whoever made it does the signing in."""

    submitted = Signal(str, str, str)
    """Server address, name, password."""
    closed = Signal()

    def __init__(self, theme: Theme, server: str = "", login: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("sign in")
        self.setProperty("look", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(f"{NAME} · {translate('sign in', 'Sign in')}")
        self.resize(960, 680)
        self.server = self._field(translate("sign in", "Server"), server)
        self.server.setPlaceholderText("desk.example.com")
        self.login = self._field(translate("sign in", "Name"), login)
        self.password = self._field(translate("sign in", "Password"), "")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.button = QPushButton(translate("sign in", "Sign in"), self)
        self.button.setProperty("look", "primary")
        self.button.setDefault(True)
        self.problem = QLabel(self)
        self.problem.setObjectName("problem")
        self.problem.setProperty("look", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(translate("sign in", "Signing in"))
        self._build()
        self.button.clicked.connect(self._submit)
        for field in (self.server, self.login, self.password):
            field.returnPressed.connect(self._submit)
        self.rest()
        empty = next((f for f in (self.server, self.login) if not f.text()), self.password)
        empty.setFocus()

    def busy(self) -> None:
        """The server is being asked."""
        self.problem.hide()
        self.progress.show()
        self.button.setText(translate("sign in", "Signing in…"))
        self._enable(False)

    def fail(self, sentence: str) -> None:
        """It did not work; `sentence` says why and what to do."""
        self.rest()
        self.problem.setText(sentence)
        self.problem.setAccessibleName(sentence)
        self.problem.show()
        self.password.setFocus()
        self.password.selectAll()

    def rest(self) -> None:
        """Ready to be filled in."""
        self.progress.hide()
        self.button.setText(translate("sign in", "Sign in"))
        self._enable(True)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.problem.hide()
        else:
            super().keyPressEvent(event)

    def _submit(self) -> None:
        server, login, password = self.server.text(), self.login.text(), self.password.text()
        lacking = missing(server, login, password)
        if lacking is not None:
            name, sentence = lacking
            self.fail(sentence)
            getattr(self, name).setFocus()
            return
        self.submitted.emit(address(server), login.strip(), password)

    def _enable(self, enabled: bool) -> None:
        for widget in (self.server, self.login, self.password, self.button):
            widget.setEnabled(enabled)

    def _field(self, name: str, text: str) -> QLineEdit:
        field = QLineEdit(text, self)
        field.setAccessibleName(name)
        field.setMinimumHeight(28)
        return field

    def _build(self) -> None:
        card = QFrame(self)
        card.setProperty("look", "card")
        card.setFixedWidth(px(400))
        title = QLabel(translate("sign in", "Sign in to your shop's desk"), card)
        title.setFont(font(15, STRONG))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(6)
        form.setContentsMargins(0, 0, 0, 0)
        for field in (self.server, self.login, self.password):
            label = QLabel(field.accessibleName(), card)
            label.setBuddy(field)
            label.setProperty("look", "muted")
            label.setFont(font(12))
            form.addRow(label, field)
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(12)
        column.addWidget(title)
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addWidget(self.progress)
        column.addSpacing(4)
        column.addWidget(self.button)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card)
        row.addStretch(1)
        self._sign = _Sign(self._theme, self)
        layout = QVBoxLayout(self)
        layout.addStretch(3)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(20)
        layout.addLayout(row)
        layout.addStretch(4)
        self.setTabOrder(self.server, self.login)
        self.setTabOrder(self.login, self.password)
        self.setTabOrder(self.password, self.button)


class _Sign(QWidget):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        name = QFontMetrics(font(20, STRONG)).horizontalAdvance(NAME)
        self.setFixedSize(px(44) + name + 2, px(40))  # as wide as it is, to stand in the middle
        self.setAccessibleName(NAME)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_sign(painter, self._theme, 0, px(4), px(32))
        painter.setFont(font(20, STRONG))
        painter.setPen(self._theme.color("text"))
        room = QRectF(px(44), 0, self.width() - px(44), px(40))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, NAME)
