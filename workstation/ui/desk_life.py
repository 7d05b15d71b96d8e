"""From start to end of a desk: opening its memory, signing in, the window, signing out, closing."""

from collections.abc import Callable
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QObject, QSettings, Signal

from workstation.models.ids import now_ms
from workstation.replica.rows import Changed, Mood, Reference
from workstation.ui.command_actions import Commands
from workstation.ui.context import NOBODY, DeskContext, Language, News
from workstation.ui.doors import ReplicaDoor, SessionDoor
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.metering import Metering
from workstation.ui.opening import Opening
from workstation.ui.preferences import Preferences
from workstation.ui.signin.signing_in import SigningIn
from workstation.ui.theme.theme import Choice, Theme
from workstation.ui.threads.returning import Returning
from workstation.ui.threads.worker import Worker
from workstation.ui.threads.writer import Writer
from workstation.ui.translations import Translations
from workstation.ui.unexpected import Unexpected
from workstation.ui.words import translate

REFERENCE_TABLES = frozenset(
    {
        "team",
        "agent",
        "membership",
        "presence",
        "product_type",
        "reason",
        "resolution",
        "setting",
        "line",
    }
)
"""Tables whose change means that names may be different."""


class Desk(QObject):
    """One profile on one screen. `ended` comes once all is written and closed."""

    painted = Signal()
    """The list of contacts is on the screen for the first time."""
    shown = Signal()
    """There is something on the screen: the list, or the sign-in screen."""
    ended = Signal(int)
    """An exit code."""

    def __init__(
        self,
        opening: Opening,
        *,
        settings: QSettings,
        theme: Theme,
        translations: Translations,
        language: Language,
        server: str = "",
        clock: Callable[[], int] = now_ms,
    ) -> None:
        super().__init__()
        self._opening = opening
        self._settings = settings
        self._translations = translations
        self._server = server
        self._returning = Returning(self)
        self._session: SessionDoor | None = None
        self._unsubscribe: list[Callable[[], None]] = []
        self._connected = False
        self._ending = False
        self._metering = Metering(self)
        news = News()
        self._unexpected = Unexpected(opening.profile, news, language)
        fail = self._unexpected.handle
        self._opener: Worker[Opening] = Worker("opener", fail)
        self._opener.serve(opening)
        self.context = DeskContext(
            profile=opening.profile,
            reader=Worker("reader", fail),
            writer=Writer(fail),
            fetcher=Worker("fetcher", fail),
            theme=theme,
            news=news,
            commands=Commands(),
            clock=clock,
            language=language,
            preferences=Preferences(settings),
        )
        self.window: MainWindow | None = None
        self.signing_in: SigningIn | None = None
        news.changed.connect(self._heard)

    def unexpected(self, error: BaseException) -> None:
        """An error nobody took: told, and logged when it is a bug."""
        self._unexpected.handle(error)

    # opening

    def start(self) -> None:
        """Show the window at once when somebody signed in before, else the sign-in screen."""
        if not self._opening.known():
            self._show_sign_in()
            return
        self._opener.ask(
            "open", lambda opening: opening.resume(), self._resumed, failed=self._cannot_open
        )
        self._show_window()

    def come_forward(self) -> None:
        """The desk was started again: show the window that is there."""
        if self.window is not None:
            self.window.come_forward()
        elif self.signing_in is not None:
            self.signing_in.come_forward()

    def _resumed(self, found: tuple[SessionDoor, Reference] | None) -> None:
        if found is None:
            self._drop_window()
            self._show_sign_in()
        else:
            self._begin(*found)

    def _cannot_open(self, error: Exception) -> None:
        from PySide6.QtWidgets import QMessageBox

        from workstation.replica.errors import BadLuck

        words = str(error) if isinstance(error, BadLuck) else self._unexpected.words()
        if not isinstance(error, BadLuck):
            self._unexpected.log(error)
        box = QMessageBox(self.window)
        box.setObjectName("cannot open")
        box.setWindowTitle("Workstation")
        box.setText(words)
        again = box.addButton(translate("desk", "Try again"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(translate("desk", "Close"), QMessageBox.ButtonRole.RejectRole)
        again.clicked.connect(self._open_again)
        leave.clicked.connect(lambda: self.end(1))
        box.open()

    def _open_again(self) -> None:
        self._drop_window()
        self.start()

    # signing in

    def _show_sign_in(self) -> None:
        signing = SigningIn(
            self._opener, self.context.theme, self._settings, self._server, self._unexpected
        )
        signing.signed_in.connect(self._signed_in)
        signing.given_up.connect(lambda: self.end(0))
        self.signing_in = signing
        signing.begin()
        self.shown.emit()

    def _signed_in(self, session: SessionDoor, reference: Reference) -> None:
        self.signing_in = None
        self._show_window()
        self._begin(session, reference)

    # at work

    def _show_window(self) -> None:
        context = self.context
        context.commands = Commands()
        window = MainWindow(context, self._settings)
        context.commands.handle("sync", self._sync_now)
        window.painted.connect(self._first_paint)
        window.closed.connect(lambda: self.end(0))
        window.top_bar.me.presence_chosen.connect(self._choose_presence)
        window.top_bar.me.look_chosen.connect(self._choose_look)
        window.top_bar.me.language_chosen.connect(self._choose_language)
        window.top_bar.me.sign_out_chosen.connect(self._sign_out)
        window.sign_in_asked.connect(self._sign_in_again)
        self.window = window
        window.show()

    def _drop_window(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            window.closed.disconnect()
            window.close()
            window.deleteLater()

    def _begin(self, session: SessionDoor, reference: Reference) -> None:
        context = self.context
        self._session, self._connected = session, False
        replica = session.replica
        self._name(reference)
        self._set_mood(session.mood)
        self._unsubscribe = [
            replica.subscribe(lambda changed: self._say(context.news.changed.emit, changed)),
            session.on_mood(lambda mood: self._say(self._set_mood, mood)),
            session.on_signal(
                lambda told: self._returning.call(lambda: context.typing.hear(told), self)
            ),
        ]
        context.reader.serve(replica)
        context.writer.serve(replica)
        context.fetcher.serve(session)
        if self.window is not None and self.window.was_painted:
            self._connect()

    def _first_paint(self) -> None:
        self.painted.emit()
        self.shown.emit()
        self._connect()

    def _connect(self) -> None:
        """The network comes after the first paint: loading it takes as long as the paint did.
        Once a session: a window made anew, as in another language, changes nothing of it."""
        session = self._session
        if session is not None and not self._connected:
            self._connected = True
            self._opener.ask(
                "connect",
                lambda _: session.start(),
                lambda _: self._metering.tell(session.metered),
                owner=self,
            )

    def _say(self, what: Callable[[object], None], news: object) -> None:
        """Called in the replica's threads: hand it to the thread that paints."""
        self._returning.call(lambda: what(news), self)

    def _set_mood(self, mood: object) -> None:
        if isinstance(mood, Mood):
            self.context.mood = mood
            self.context.news.mood_changed.emit(mood)

    def _heard(self, changed: Changed) -> None:
        if changed.everything or changed.tables & REFERENCE_TABLES:

            def work(replica: ReplicaDoor) -> Reference:
                return replica.reference()

            self.context.reader.ask("reference", work, self._name, owner=self)

    def _name(self, reference: Reference) -> None:
        if reference != self.context.reference:
            self.context.reference = reference
            self.context.news.reference_changed.emit(reference)

    # what a person chooses

    def _sync_now(self) -> None:
        def work(session: SessionDoor) -> None:
            session.sync_now()

        self.context.fetcher.ask("sync now", work)

    def _choose_presence(self, state: str) -> None:
        self.context.writer.act("set_presence", state=state)

    def _choose_look(self, look: str) -> None:
        if look in get_args(Choice):
            self._settings.setValue("look", look)
            self.context.theme.choose(look)  # type: ignore[arg-type]

    def _choose_language(self, language: Language) -> None:
        """The window is made anew in the other language; drafts and place are kept."""
        if language == self.context.language:
            return
        self._settings.setValue("language", language)
        self.context.language = language
        self._unexpected.language = language
        open_id = self.window.open_id if self.window is not None else ""
        self._drop_window()
        self._translations.speak(language)
        self._show_window()
        if open_id and self.window is not None:
            self.window.open_contact(open_id, caret=False)

    def _sign_out(self) -> None:
        self._leave(lambda session: session.sign_out())

    def _sign_in_again(self) -> None:
        """The server ended the sign-in: what is here stays, and the same person signs in anew."""
        self._leave(lambda session: session.stop())

    def _leave(self, farewell: Callable[[SessionDoor], None]) -> None:
        session = self._session
        self._drop_window()
        self._quiet()
        if session is None:
            self._show_sign_in()
            return

        def work(_: Opening) -> None:
            farewell(session)
            session.replica.close()

        self._opener.ask("leave", work, lambda _: self._show_sign_in())

    def _quiet(self) -> None:
        """Nothing is read, written or heard until somebody signs in."""
        for stop in self._unsubscribe:
            stop()
        self._unsubscribe = []
        self._session = None
        context = self.context
        context.writer.drain()
        context.reader.rest()
        context.fetcher.rest()
        context.writer.serve(None)
        context.reference = NOBODY
        context.mood = Mood(name="offline")

    # the end

    def end_soon(self) -> None:
        """Close properly; may be called from any thread."""
        self._returning.call(lambda: self.end(0), self)

    def end(self, code: int) -> None:
        """Write what waits, close everything."""
        if self._ending:
            return
        self._ending = True
        session = self._session
        self._drop_window()
        signing, self.signing_in = self.signing_in, None
        if signing is not None:
            signing.put_away()
        for stop in self._unsubscribe:
            stop()
        context = self.context
        context.reader.stop()
        context.fetcher.stop(1.0)
        context.writer.stop()
        self._opener.stop(1.0)
        if session is not None:
            session.stop()
            session.replica.close()
        self._settings.sync()
        self.ended.emit(code)


def profile_settings(profile: Path) -> QSettings:
    """What is remembered of the window and the choices, in the profile's own folder."""
    return QSettings(str(profile / "desk.ini"), QSettings.Format.IniFormat)
