"""Desks for tests of widgets: a context over a replica in memory, put away properly afterwards."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.session import PretendSession
from tests.ui.pretend.shop import NOW
from workstation.replica.rows.news import Mood
from workstation.ui.command_actions import Commands
from workstation.ui.context import DeskContext, Language, News
from workstation.ui.desk_life import profile_settings
from workstation.ui.preferences import SPELLING, Preferences
from workstation.ui.theme.theme import Choice, Theme
from workstation.ui.threads.worker import Worker
from workstation.ui.threads.writer import Writer
from workstation.ui.translations import Translations


class _Asked:
    """How often anybody was asked for something."""

    count = 0


class _CountedWorker(Worker[Any]):
    def __init__(self, name: str, unhandled: Callable[[Exception], None], asked: _Asked) -> None:
        self._asked = asked
        super().__init__(name, unhandled)

    def ask(self, *given: Any, **named: Any) -> None:
        self._asked.count += 1
        super().ask(*given, **named)


class _CountedWriter(Writer):
    def __init__(self, unhandled: Callable[[Exception], None], asked: _Asked) -> None:
        self._asked = asked
        super().__init__(unhandled)

    def do(self, *given: Any, **named: Any) -> None:
        self._asked.count += 1
        super().do(*given, **named)


class PretendDesk:
    """A context whose replica tells its news to every screen, as the real desk does."""

    def __init__(
        self,
        profile: Path,
        replica: PretendReplica,
        *,
        language: Language = "en",
        look: Choice = "light",
        clock: Callable[[], int] = lambda: NOW,
    ) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.translations = Translations()
        self.translations.speak(language)
        theme = Theme(look)
        theme.dress(app)
        self.replica = replica
        self.session = PretendSession(replica)
        self.errors: list[Exception] = []
        self._asked = _Asked()
        self.context = DeskContext(
            profile=profile,
            reader=_CountedWorker("reader", self.errors.append, self._asked),
            writer=_CountedWriter(self.errors.append, self._asked),
            fetcher=_CountedWorker("fetcher", self.errors.append, self._asked),
            theme=theme,
            news=News(),
            commands=Commands(),
            clock=clock,
            language=language,
            reference=replica.reference_now,
            mood=self.session.mood,
            preferences=Preferences(profile_settings(profile)),
        )
        # A process with two dictionaries is much for a test that only types a word.
        self.context.preferences.choose(SPELLING, False)
        replica.subscribe(self.context.news.changed.emit)
        self.context.reader.serve(replica)
        self.context.writer.serve(replica)
        self.context.fetcher.serve(self.session)

    @property
    def settings(self) -> QSettings:
        return profile_settings(self.context.profile)

    def become(self, mood: Mood) -> None:
        """The connection is different, and every screen hears of it."""
        self.context.mood = mood
        self.context.news.mood_changed.emit(mood)

    def settled(self) -> bool:
        """Whether all that was asked is answered and shown."""
        context = self.context
        asked = self._asked.count
        idle = context.reader.idle and context.writer.idle and context.fetcher.idle
        QApplication.processEvents()
        # Who was idle had given all answers back, and an answer may have led to another question.
        return idle and self._asked.count == asked

    def close(self) -> None:
        self.context.reader.stop()
        self.context.fetcher.stop()
        self.context.writer.stop()
        self.translations.speak("en")


@contextmanager
def pretend_desk(
    profile: Path,
    replica: PretendReplica,
    *,
    language: Language = "en",
    look: Choice = "light",
    clock: Callable[[], int] = lambda: NOW,
) -> Iterator[PretendDesk]:
    desk = PretendDesk(profile, replica, language=language, look=look, clock=clock)
    try:
        yield desk
    finally:
        desk.close()
