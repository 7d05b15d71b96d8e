"""A template being filled in: its places to type in, and how the customer will read it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workstation.replica.rows.channels import TemplateRow
from workstation.rules.templates import filled, missing
from workstation.ui.panels.section import Words
from workstation.ui.theme.sizes import px
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate

HIGHEST = 220
_LONGEST = 1024


class TemplateForm(QWidget):
    """Shows one template; `changed` when what is typed changes."""

    changed = Signal()
    another = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._template: TemplateRow | None = None
        self.fields: list[QLineEdit] = []
        self._title = Words(strong=True)
        self._other = QPushButton(translate("composer", "Another template"))
        self._other.setProperty("look", "link")
        self._other.clicked.connect(self.another)
        self._leave = QPushButton(translate("composer", "No template"))
        self._leave.setProperty("look", "link")
        self._leave.clicked.connect(self.left)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._other)
        head.addWidget(self._leave)
        self._places = QWidget(self)
        self._form = QFormLayout(self._places)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setSpacing(6)
        self.preview = Words(select=True)
        page = QWidget(self)
        page.setProperty("look", "surface")
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self._places)
        inside.addWidget(self.preview)
        inside.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        self._scroll, self._page = scroll, page
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(scroll)
        self.hide()

    @property
    def template(self) -> TemplateRow | None:
        return self._template

    @property
    def parameters(self) -> tuple[str, ...]:
        return tuple(field.text().strip() for field in self.fields)

    @property
    def complete(self) -> bool:
        """Whether it can be sent."""
        template = self._template
        return template is not None and not missing(template.header, template.body, self.parameters)

    def show_template(self, template: TemplateRow | None, *, name: str = "", leave: bool) -> None:
        """Begin to fill one in; the customer's first name is put where a template greets first.
        `leave` when it can also be done without a template."""
        self._template = template
        self._leave.setVisible(leave)
        while self._form.rowCount():
            self._form.removeRow(0)
        self.fields = []
        if template is None:
            self.preview.say("")
            return
        self._title.say(harmless_line(template.name).replace("_", " ").capitalize())
        for number, place in enumerate(template.places):
            field = QLineEdit(self)
            field.setMaxLength(_LONGEST)
            label = place_name(place)
            field.setAccessibleName(label)
            field.setPlaceholderText(context_of(template, place))
            if number == 0 and greets(template, place):
                field.setText(name)
            field.textChanged.connect(self._typed)
            self._form.addRow(label, field)
            self.fields.append(field)
        self._places.setVisible(bool(self.fields))
        self._typed()

    def take_caret(self) -> None:
        empty = next((field for field in self.fields if not field.text()), None)
        target = empty or (self.fields[0] if self.fields else self._other)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> None:
        template = self._template
        if template is not None:
            given = tuple(
                value or f"{{{{{place}}}}}"
                for value, place in zip(self.parameters, template.places, strict=True)
            )
            self.preview.say(filled(template.header, template.body, template.footer, given))
        self._fit()
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as what is in it; beyond a limit it scrolls."""
        inside = self._page.layout()
        if inside is not None:
            inside.activate()
            wanted = inside.totalHeightForWidth(max(1, self.width()))
            wanted = max(wanted, inside.minimumSize().height())
            self._scroll.setFixedHeight(min(wanted, px(HIGHEST)))


def place_name(place: str) -> str:
    """What a place is called beside its field."""
    if place.isdecimal():
        return translate("composer", "Place {number}").format(number=place)
    return harmless_line(place).replace("_", " ").capitalize()


def context_of(template: TemplateRow, place: str) -> str:
    """The words around a place, so that it is clear what belongs there."""
    mark = "{{" + place + "}}"
    text = f"{template.header} {template.body}".replace("\n", " ")
    at = text.find(mark)
    if at < 0:
        return ""
    before = text[max(0, at - 24) : at].split(" ", 1)[-1]
    after = text[at + len(mark) : at + len(mark) + 24].rsplit(" ", 1)[0]
    return harmless_line(f"… {before.strip()} ___ {after.strip()} …")


def greets(template: TemplateRow, place: str) -> bool:
    """Whether a template begins with a greeting to this place: "Hello {{1}}, ..."."""
    text = (template.header or template.body).lstrip()
    at = text.find("{{" + place + "}}")
    return 0 <= at <= 16 and text[:1].isalpha()
