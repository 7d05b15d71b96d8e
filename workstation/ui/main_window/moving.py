"""How one gets somewhere in the window: the palette, back and forward, links."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent

from workstation.rules.links import Link, link
from workstation.ui.going.history import History, Place
from workstation.ui.going.sorry import sorry_words
from workstation.ui.words import translate

if TYPE_CHECKING:
    from workstation.replica.lists import View
    from workstation.replica.rows.contact import ContactHead
    from workstation.ui.context import DeskContext
    from workstation.ui.doors import ReplicaDoor
    from workstation.ui.keys.keeping import KeptKeys
    from workstation.ui.keys.keys_view import KeysView
    from workstation.ui.main_window.main_window import MainWindow
    from workstation.ui.search.lines import Line
    from workstation.ui.search.palette_view import PaletteView
    from workstation.ui.search.recents import Recents


class Moving(QObject):
    """Hears where somebody goes, and takes them there again. `palette` is made when first used."""

    def __init__(self, context: "DeskContext", window: "MainWindow", settings: QSettings) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._settings = settings
        self._going = False
        self._palette: PaletteView | None = None
        self._recents: Recents | None = None
        self.history = History(self._may_move)
        self.keys: KeptKeys | None = None
        self._sheet: KeysView | None = None
        context.news.contact_opened.connect(self._opened)
        window.sidebar.chosen.connect(self._listed)
        handle = context.commands.handle
        handle("search", self.search)
        handle("back", lambda: self._go(self.history.back()))
        handle("forward", lambda: self._go(self.history.forward()))
        handle("copy_link", self._copy_link)
        handle("keys", self.show_keys)
        handle("list_found", self.list_found)
        context.commands.allow("list_found", allowed=False)
        self._listed(window.inbox.model.view, "")
        self._may_move()

    def furnish(self) -> None:
        """What the first paint did without: the keys that were chosen, and the sides of a mouse."""
        from workstation.ui.keys.keeping import KeptKeys

        self.keys = KeptKeys(self._context, self._window)
        self._listen_to_mouse()

    def show_keys(self) -> None:
        """Every command and its key."""
        if self._sheet is None:
            from workstation.ui.keys.keys_view import KeysView

            self._sheet = KeysView(self._context, self._window)
            if self.keys is not None:
                self._sheet.strip.chosen.connect(self.keys.choose)
        self._sheet.open()

    @property
    def sheet(self) -> "KeysView | None":
        """The cheat sheet, once it was shown."""
        return self._sheet

    # the palette

    @property
    def palette(self) -> "PaletteView":
        if self._palette is None:
            from workstation.ui.search.palette_view import PaletteView

            self._palette = PaletteView(self._context, self.recents, self._window)
            self._palette.chosen.connect(self._chosen)
        return self._palette

    @property
    def recents(self) -> "Recents":
        if self._recents is None:
            from workstation.ui.search.recents import Recents

            self._recents = Recents(self._settings)
        return self._recents

    def search(self, text: str | None = None) -> None:
        self.palette.begin(text)

    def list_found(self) -> None:
        """Everything that was looked for last, in the inbox: sorted, grouped, selected and kept
        like any list. Back leads to the search again."""
        from workstation.ui.search.as_list import list_of

        searched = self.palette.model.text.strip()
        self.palette.put_away()
        self.history.go_to(Place("search", searched))
        view = list_of(searched)
        self._window.show_list(view, "")
        self._listed(view, "")

    def been_to(self, head: "ContactHead") -> None:
        """A contact was read and is on the screen."""
        self.recents.been_to(head.contact_id, head.name, head.channel, head.subject)

    def _chosen(self, line: "Line") -> None:
        searched = self.palette.field.text().strip()
        if line.kind == "command":
            # After the field has given the caret back, so that the command may take it.
            QTimer.singleShot(0, self, lambda: self._context.commands.run(line.target))
            return
        if line.kind == "setting":
            self._choose_setting(line.target)
            return
        if searched:
            self.history.go_to(Place("search", searched))
        if line.kind == "contact":
            self._window.open_contact(line.target, line.message_id)
            if self._window.area.contact is not None:
                said = [line.title[start:end] for start, end in line.spans]
                words = " ".join((self.palette.model.asked.words, *said))
                self._window.area.contact.transcript.find_words(words)
        elif line.kind == "customer":
            self.open_customer(line.target)
        elif line.kind == "order":
            self.open_customer(line.target, order=line.title)
        elif line.kind == "product":
            self.open_product(line.target, line.variant_id)
        elif line.kind == "answer":
            self._insert(line)

    def _insert(self, line: "Line") -> None:
        """An answer goes where one writes; without a contact its product is shown."""
        contact = self._window.area.contact
        if contact is not None and self._context.commands.enabled("reply"):
            contact.composer.insert_answer(line.text)
        elif line.variant_id:
            self.open_product(line.variant_id)
        else:
            words = translate("going", "Open a contact first: the answer goes into its reply.")
            self._context.news.notice.emit(words, "quiet")

    def _choose_setting(self, name: str) -> None:
        from workstation.ui.search.settings_table import BY_NAME

        setting = BY_NAME[name]
        # After the palette is away: another language makes the whole window anew.
        QTimer.singleShot(
            0,
            self._context.preferences,
            lambda: self._context.preferences.choose(setting.preference, setting.value),
        )

    # customers and products

    def open_customer(self, customer_id: str, *, order: str = "") -> None:
        """A customer is shown by their newest contact; an order by its number, before others."""

        def newest(replica: "ReplicaDoor") -> str | None:
            card = replica.customer(customer_id)
            if card is None:
                return None
            every = sorted(card.timeline, key=lambda visit: -visit.at)
            return every[0].contact_id if every else ""

        def show(contact_id: str | None) -> None:
            if contact_id:
                self._quietly(lambda: self._window.open_contact(contact_id, caret=False))
                self._context.commands.run("customer_panel")
                if order:
                    self._show_order(order)
                self.history.go_to(Place("customer", customer_id, order))
            elif contact_id == "":
                words = translate("main", "This customer has no contacts on this desk.")
                self._context.news.notice.emit(words, "quiet")
            else:
                self._sorry("order" if order else "customer")

        self._context.reader.ask("open customer", newest, show, owner=self)

    def _show_order(self, number: str) -> None:
        if self._window.area.panel is not None:
            self._window.area.panel.show_order(number)

    def open_product(self, product_id: str, variant_id: str = "") -> None:
        self._window.area.show_product(product_id, variant_id)
        self.history.go_to(Place("product", product_id, variant_id))

    # links

    def open_link(self, text: str) -> None:
        """Show what a link leads to, or say why not."""
        found = link(text)
        if found is None:
            words = translate(
                "going", "This link leads nowhere. A good one looks like {example}."
            ).format(example="workstation://contact/…")
            self._context.news.notice.emit(words, "warn")
        elif found.kind == "customer":
            self.open_customer(found.target)
        else:
            self._look_up(found)

    def _look_up(self, found: Link) -> None:
        def work(replica: "ReplicaDoor") -> tuple[str, str]:
            if found.kind == "order":
                return replica.order_of(found.target)
            known = (
                replica.contact(found.target)
                if found.kind == "contact"
                else replica.product(found.target)
            )
            return (found.target if known is not None else "", "")

        def show(there: tuple[str, str]) -> None:
            target, number = there
            if not target:
                self._sorry(found.kind)
            elif found.kind == "contact":
                self._window.open_contact(target, caret=False)
            elif found.kind == "order":
                self.open_customer(target, order=number)
            else:
                self.open_product(target)

        self._context.reader.ask("open link", work, show, owner=self)

    def _sorry(self, kind: str) -> None:
        self._context.news.notice.emit(sorry_words(kind), "warn")

    def _copy_link(self) -> None:
        head = self._context.commands.situation.head
        if head is not None:
            QGuiApplication.clipboard().setText(str(Link("contact", head.contact_id)))
            words = translate("going", "The link was copied. Colleagues open it with a click.")
            self._context.news.notice.emit(words, "ok")

    # back and forward

    def _listen_to_mouse(self) -> None:
        """The two buttons at the side of a mouse. The window's own events are few; those of all
        its widgets would be many."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            if event.button() == Qt.MouseButton.BackButton:
                self._context.commands.run("back")
                return True
            if event.button() == Qt.MouseButton.ForwardButton:
                self._context.commands.run("forward")
                return True
        return False

    def _opened(self, contact_id: str) -> None:
        if contact_id and not self._going:
            self.history.go_to(Place("contact", contact_id))

    def _listed(self, view: "View", title: str) -> None:
        if not self._going:
            self.history.go_to(Place("list", repr(view), held=(view, title)))

    def _go(self, place: Place | None) -> None:
        """Show a place again, without noting it as a new one."""
        if place is None:
            return
        if place.kind == "search":
            self.search(place.target)
            return
        if self._palette is not None:
            self._palette.put_away()
        if place.kind == "contact":
            self._quietly(lambda: self._window.open_contact(place.target, caret=False))
        elif place.kind == "list" and isinstance(place.held, tuple):
            view, title = place.held
            self._quietly(lambda: self._window.show_list(view, title))
        elif place.kind == "customer":
            self.open_customer(place.target, order=place.more)
        elif place.kind == "product":
            self._window.area.show_product(place.target, place.more)

    def _quietly(self, what: Callable[[], None]) -> None:
        self._going = True
        try:
            what()
        finally:
            self._going = False

    def _may_move(self) -> None:
        self._context.commands.allow("back", self.history.can_go_back)
        self._context.commands.allow("forward", self.history.can_go_forward)
