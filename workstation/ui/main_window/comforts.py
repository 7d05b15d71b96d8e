"""What is made after the first paint and mostly when asked for: settings, help, presence, quiet."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workstation.ui.connection.first_download import FirstDownload
from workstation.ui.context import DeskContext
from workstation.ui.guide.last_here import last_day, offer, saw_tour, was_here
from workstation.ui.long_work.long_work_bars import LongWorkBars
from workstation.ui.long_work.uploads_shown import UploadsShown
from workstation.ui.notify.kinds import QUIET
from workstation.ui.presence.back_bar import BackBar
from workstation.ui.words import translate

if TYPE_CHECKING:
    from workstation.ui.connection.works_card import WorksCard
    from workstation.ui.crash.crash_bar import CrashBar
    from workstation.ui.crash.crash_view import CrashView
    from workstation.ui.guide.changes_view import ChangesView
    from workstation.ui.guide.help_card import HelpCard
    from workstation.ui.guide.welcome_bar import WelcomeBar
    from workstation.ui.main_window.main_window import MainWindow
    from workstation.ui.settings.settings_view import Page, SettingsView
    from workstation.ui.tour.tour import Tour


class Comforts(QObject):
    """Says what happens when the commands for comfort are chosen in `window`. `bars` is what
    stands over the lists: there is nothing in it most of the day."""

    def __init__(self, context: DeskContext, window: "MainWindow", settings: QSettings) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._kept = settings
        self._last = last_day(settings)
        self.settings: SettingsView | None = None
        self.changes: ChangesView | None = None
        self.help: HelpCard | None = None
        self.tour: Tour | None = None
        self.welcome: WelcomeBar | None = None
        self.crash: CrashView | None = None
        self.crash_bar: CrashBar | None = None
        self._newest_crash = ""
        self._works: WorksCard | None = None
        self.bars = QWidget(window)
        column = QVBoxLayout(self.bars)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.back_bar = BackBar(context, self.bars)
        column.addWidget(self.back_bar)
        self.long_work = LongWorkBars(context, window)
        window.inbox.stand_at_foot(self.long_work)
        FirstDownload(context, self)
        UploadsShown(context, self)
        for name, what in {
            "settings": self.show_settings,
            "quiet": self._turn_quiet,
            "what_works": self.show_works,
            "help": self.show_help,
            "tour": self.take_tour,
            "what_changed": self.show_changes,
            "crash_report": self.show_crash,
        }.items():
            context.commands.handle(name, what)
        context.news.help_wanted.connect(self.show_help)
        self._greet()
        self.look_for_crash()
        was_here(settings, context.clock())

    # settings

    @property
    def settings_page(self) -> "Page | None":
        """The page of the settings that is on the screen."""
        settings = self.settings
        return settings.page if settings is not None and settings.isVisible() else None

    def show_settings(self, page: "Page | None" = None) -> None:
        if self.settings is None:
            from workstation.ui.settings.settings_view import SettingsView

            self.settings = SettingsView(self._context, self._window)
        if page is not None:
            self.settings.show_page(page)
        self.settings.show()
        self.settings.raise_()
        self.settings.activateWindow()

    def _turn_quiet(self) -> None:
        """Do not disturb, or do again."""
        quiet = not self._context.preferences.of(QUIET)
        self._context.preferences.choose(QUIET, quiet)
        if quiet:
            words = translate("notify", "Nothing disturbs you until you turn this off.")
        else:
            words = translate("notify", "You are told again of what happens.")
        self._context.news.notice.emit(words, "quiet")

    # the connection

    def show_works(self) -> None:
        """What works now and what waits, under the connection."""
        if self._works is None:
            from workstation.ui.connection.works_card import WorksCard

            self._works = WorksCard(self._context, self._window)
            self._works.sign_in_wanted.connect(self._window.sign_in_asked)
        self._works.open_under(self._window.top_bar.connection.state_button)

    @property
    def works(self) -> "WorksCard | None":
        return self._works

    # finding one's way

    def show_help(self, named: str = "") -> None:
        """About the part of the window one is in, or about the one that is named."""
        from workstation.ui.guide.help_card import HelpCard
        from workstation.ui.guide.where import here, parts, place_of

        found, part = here(self._window)
        for topic, widget in parts(self._window):
            if named and named in (topic, place_of(topic)):
                found, part = topic, widget
        self.help = HelpCard(self._context, found, self._window)
        self.help.destroyed.connect(self._help_gone)
        self.help.open_by(part)

    def _help_gone(self) -> None:
        self.help = None

    def take_tour(self) -> None:
        """From its beginning; while it goes, on to the next step."""
        if self.tour is None:
            from workstation.ui.tour.tour import Tour

            self.tour = Tour(self._context, self._window)
        if self.tour.running:
            self.tour.onward()
            return
        self._put_welcome_away()
        self.tour.begin()

    def show_changes(self) -> None:
        from workstation.ui.guide.changes_view import ChangesView

        self._put_welcome_away()
        self.changes = ChangesView(self._context, self._last, self._window)
        self.changes.open()

    def _greet(self) -> None:
        """Who is new, or was away for long, is offered a way in."""
        found = offer(self._kept, self._context.clock())
        layout = self.bars.layout()
        if not found or layout is None:
            return
        from workstation.ui.guide.welcome_bar import WelcomeBar

        self.welcome = WelcomeBar(self._context, found, self.bars)
        self.welcome.chosen.connect(self._context.commands.run)
        self.welcome.dismissed.connect(self._put_welcome_away)
        layout.addWidget(self.welcome)

    def _put_welcome_away(self) -> None:
        saw_tour(self._kept)
        welcome, self.welcome = self.welcome, None
        self._remove(welcome)

    # what went wrong

    def show_crash(self) -> None:
        from workstation.ui.crash.crash_view import CrashView

        self._put_crash_away()
        self.crash = CrashView(self._context, self._window)
        self.crash.open()

    def look_for_crash(self) -> None:
        """A report that was written since the last look is offered."""
        profile = self._context.profile

        def work(_: object) -> str:
            # Nearly always there is none, and then nothing is loaded for it.
            if not any((profile / "crash").glob("2*.txt")):
                return ""
            from workstation.ui.crash.reports import reports

            return max((report.name for report in reports(profile)), default="")

        self._context.reader.ask("last crash", work, self._offer_crash, owner=self)

    def _offer_crash(self, newest: str) -> None:
        layout = self.bars.layout()
        if newest <= str(self._kept.value("crash/seen", "") or "") or layout is None:
            return
        from workstation.ui.crash.crash_bar import CrashBar

        self._newest_crash = newest
        self.crash_bar = CrashBar(self.bars)
        self.crash_bar.look.connect(self.show_crash)
        self.crash_bar.dismissed.connect(self._put_crash_away)
        layout.addWidget(self.crash_bar)

    def _put_crash_away(self) -> None:
        if self._newest_crash:
            self._kept.setValue("crash/seen", self._newest_crash)
        bar, self.crash_bar = self.crash_bar, None
        self._remove(bar)

    def _remove(self, bar: QWidget | None) -> None:
        """Whose hands were on it goes on in the list: Qt would give the keyboard to whatever comes
        next, the field that searches."""
        if bar is None:
            return
        if bar.isAncestorOf(self._window.focusWidget() or self._window):
            self._window.inbox.list.setFocus()
        bar.hide()
        bar.deleteLater()
