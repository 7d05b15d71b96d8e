"""What the memory and the session tell, handed to the thread that paints and to every screen."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from workstation.replica.rows.news import Changed, Mood
from workstation.replica.rows.reference import Reference
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor, SessionDoor
from workstation.ui.threads.returning import Returning

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
        "saved_view",
        "promise",
    }
)
"""Tables whose change means that names may be different."""


class Hearing(QObject):
    """Listens to one session at a time, and keeps names and mood in the context."""

    def __init__(self, context: DeskContext, returning: Returning, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._returning = returning
        self._unsubscribe: list[Callable[[], None]] = []
        self._session: SessionDoor | None = None
        context.news.changed.connect(self._heard)
        context.news.loading_wanted.connect(self._load)

    def begin(self, session: SessionDoor, reference: Reference) -> None:
        context = self._context
        self._session = session
        self._name(reference)
        self._set_mood(session.mood)
        self._unsubscribe = [
            session.replica.subscribe(
                lambda changed: self._say(context.news.changed.emit, changed)
            ),
            session.on_mood(lambda mood: self._say(self._set_mood, mood)),
            session.on_upload(lambda upload: self._say(context.news.uploading.emit, upload)),
            session.on_signal(
                lambda told: self._returning.call(lambda: context.typing.hear(told), self)
            ),
        ]

    def stop(self) -> None:
        for stop in self._unsubscribe:
            stop()
        self._unsubscribe = []
        self._session = None

    def _load(self, wanted: bool) -> None:
        """Neither waits for anything: no thread is asked, which may be busy with a long file."""
        if self._session is not None:
            (self._session.go_on if wanted else self._session.rest)()

    def _say(self, what: Callable[[object], None], news: object) -> None:
        """Called in the replica's threads: hand it to the thread that paints."""
        self._returning.call(lambda: what(news), self)

    def _set_mood(self, mood: object) -> None:
        if isinstance(mood, Mood):
            self._context.mood = mood
            self._context.news.mood_changed.emit(mood)

    def _heard(self, changed: Changed) -> None:
        if changed.everything or changed.tables & REFERENCE_TABLES:

            def work(replica: ReplicaDoor) -> Reference:
                return replica.reference()

            self._context.reader.ask("reference", work, self._name, owner=self)

    def _name(self, reference: Reference) -> None:
        if reference != self._context.reference:
            self._context.reference = reference
            self._context.news.reference_changed.emit(reference)
