"""The older contacts of the customer on the page: asked of the office once, and stopped when
somebody else is looked at or a person says so."""

from PySide6.QtCore import QObject, Signal

from workstation.replica.rows.news import Mood
from workstation.ui.context import DeskContext
from workstation.ui.long_work.counting import of_things
from workstation.ui.long_work.long_work import Work
from workstation.ui.words import translate


class OlderContacts(QObject):
    """What has come stays; what was not waited for comes when one is back at that customer."""

    said = Signal(str)
    """Why they are not all here, or "" when they are or will be."""

    def __init__(self, context: DeskContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._customer_id = ""
        self._settled = False
        """They are here, or whoever looks wants no more of them."""
        self._work: Work | None = None
        context.news.mood_changed.connect(self._mood_changed)

    def look_at(self, customer_id: str) -> None:
        if customer_id != self._customer_id:
            self._customer_id, self._settled = customer_id, False
            self._fetch()

    def _fetch(self) -> None:
        self.said.emit("")
        if self._work is not None:
            self._work.stop()
            self._work.end()
        customer_id = self._customer_id
        work = self._work = self._context.long_work.begin(
            translate("panels", "Fetching older contacts of this customer"),
            counts=of_things(self._context.language),
        )

        def then(_: None) -> None:
            work.end()
            self._settled = True
            self.said.emit("")

        def failed(error: Exception) -> None:
            from workstation.replica.errors import Stopped, Unreachable

            work.end()
            if isinstance(error, Stopped):
                self._settled = True
                self.said.emit(
                    translate("panels", "Not all older contacts are here: you stopped that.")
                )
            elif isinstance(error, Unreachable):
                self.said.emit(
                    translate("panels", "Older contacts show as soon as there is a connection.")
                )
            else:
                raise error

        # Of one that was asked before, no answer is heard any more.
        self._context.fetcher.ask(
            "history",
            lambda session: session.fetch_history(customer_id, work.step),
            then,
            failed=failed,
            owner=self,
        )

    def _mood_changed(self, mood: Mood) -> None:
        """Back online: what could not be fetched is asked for again."""
        if mood.name in ("online", "slow") and self._customer_id and not self._settled:
            self._fetch()
