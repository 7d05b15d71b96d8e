"""Signing in, from the empty screen to a session: asks the opener, explains what went wrong."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal

from workstation.ui.opening import Opening
from workstation.ui.theme.theme import Theme
from workstation.ui.threads.worker import Worker
from workstation.ui.unexpected import Unexpected

if TYPE_CHECKING:
    from workstation.replica.rows.reference import Reference
    from workstation.ui.doors import SessionDoor
    from workstation.ui.signin.signin_view import SignInView


class SigningIn(QObject):
    """`signed_in` comes with the session and its reference, once the screen is gone."""

    signed_in = Signal(object, object)
    given_up = Signal()
    """The person closed the screen."""

    def __init__(
        self,
        opener: Worker[Opening],
        theme: Theme,
        settings: QSettings,
        server: str,
        unexpected: Unexpected,
    ) -> None:
        super().__init__()
        self._opener = opener
        self._theme = theme
        self._settings = settings
        self._server = server
        self._unexpected = unexpected
        self.view: SignInView | None = None

    def begin(self) -> None:
        """Show the screen, and load what signing in needs while the person types."""
        from workstation.ui.signin.signin_view import SignInView

        view = SignInView(
            self._theme,
            self._server or str(self._settings.value("sign in/server", "")),
            str(self._settings.value("sign in/name", "")),
        )
        view.submitted.connect(self._ask)
        view.closed.connect(self._closed)
        self.view = view
        view.show()
        self._opener.ask("prepare", lambda opening: opening.prepare())

    def come_forward(self) -> None:
        if self.view is not None:
            self.view.show()
            self.view.raise_()
            self.view.activateWindow()

    def put_away(self) -> None:
        """Close the screen without meaning anything by it."""
        view, self.view = self.view, None
        if view is not None:
            view.close()
            view.deleteLater()

    def _closed(self) -> None:
        if self.view is not None:
            self.given_up.emit()

    def _ask(self, server: str, login: str, password: str) -> None:
        view = self.view
        if view is None:
            return
        view.busy()

        def welcome(found: "tuple[SessionDoor, Reference]") -> None:
            self._settings.setValue("sign in/server", server)
            self._settings.setValue("sign in/name", login)
            self.put_away()
            self.signed_in.emit(*found)

        def refuse(error: Exception) -> None:
            from workstation.replica.errors import BadLuck

            if isinstance(error, BadLuck):
                view.fail(str(error))
            else:
                self._unexpected.log(error)
                view.fail(self._unexpected.words())

        self._opener.ask(
            "open",
            lambda opening: opening.sign_in(server, login, password),
            welcome,
            failed=refuse,
            owner=view,
        )
