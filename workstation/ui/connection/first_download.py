"""The first download among what takes long: how many contacts are here, a stop, and a way to go
on."""

from PySide6.QtCore import QObject

from workstation.replica.rows.news import Mood
from workstation.ui.contact.moments import locale_of
from workstation.ui.context import DeskContext
from workstation.ui.long_work.long_work import Work
from workstation.ui.words import translate


class FirstDownload(QObject):
    """There while the memory is filled for the first time, or anew; gone when it is."""

    def __init__(self, context: DeskContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._work: Work | None = None
        context.news.mood_changed.connect(self._follow)
        self._follow()

    def _follow(self, *_: object) -> None:
        mood = self._context.mood
        work = self._work
        if mood.name == "rebuilding":
            if work is None or work.resting:
                self._end()
                work = self._work = self._begin()
            work.tell(mood.contacts, mood.all_contacts)
        elif mood.name == "resting":
            if work is None:
                work = self._work = self._begin()
            if not work.resting:
                work.tell(mood.contacts, mood.all_contacts)
                words = translate(
                    "connection",
                    "Loading was stopped. What is here works; new messages come once you go on.",
                )
                work.rest(words, lambda: self._context.news.loading_wanted.emit(True))
        else:
            self._end()

    def _begin(self) -> Work:
        return self._context.long_work.begin(
            translate("connection", "Your contacts are on their way. You can begin already."),
            stop=lambda: self._context.news.loading_wanted.emit(False),
            counts=self._so_far,
        )

    def _so_far(self, contacts: int, all_contacts: int) -> str:
        if not all_contacts:
            return ""
        locale = locale_of(self._context.language)
        words = translate("connection", "{here} of {all} contact(s)", None, all_contacts)
        return words.format(here=locale.toString(contacts), all=locale.toString(all_contacts))

    def _end(self) -> None:
        work, self._work = self._work, None
        if work is not None:
            work.end()


def loads(mood: Mood) -> bool:
    """Whether lists may still be without some of their contacts."""
    return mood.name in ("rebuilding", "resting")
