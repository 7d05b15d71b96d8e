"""The window of a signed-in desk: bar, lists, contacts, the contact, the panel."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workstation.ui.inbox.inbox_view import InboxView
from workstation.ui.main_window.calm_place import CalmPlace
from workstation.ui.main_window.columns import Columns, inbox_share, sidebar_share
from workstation.ui.main_window.contact_area import ContactArea
from workstation.ui.main_window.keeping import keep, kept_contact, kept_view, restore
from workstation.ui.main_window.moving import Moving
from workstation.ui.main_window.notices import Notices
from workstation.ui.main_window.undo_strip import UndoStrip
from workstation.ui.sidebar.sidebar_view import SidebarView
from workstation.ui.theme.sizes import px
from workstation.ui.theme.tokens import FOLD_PANEL_BELOW, FOLD_SIDEBAR_BELOW
from workstation.ui.top_bar.top_bar import TopBar

if TYPE_CHECKING:
    from workstation.replica.lists import View
    from workstation.replica.rows.contact import ContactHead
    from workstation.ui.calls.call_bar import CallBar
    from workstation.ui.channels.channels_view import ChannelsView
    from workstation.ui.context import DeskContext
    from workstation.ui.main_window.comforts import Comforts
    from workstation.ui.outbox.outbox_view import OutboxView

SMALLEST = (1024, 640)


class MainWindow(QWidget):
    """Shows itself at once and fills as the replica answers."""

    painted = Signal()
    """The list was painted with its contacts, or with the words that there are none."""
    sign_in_asked = Signal()
    """The server knows this desk no more, and the person asks what to do."""
    closed = Signal()

    def __init__(self, context: "DeskContext", settings: QSettings) -> None:
        super().__init__()
        self._context = context
        self._settings = settings
        self._head: ContactHead | None = None
        self._open_id = ""
        self._painted = False
        self._settled = False
        self.outbox: OutboxView | None = None
        self.calls: CallBar | None = None
        self.comforts: Comforts | None = None
        self.channels: ChannelsView | None = None
        self.setObjectName("desk")
        self.setProperty("look", "window")
        self.setWindowTitle("Workstation")
        self.setMinimumSize(*SMALLEST)
        self.top_bar = TopBar(context, self)
        self.sidebar = SidebarView(context, self)
        self.inbox = InboxView(context, kept_view(settings), self)
        self.area = ContactArea(context, self)
        self._place = CalmPlace(self, self.area)
        self._notices = Notices(context, self, self._place)
        self.moving = Moving(context, self, settings)
        self.undo = UndoStrip(context, self, self.area)
        self._place.keep_clear_of(self.undo)
        self._build()
        self._listen()
        restore(self, self._columns, self._settings)
        self.sidebar.mark(self.inbox.model.view)
        self.inbox.name(self.sidebar.title_of(self.inbox.model.view))
        self.inbox.model.load()
        self.inbox.list.setFocus()  # the arrows work from the first moment

    # what others ask

    def open_contact(self, contact_id: str, message_id: str = "", *, caret: bool = True) -> None:
        """Show a contact, wherever it is listed."""
        if contact_id != self._open_id:
            self._open_id = contact_id
            self._head = None
            self.inbox.list.choose(contact_id)
            self._context.news.contact_opened.emit(contact_id)
        self.area.open(contact_id, message_id, caret=caret)

    def come_forward(self) -> None:
        """Somebody started the desk again: this is the window they mean."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def show_outbox(self) -> None:
        """What waits to be sent."""
        if self.outbox is None:
            from workstation.ui.outbox.outbox_view import OutboxView

            self.outbox = OutboxView(self._context, self)
        self.outbox.open()

    def show_channels(self) -> None:
        """Every channel, its dial, and what is wrong with it."""
        if self.channels is None:
            from workstation.ui.channels.channels_view import ChannelsView

            self.channels = ChannelsView(self._context, self)
        self.channels.open()

    @property
    def was_painted(self) -> bool:
        return self._painted

    @property
    def open_id(self) -> str:
        return self._open_id

    # inside

    def _build(self) -> None:
        self._columns = Columns(Columns.LEFT, inbox_share, self)
        self.inbox.setMinimumWidth(px(280))
        self._columns.addWidget(self.inbox)
        self._columns.addWidget(self.area)
        self._columns.setStretchFactor(0, 0)
        self._columns.setStretchFactor(1, 1)
        rule = QWidget(self)
        rule.setFixedWidth(1)
        rule.setProperty("look", "rule")
        rule.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.sidebar)
        below.addWidget(rule)
        below.addWidget(self._columns, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top_bar)
        layout.addLayout(below, 1)
        self._layout = layout

    def _listen(self) -> None:
        context, news = self._context, self._context.news
        context.commands.install(self)
        self.sidebar.chosen.connect(self._show_view)
        self.sidebar.wished.connect(self.inbox.deeds.wish)
        self.inbox.turned.connect(self._turned)
        self.inbox.opened.connect(self._opened_from_list)
        self.inbox.list.painted.connect(self._list_painted)
        self.inbox.empty_painted.connect(self._list_painted)
        news.open_contact.connect(self.open_contact)
        news.finished.connect(self._finished)
        news.reference_changed.connect(self._named)
        self.top_bar.connection.asked.connect(self._connection_asked)
        handle = context.commands.handle
        handle("outbox", self.show_outbox)
        handle("channels", self.show_channels)
        handle("inbox", self.inbox.list.setFocus)
        handle("next_contact", lambda: self.inbox.list.step(1, caret=self.area.has_caret()))
        handle("previous_contact", lambda: self.inbox.list.step(-1, caret=self.area.has_caret()))

    def _connection_asked(self) -> None:
        if self._context.mood.name == "signed_out":
            self.sign_in_asked.emit()
        else:
            self.show_outbox()

    def show_list(self, view: "View", title: str) -> None:
        """Show a list of the sidebar, and mark it there."""
        self.sidebar.mark(view)
        self.inbox.show_view(view, title or self.sidebar.title_of(view))
        self.inbox.list.setFocus()

    def _show_view(self, view: "View", title: str) -> None:
        self.inbox.turn_to(view, title)
        self.inbox.list.setFocus()

    def _turned(self, view: "View", title: str) -> None:
        """Another list was asked for in the inbox itself."""
        self.sidebar.mark(view)
        self._show_view(view, title)

    def _named(self, *_: object) -> None:
        title = self.sidebar.title_of(self.inbox.model.view)
        if title:
            self.inbox.name(title)

    def _opened_from_list(self, contact_id: str, caret: bool) -> None:
        found = self.inbox.found(contact_id)
        self.open_contact(contact_id, found.message_id if found else "", caret=caret)
        if found is not None and found.spans and self.area.contact is not None:
            said = [found.text[start:end] for start, end in found.spans]
            self.area.contact.transcript.find_words(" ".join(said))

    def _shown(self, head: "ContactHead | None") -> None:
        """The contact on the screen was read, or is gone."""
        before, self._head = self._head, head
        if head is not None and (before is None or before.contact_id != head.contact_id):
            self.moving.been_to(head)
        if head is None:
            if before is not None and before.contact_id == self._open_id:
                self._open_id = ""
        elif (
            before is not None
            and before.contact_id == head.contact_id
            and before.state == "open"
            and head.state != "open"
            and head.owner_id == self._context.me.agent_id
            and not self._writes()
        ):
            self._finished(head.contact_id)

    def _writes(self) -> bool:
        """Whether something is begun: a colleague may put the contact away meanwhile, and the next
        words must not go to the next customer."""
        contact = self.area.contact
        if contact is None:
            return False
        composer = contact.composer
        return bool(composer.text.toPlainText().strip()) or composer.files.rowCount() > 0

    def _finished(self, contact_id: str) -> None:
        """This person is done with a contact: on to the next of the list."""
        if contact_id == self._open_id:
            self.inbox.list.leave(contact_id)

    # room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self.sidebar.widen(sidebar_share(width))
        self.sidebar.fold(width < px(FOLD_SIDEBAR_BELOW))
        self.top_bar.fold(width < px(FOLD_SIDEBAR_BELOW))
        self.area.fold(width < px(FOLD_PANEL_BELOW))
        self._layout.activate()  # in this frame: the layout was settled before these widths were

    def settle(self) -> None:
        """Write down, once, what was typed and what stands where: this window is to go."""
        if not self._settled:
            self._settled = True
            self.area.settle()
            keep(self, self._columns, self._settings)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settle()
        self.closed.emit()
        super().closeEvent(event)

    def _list_painted(self) -> None:
        if not self._painted:
            self._painted = True
            # Once more round: what was painted is on the screen before anything else is made.
            QTimer.singleShot(0, self, self._after_first_paint)

    def _after_first_paint(self) -> None:
        self.painted.emit()
        self.area.furnish()
        self._furnish_calls()
        self._furnish_comforts()
        self.moving.furnish()
        if self.area.contact is not None:
            self.area.contact.head_changed.connect(self._shown)
            self.area.contact.wrapup.finished.connect(self._finished)

    def _furnish_comforts(self) -> None:
        """What makes a long day pleasant, and the contact that was open the last time."""
        from workstation.ui.main_window.comforts import Comforts

        self.comforts = Comforts(self._context, self, self._settings)
        self._layout.insertWidget(1, self.comforts.bars)
        last = kept_contact(self._settings)
        if last and not self._open_id:
            self._context.reader.ask(
                "last contact",
                lambda replica: replica.contact(last),
                self._go_on,
                owner=self,
            )

    def _go_on(self, head: "ContactHead | None") -> None:
        """With what was open the last time, unless it is done or something else was opened."""
        if head is not None and head.state == "open" and not self._open_id:
            self.open_contact(head.contact_id, caret=False)

    def _furnish_calls(self) -> None:
        """The telephone, once the first screen is there."""
        from workstation.ui.calls.call_bar import CallBar
        from workstation.ui.calls.ringing import Ringing

        self.calls = CallBar(self._context, self, self._place)
        self._layout.insertWidget(1, self.calls)
        self.calls.open_wanted.connect(lambda contact: self.open_contact(contact, caret=False))
        self.calls.rings.connect(Ringing(self._context, self.calls).ring)
