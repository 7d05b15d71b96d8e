"""From start to end of a desk: opening its memory, signing in, the window, signing out, closing."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from workstation.models.ids import now_ms
from workstation.replica.rows.news import Mood
from workstation.replica.rows.reference import Reference
from workstation.ui.command_actions import Commands
from workstation.ui.context import NOBODY, DeskContext, Language, News
from workstation.ui.desk_choices import DeskChoices
from workstation.ui.desk_hearing import Hearing
from workstation.ui.doors import SessionDoor
from workstation.ui.main_window.anew import Anew
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.metering import Metering
from workstation.ui.opening import Opening
from workstation.ui.preferences import Preferences
from workstation.ui.signin.signing_in import SigningIn
from workstation.ui.theme.theme import Theme
from workstation.ui.threads.returning import Returning
from workstation.ui.threads.worker import Worker
from workstation.ui.threads.writer import Writer
from workstation.ui.translations import Translations
from workstation.ui.unexpected import Unexpected

if TYPE_CHECKING:
    from workstation.ui.notify.notifying import Notifying


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
        self._server = server
        self._link = ""
        self._returning = Returning(self)
        self._session: SessionDoor | None = None
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
        self._hearing = Hearing(self.context, self._returning, self)
        self.notifying: Notifying | None = None
        self._anew = Anew()
        self._choices = DeskChoices(self.context, translations, self._make_anew, self)
        self.window: MainWindow | None = None
        self.signing_in: SigningIn | None = None
        news.come_forward.connect(self.come_forward)

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

    def open_link(self, text: str) -> None:
        """Show what a link leads to, as soon as there is a window to show it in."""
        if self.window is None:
            self._link = text
        else:
            self.window.moving.open_link(text)

    def _resumed(self, found: tuple[SessionDoor, Reference] | None) -> None:
        if found is None:
            self._drop_window()
            self._show_sign_in()
        else:
            self._begin(*found)

    def _cannot_open(self, error: Exception) -> None:
        from workstation.ui.cannot_open import cannot_open

        cannot_open(
            error,
            self._unexpected,
            self.window,
            again=self._open_again,
            leave=lambda: self.end(1),
        )

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
        window = self._new_window()
        window.show()
        link, self._link = self._link, ""
        if link:
            window.moving.open_link(link)

    def _new_window(self) -> MainWindow:
        context = self.context
        context.commands = Commands()
        window = MainWindow(context, self._settings)
        context.commands.handle("sync", self._sync_now)
        window.painted.connect(self._first_paint)
        window.closed.connect(lambda: self.end(0))
        window.top_bar.me.presence_chosen.connect(self._choices.choose_presence)
        window.top_bar.me.look_chosen.connect(self._choices.choose_look)
        window.top_bar.me.language_chosen.connect(self._choices.choose_language)
        self._choices.handle()
        window.top_bar.me.sign_out_chosen.connect(self._sign_out)
        window.sign_in_asked.connect(self._sign_in_again)
        self.window = window
        if self.notifying is not None:
            self.notifying.meet(window)
        return window

    def _drop_window(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            window.closed.disconnect()
            window.close()
            window.deleteLater()

    def _begin(self, session: SessionDoor, reference: Reference) -> None:
        context = self.context
        self._session, self._connected = session, False
        self._hearing.begin(session, reference)
        context.reader.serve(session.replica)
        context.writer.serve(session.replica)
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
            QTimer.singleShot(0, self, self._notify)

    def _notify(self) -> None:
        """What tells of happenings lives as long as the session, whatever window shows it."""
        if self._session is None or self.notifying is not None:
            return
        from workstation.ui.notify.notifying import Notifying

        self.notifying = Notifying(self.context, lambda: self.window, self)

    def _drop_notifying(self) -> None:
        notifying, self.notifying = self.notifying, None
        if notifying is not None:
            notifying.put_away()
            notifying.deleteLater()

    # what a person chooses

    def _sync_now(self) -> None:
        def work(session: SessionDoor) -> None:
            session.sync_now()

        self.context.fetcher.ask("sync now", work)

    def _make_anew(self, change: Callable[[], None]) -> None:
        """Change something that the whole window is made of, as its language or size."""
        if self.window is None:
            change()
        else:
            self.window.closed.disconnect()  # the desk does not end with it
            self._anew.make(self.window, change, self._new_window)
        self._unexpected.language = self.context.language

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
        self._hearing.stop()
        self._drop_notifying()
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
        self._hearing.stop()
        self._drop_notifying()
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
