"""The real desk on a profile, offscreen and in this process, driven as a person would."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

import bench.surroundings  # noqa: F401 - before anything of the desk
from workstation.replica.lists import View
from workstation.ui.desk_life import Desk, profile_settings
from workstation.ui.main_window.main_window import MainWindow
from workstation.ui.opening import Opening
from workstation.ui.theme.theme import Theme
from workstation.ui.threads.collecting import Collecting
from workstation.ui.translations import Translations

SIZE = (1600, 1000)
PATIENCE = 30.0
"""Seconds after which something that should be painted counts as broken."""


class NotPaintedError(AssertionError):
    """What should have been painted never was."""


class OpenDesk:
    def __init__(self, desk: Desk) -> None:
        assert desk.window is not None
        self.desk = desk
        self.window: MainWindow = desk.window
        # One for all the time: each timer that is made for a stretch leaves something behind.
        self._stretch = QEventLoop()
        self._stretch_ends = QTimer()
        self._stretch_ends.setSingleShot(True)
        self._stretch_ends.timeout.connect(self._stretch.quit)

    def until(
        self,
        there: Callable[[], bool],
        *,
        painted: QWidget | None = None,
        after: Callable[[], object] = bool,
    ) -> float:
        """Milliseconds from doing `after` until `there` is true: asked when `painted` has just
        painted itself, or after every event. The loop sleeps in between, as it does when nobody
        measures."""
        loop = QEventLoop()
        watch = _Watch(there, painted, loop.quit)
        overdue = QTimer()
        overdue.setSingleShot(True)
        overdue.timeout.connect(loop.quit)
        overdue.start(int(PATIENCE * 1000))
        began = time.perf_counter()
        after()
        loop.exec()
        took = time.perf_counter() - began
        watch.end()
        if not watch.seen:
            raise NotPaintedError
        return took * 1000

    def settle(self) -> None:
        """Let everything that is under way come to rest."""
        context = self.desk.context
        quiet = 0
        until = time.monotonic() + PATIENCE
        while quiet < 5 and time.monotonic() < until:
            self.work(4)
            busy = not (context.reader.idle and context.writer.idle)
            quiet = 0 if busy else quiet + 1

    def work(self, milliseconds: int) -> None:
        """Let the desk do what it does for a while."""
        self._stretch_ends.start(milliseconds)
        self._stretch.exec()

    def each_painting(self, widget: QWidget, heard: Callable[[], None]) -> None:
        """Call `heard` after each painting of a widget."""
        self._heard = _AfterPainting(widget, heard)

    def show(self, view: View) -> None:
        """Choose a list of the sidebar and wait until its rows are painted."""
        model, rows = self.window.inbox.model, self.window.inbox.list
        rows.setFocus()
        self.window.inbox.show_view(view, "")
        self.until(lambda: model.loaded and model.at(0) is not None, painted=rows.viewport())
        self.settle()


class _Watch(QObject):
    """Asks `there` once the painting that was seen has come to its end."""

    def __init__(
        self, there: Callable[[], bool], painted: QWidget | None, quit_loop: Callable[[], None]
    ) -> None:
        super().__init__()
        self.seen = False
        self._there = there
        self._quit = quit_loop
        self._target: QObject = painted or QApplication.instance() or self
        self._paint_only = painted is not None
        self._target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        right = not self._paint_only or event.type() == QEvent.Type.Paint
        if right and not self.seen and self._there():
            self.seen = True
            QTimer.singleShot(0, self._quit)  # after this painting
        return False

    def end(self) -> None:
        self._target.removeEventFilter(self)


class _AfterPainting(QObject):
    def __init__(self, widget: QWidget, heard: Callable[[], None]) -> None:
        super().__init__(widget)
        self._told = heard
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._told)
        return False


@contextmanager
def open_desk(profile: Path) -> Iterator[OpenDesk]:
    """Open a profile and wait until its inbox and the empty contact beside it are there."""
    app = QApplication.instance() or QApplication(["workstation"])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    collecting = Collecting(app)
    translations = Translations()
    translations.speak("en")
    theme = Theme("light")
    theme.dress(app)
    settings = profile_settings(profile)
    settings.clear()
    desk = Desk(
        Opening(profile),
        settings=settings,
        theme=theme,
        translations=translations,
        language="en",
    )
    failures: list[BaseException] = []
    desk.unexpected = failures.append  # type: ignore[method-assign, assignment]
    desk.start()
    opened = OpenDesk(desk)
    opened.window.resize(*SIZE)
    opened.until(lambda: opened.window.area.contact is not None)
    opened.settle()
    try:
        yield opened
    finally:
        desk.end(0)
        app.processEvents()
        collecting.stop()
    if failures:
        raise failures[0]
