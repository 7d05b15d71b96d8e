"""A small window in which a view gets its name, and in which one chooses who sees it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workstation.replica.lists import View
from workstation.ui.choosing.drop_down import DropDown
from workstation.ui.context import DeskContext
from workstation.ui.inbox.narrowing.chip import Chip
from workstation.ui.inbox.narrowing.filter_words import parts
from workstation.ui.inbox.narrowing.flow import Flow
from workstation.ui.inbox.order_menu import order_words
from workstation.ui.theme.sizes import px
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate

LONGEST = 60
WIDTH = 420
EDGE = 20
HIGHEST = 150
"""More of what the view holds scrolls."""


class ViewForm(QDialog):
    """`kept` is called with the name and the team it is shared with, or None."""

    def __init__(
        self,
        context: DeskContext,
        view: View,
        *,
        title: str,
        name: str,
        team_id: str | None,
        kept: Callable[[str, str | None], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("view form")
        self.setWindowTitle(title)
        self.setFixedWidth(min(px(WIDTH), self.screen().availableGeometry().width()))
        self._kept = kept
        self.name = QLineEdit(name[:LONGEST], self)
        self.name.setMaxLength(LONGEST)
        self.name.setPlaceholderText(translate("views", "Such as: Late televisions"))
        self.team = DropDown(self)
        self.team.addItem(translate("views", "Only me"), None)
        for team in context.reference.teams:
            if team.mine or team.team_id == team_id or context.me.role == "admin":
                words = translate("views", "Everybody in {team}").format(
                    team=harmless_line(context.team_name(team.team_id))
                )
                self.team.addItem(words, team.team_id)
        self.team.setCurrentIndex(max(0, self.team.findData(team_id)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, 18, EDGE, 16)
        layout.setSpacing(6)
        self._field(layout, translate("views", "&Name"), self.name)
        self._field(layout, translate("views", "&Who sees it"), self.team)
        layout.addSpacing(10)
        layout.addWidget(self._holds(context, view))
        layout.addSpacing(10)
        layout.addWidget(self._buttons())
        self.name.textChanged.connect(self._look)
        self.name.selectAll()
        self._look()

    def _field(self, layout: QVBoxLayout, words: str, field: QWidget) -> None:
        label = QLabel(words, self)
        label.setProperty("look", "muted")
        label.setBuddy(field)
        field.setAccessibleName(words.replace("&", ""))
        layout.addWidget(label)
        layout.addWidget(field)
        layout.addSpacing(6)

    def _holds(self, context: DeskContext, view: View) -> QWidget:
        """What the view holds, to see before it is kept."""
        box = QWidget(self)
        box.setProperty("look", "surface")
        box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        flow = Flow(box)
        shown = [part.words for part in parts(context, view.filters)]
        for words in [*(shown or [translate("views", "Every open contact")]), order_words(view)]:
            chip = Chip(context.theme, words, words, box)
            chip.setEnabled(False)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            flow.addWidget(chip)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(box)
        wanted = flow.heightForWidth(self.width() - 2 * EDGE)
        scroll.setFixedHeight(min(wanted, px(HIGHEST)))
        return scroll

    def _buttons(self) -> QWidget:
        buttons = QDialogButtonBox(self)
        self.keep = QPushButton(translate("views", "Keep"), self)
        self.keep.setProperty("look", "primary")
        self.keep.setDefault(True)
        buttons.addButton(self.keep, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(translate("views", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _look(self, *_: object) -> None:
        self.keep.setEnabled(bool(self.name.text().strip()))

    def _accept(self) -> None:
        if self.name.text().strip():
            self.accept()
            self._kept(self.name.text().strip(), self.team.currentData())
