"""The window for admins: every channel, its dial and what that does, and what is wrong."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workstation.replica.rows.channels import DialRow, Upkeep
from workstation.replica.rows.news import Changed
from workstation.replica.rows.reference import LineRow
from workstation.rules.call_hints import CHANNELS as CHATS, Limits
from workstation.ui.channels.call_limits_form import CallLimitsForm
from workstation.ui.channels.channel_delegate import ChannelDelegate
from workstation.ui.channels.channel_words import carried, state
from workstation.ui.channels.channels_model import (
    CHANNEL_ROLE,
    ORDER,
    ChannelItem,
    ChannelsModel,
)
from workstation.ui.channels.dial_form import DialForm
from workstation.ui.channels.effect import Effect
from workstation.ui.channels.field_name import line_up
from workstation.ui.channels.promise_form import PromiseForm
from workstation.ui.channels.upkeep_list import UpkeepList
from workstation.ui.contact.refusal_words import refusal_sentence
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.panels.section import Words
from workstation.ui.theme.channel import channel_name
from workstation.ui.theme.page import Page
from workstation.ui.theme.pill import Pill
from workstation.ui.theme.sizes import px
from workstation.ui.theme.window_size import open_size
from workstation.ui.words import translate

SIZE = (980, 720)
LIST = 280
Found = tuple[dict[str, LineRow], dict[str, DialRow], Limits]


class ChannelsView(QDialog):
    """Lines and dials come from the memory; findings and what could not be read are asked of the
    server, which asks the providers."""

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._upkeep: Upkeep | None = None
        self._lines: dict[str, LineRow] = {}
        self._dials: dict[str, DialRow] = {}
        self._limits = Limits()
        self.setObjectName("channels")
        self.setWindowTitle(translate("channels", "Channels"))
        open_size(self, *SIZE)
        self.model = ChannelsModel(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ChannelDelegate(context.theme, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setFixedWidth(px(LIST))
        self.name = Words(size=15, strong=True)
        self.pill = Pill(context.theme)
        self.remark = Words(ink="muted", select=True)
        self.effect = Effect(context.theme)
        self.form = DialForm(context.theme)
        self.promises = PromiseForm()
        self.calling = CallLimitsForm()
        self.upkeep = UpkeepList(context.theme, context.language)
        self.check = QPushButton(translate("channels", "Check again"))
        self.check.setAutoDefault(False)
        for form in (self.form, self.promises, self.calling):
            form.setEnabled(False)  # until a channel is shown
        line_up([*self.form.names, *self.promises.names, *self.calling.names])
        self._build()
        self.check.clicked.connect(self._look)
        self.form.turned.connect(lambda values: self._do("set_dial", values))
        self.promises.promised.connect(lambda values: self._do("set_promise", values))
        self.calling.limited.connect(lambda values: self._do("set_call_limits", values))
        self.upkeep.read_again.connect(self._read_again)
        self.list.selectionModel().currentChanged.connect(self._show_channel)
        context.news.changed.connect(self._changed)
        context.news.reference_changed.connect(self._show_channel)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()
        self._look()

    # ------------------------------------------------------------------ reading

    def _changed(self, changed: Changed) -> None:
        if self.isVisible() and (
            changed.everything or changed.tables & {"line", "dial", "dial_seen", "setting"}
        ):
            self._read()

    def _read(self) -> None:
        def work(replica: ReplicaDoor) -> Found:
            return replica.reference().lines, replica.dials(), replica.call_limits()

        self._context.reader.ask("channels", work, self._show, owner=self)

    def _look(self) -> None:
        """Have the server look: it may take some seconds."""
        if self._upkeep is None:
            self.upkeep.say(translate("channels", "The channels are being checked…"))
        self.check.setEnabled(False)

        def failed(error: Exception) -> None:
            from workstation.replica.errors import BadLuck

            self.check.setEnabled(True)
            if not isinstance(error, BadLuck):
                raise error
            self._upkeep = None
            self.upkeep.say(
                translate("channels", "The server cannot be asked now. The dials can be turned.")
            )

        self._context.fetcher.ask(
            "upkeep", lambda session: session.upkeep(), self._looked, failed=failed, owner=self
        )

    def _looked(self, upkeep: Upkeep) -> None:
        self.check.setEnabled(True)
        self._upkeep = upkeep
        self._show((self._lines, self._dials, self._limits))

    def _show(self, found: Found) -> None:
        self._lines, self._dials, self._limits = found
        current = self._item()
        self.model.put(
            [
                ChannelItem(
                    channel=channel,
                    line=self._lines.get(channel),
                    dial=self._dials.get(channel),
                    unread=len(self._unread(channel)),
                )
                for channel in ORDER
            ]
        )
        if current is None:
            self.list.setCurrentIndex(self.model.index(0))
        self._show_channel()

    def _unread(self, channel: str) -> tuple[Any, ...]:
        line = self._lines.get(channel)
        if self._upkeep is None or line is None:
            return ()
        return tuple(one for one in self._upkeep.arrivals if one.slot == line.provider)

    def _item(self) -> ChannelItem | None:
        found = self.list.currentIndex().data(CHANNEL_ROLE)
        return found if isinstance(found, ChannelItem) else None

    def _show_channel(self, *_: object) -> None:
        item = self._item()
        if item is None:
            return
        self.name.say(channel_name(item.channel))
        self.pill.say(*state(item.line, item.dial))
        remark = carried(item.line, self._context.language)
        self.remark.say(remark)
        self.remark.setVisible(bool(remark))
        self.effect.show_dial(item.dial)
        self.form.show_dial(item.channel, item.dial)
        self.promises.show_promises(item.channel, self._context.reference.promises)
        self.calling.show_limits(self._limits)
        self.calling.setVisible(item.channel in CHATS)
        for form in (self.form, self.promises, self.calling):
            form.setEnabled(True)
        if self._upkeep is not None:
            general = self._upkeep.findings.get("", ())
            own = self._upkeep.findings.get(item.channel, ())
            findings = (*(one for one in general if one.severity != "fine"), *own)
            self.upkeep.put(findings, self._unread(item.channel), self._context.clock())

    # ------------------------------------------------------------------ doing

    def _do(self, kind: str, values: dict[str, Any]) -> None:
        def failed(error: Exception) -> None:
            why = refusal_sentence(error, self._context.language)
            if why is None:
                raise error
            self._context.news.notice.emit(why, "bad")

        self._context.writer.act(kind, failed=failed, owner=self, **values)

    def _read_again(self, arrival_id: str) -> None:
        self._context.fetcher.ask(
            f"read again {arrival_id}",
            lambda session: session.read_again(arrival_id),
            lambda _: self._look(),
            failed=self._not_read,
            owner=self,
        )

    def _not_read(self, error: Exception) -> None:
        from workstation.replica.errors import BadLuck

        if not isinstance(error, BadLuck):
            raise error
        self._context.news.notice.emit(
            translate("channels", "The server cannot be asked now. Try again in a moment."), "bad"
        )

    # ------------------------------------------------------------------ arranging

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.name, 1)
        head.addWidget(self.pill)
        head.addWidget(self.check)
        page = Page()
        page.setProperty("look", "surface")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 18, 24, 20)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.remark)
        column.addWidget(self.effect)
        column.addSpacing(6)
        column.addWidget(self.form)
        column.addWidget(self.promises)
        column.addWidget(self.calling)
        column.addWidget(self.upkeep)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        rule = QWidget(self)
        rule.setFixedWidth(1)
        rule.setProperty("look", "rule")
        rule.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addWidget(rule)
        layout.addWidget(scroll, 1)
