"""Every filter there is, as chips under headings; the list follows each choice at once."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workstation.replica.lists import Filters
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.emptied import emptied
from workstation.ui.inbox.heading_words import PROMISES
from workstation.ui.inbox.narrowing.chip import Chip
from workstation.ui.inbox.narrowing.filter_words import (
    OWNERS,
    STATES,
    WAITS,
    owner_words,
    state_words,
    stretch,
)
from workstation.ui.inbox.narrowing.flow import Flow
from workstation.ui.paintable import paintable_line
from workstation.ui.theme.channel import channel_name
from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.theme.page import Page
from workstation.ui.theme.popup_card import PopupCard
from workstation.ui.theme.sizes import px
from workstation.ui.words import translate

CHANNELS: Final = ("whatsapp", "chat", "messenger", "instagram", "email", "phone")
COLLEAGUES: Final = 40
"""More are not offered by name."""
TAGS: Final = 24
"""The most used ones are offered."""
WIDTH: Final = 400
TYPED_MS: Final = 200


class FilterPopup(PopupCard):
    """Opens under a widget and deletes itself. `narrowed` comes with each choice."""

    narrowed = Signal(object)
    keep_asked = Signal()

    def __init__(self, context: DeskContext, filters: Filters, parent: QWidget) -> None:
        super().__init__(context.theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("filter popup")
        self.setAccessibleName(translate("filters", "Filter the list"))
        self._context = context
        self._filters = filters
        self._most = 0
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(TYPED_MS)
        self._typed.timeout.connect(self._words_typed)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(translate("filters", "A name, or words that were said"))
        self.field.setAccessibleName(translate("filters", "A name, or words that were said"))
        self.field.setText(filters.text)
        self.field.textChanged.connect(lambda _: self._typed.start())
        self._page = Page()
        self._page.setProperty("look", "raised ground")
        self._page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(16, 4, 16, 12)
        self._column.setSpacing(6)
        self._tags = Flow()
        self._tags_title = QLabel()
        self._fill()
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setProperty("look", "raised ground")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 14, 1, 1)
        layout.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(15, 0, 15, 4)
        top.addWidget(self.field)
        layout.addLayout(top)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._foot())
        self.setFixedWidth(px(WIDTH))
        context.reader.ask("tags", _read_tags, self._show_tags, owner=self)

    def open_at(self, anchor: QWidget) -> None:
        """Below a widget, inside its screen."""
        room = anchor.screen().availableGeometry()
        below = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        self._most = room.bottom() - below.y() - 8
        self._fit()
        below.setX(max(room.left() + 8, min(below.x(), room.right() - self.width() - 8)))
        self.move(below)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit(self) -> None:
        """As high as what is in it, or as the screen allows. Only then does it scroll: beside a
        scroll bar the chips take more lines, and would need it though all would fit without."""
        around = self.sizeHint().height() - self._scroll.sizeHint().height()
        wanted = self._column.totalHeightForWidth(self.width() - 2) + around
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAsNeeded if wanted > self._most else policy.ScrollBarAlwaysOff
        self._scroll.setVerticalScrollBarPolicy(bar)
        self.setFixedHeight(min(wanted, self._most))

    def _fill(self) -> None:
        context, now = self._context, self._filters
        self._one_of(
            translate("filters", "Promise"),
            ((state, translate("inbox", words)) for state, words in PROMISES.items()),
            now.promise,
            lambda state: {"promise": state},
        )
        flow = self._section(translate("filters", "Read"))
        unread = self._chip(flow, translate("filters", "Unread"), on=now.unread)
        unread.toggled.connect(lambda on: self._change(unread=on))
        self._group(
            self._section(translate("filters", "Waits at least")),
            ((minutes, stretch(minutes)) for minutes in WAITS),
            now.waiting_minutes,
            lambda minutes: {"waiting_minutes": minutes or 0},
        )
        self._any_of(
            translate("filters", "Channel"),
            ((one, channel_name(one)) for one in CHANNELS),
            "channels",
        )
        self._one_of(
            translate("filters", "Whose"),
            self._owners(),
            now.owner,
            lambda owner: {"owner": owner},
        )
        kinds = sorted(
            ((key, context.product_type_name(key)) for key in context.reference.product_types),
            key=lambda one: one[1].casefold(),
        )
        self._any_of(translate("filters", "Kind of product"), kinds, "product_type_ids")
        teams = [t for t in context.reference.teams if t.mine or context.me.role == "admin"]
        if len(teams) > 1:
            named = ((team.team_id, context.team_name(team.team_id)) for team in teams)
            self._any_of(translate("filters", "Team"), named, "team_ids")
        self._any_of(
            translate("filters", "State"),
            ((state, state_words(state)) for state in STATES),
            "states",
        )
        self._tags_title = self._title(translate("filters", "Tags"))
        self._column.addLayout(self._tags)
        self._show_tags(tuple((tag, 0) for tag in now.tags))
        self._column.addStretch(1)

    def _owners(self) -> Iterator[tuple[str, str]]:
        """Who leads chooses among colleagues by name as well."""
        for owner, words in OWNERS.items():
            yield owner, translate("filters", words)
        me = self._context.me
        others = [one for one in self._context.reference.agents if one.agent_id != me.agent_id]
        by_name = me.role in ("lead", "admin") and len(others) <= COLLEAGUES
        for one in others:
            if by_name or one.agent_id == self._filters.owner:
                yield one.agent_id, owner_words(self._context, one.agent_id)

    def _show_tags(self, tags: tuple[tuple[str, int], ...]) -> None:
        known = {tag.casefold() for tag, _ in tags}
        own = tuple((tag, 0) for tag in self._filters.tags if tag.casefold() not in known)
        emptied(self._tags)
        for tag, _ in (own + tags)[:TAGS]:
            on = tag.casefold() in {one.casefold() for one in self._filters.tags}
            chip = self._chip(self._tags, paintable_line(tag), on=on)
            chip.toggled.connect(lambda on, one=tag: self._toggle("tags", one, on))
            chip.show()
        self._tags_title.setVisible(self._tags.count() > 0)
        if self.isVisible():
            self._fit()

    def _foot(self) -> QWidget:
        foot = QFrame(self)
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 10, 14, 12)
        clear = QPushButton(translate("filters", "Clear"), foot)
        clear.setProperty("look", "quiet")
        clear.clicked.connect(self._clear)
        keep = QPushButton(translate("filters", "Keep as a view…"), foot)
        keep.setToolTip(self._context.commands.tooltip("save_view"))
        keep.clicked.connect(self._keep)
        row.addWidget(clear)
        row.addStretch(1)
        row.addWidget(keep)
        return foot

    def _clear(self) -> None:
        self.narrowed.emit(Filters())
        self.close()

    def _keep(self) -> None:
        self._words_typed()
        self.close()
        self.keep_asked.emit()

    def _words_typed(self) -> None:
        if self.field.text().strip() != self._filters.text:
            self._change(text=self.field.text().strip()[:200])

    def _change(self, **what: object) -> None:
        self._filters = self._filters.but(**what)
        self.narrowed.emit(self._filters)

    def _toggle(self, name: str, one: str, on: bool) -> None:
        chosen: tuple[str, ...] = tuple(
            each for each in getattr(self._filters, name) if each != one
        )
        self._change(**{name: (*chosen, one) if on else chosen})

    # building

    def _title(self, words: str) -> QLabel:
        title = QLabel(words, self._page)
        title.setProperty("look", "section")
        title.setFont(font(11, STRONG))
        title.setContentsMargins(0, 8, 0, 0)
        self._column.addWidget(title)
        return title

    def _section(self, words: str) -> Flow:
        self._title(words)
        flow = Flow()
        self._column.addLayout(flow)
        return flow

    def _chip(self, flow: Flow, words: str, *, on: bool) -> Chip:
        chip = Chip(self._context.theme, words, words, self._page)
        chip.setChecked(on)
        flow.addWidget(chip)
        return chip

    def _any_of(self, title: str, options: Iterable[tuple[str, str]], name: str) -> None:
        flow, chosen = self._section(title), getattr(self._filters, name)
        for one, words in options:
            chip = self._chip(flow, words, on=one in chosen)
            chip.toggled.connect(lambda on, each=one: self._toggle(name, each, on))

    def _one_of(
        self,
        title: str,
        options: Iterable[tuple[str, str]],
        chosen: str,
        change: Callable[[str], dict[str, object]],
    ) -> None:
        self._group(self._section(title), options, chosen, lambda one: change(str(one or "")))

    def _group(
        self,
        flow: Flow,
        options: Iterable[tuple[str | int, str]],
        chosen: str | int,
        change: Callable[[str | int | None], dict[str, object]],
    ) -> None:
        """Chips of which at most one is on."""
        chips: dict[Chip, str | int] = {}

        def pressed(chip: Chip, on: bool) -> None:
            for other in chips:
                if on and other is not chip:
                    other.blockSignals(True)
                    other.setChecked(False)
                    other.blockSignals(False)
            self._change(**change(chips[chip] if on else None))

        for one, words in options:
            chip = self._chip(flow, words, on=one == chosen)
            chips[chip] = one
            chip.toggled.connect(lambda on, each=chip: pressed(each, on))


def _read_tags(replica: ReplicaDoor) -> tuple[tuple[str, int], ...]:
    return replica.tags()
