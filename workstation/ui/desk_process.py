"""The process around a desk: Qt's application, one window a profile, bugs that nobody caught."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from workstation.resources import resource
from workstation.ui.crash.guard import Guard
from workstation.ui.desk_life import Desk, profile_settings
from workstation.ui.going.application import DeskApplication
from workstation.ui.opening import Opening
from workstation.ui.preferences import LANGUAGE, TEXT_SIZE, Preferences
from workstation.ui.signin.passphrase_asker import PassphraseAsker
from workstation.ui.single_instance import SingleInstance
from workstation.ui.theme.theme import Choice, Theme
from workstation.ui.threads.collecting import Collecting
from workstation.ui.threads.shared_heap import share_heaps
from workstation.ui.translations import Translations, language_of
from workstation.ui.words import translate

NAME = "workstation"


def run_process(
    opening: Opening,
    *,
    server: str | None,
    language: str | None,
    theme: Choice | None,
    link: str,
    painted: Callable[[], None] | None,
    begun: Callable[[Callable[[], None]], None] | None,
) -> int:
    """Stay until the desk is closed; the exit code."""
    share_heaps()
    app = QApplication.instance() or DeskApplication([NAME])
    if not isinstance(app, QApplication):
        raise TypeError("another kind of application runs in this process")
    app.setApplicationName(NAME)
    app.setApplicationDisplayName("Workstation")
    app.setDesktopFileName(NAME)
    app.setQuitOnLastWindowClosed(False)
    settings = profile_settings(opening.profile)
    chosen = Preferences(settings)
    spoken = language_of(language or chosen.of(LANGUAGE))
    translations = Translations()
    translations.speak(spoken)
    look = Theme(theme or chosen.look())
    look.grow(chosen.of(TEXT_SIZE))
    look.dress(app)
    instance = SingleInstance(opening.profile)
    if not instance.first():
        return _second(instance, opening, link)
    asker = PassphraseAsker(first=lambda: not opening.locked_by_passphrase())
    opening.ask_with(asker.ask)
    collecting = Collecting(app)
    desk = Desk(
        opening,
        settings=settings,
        theme=look,
        translations=translations,
        language=spoken,
        server=server or "",
    )
    instance.called.connect(desk.come_forward)
    instance.asked.connect(desk.open_link)
    if isinstance(app, DeskApplication):
        app.link_given.connect(desk.open_link)
    if link:
        desk.open_link(link)
    desk.shown.connect(instance.listen)
    desk.shown.connect(_show_icon)
    if painted is not None:
        desk.painted.connect(painted)
    desk.ended.connect(app.exit)
    guard = _guard(desk, opening)
    desk.start()
    if begun is not None:
        begun(desk.end_soon)
    try:
        return app.exec()
    finally:
        desk.end(0)
        instance.release()
        collecting.stop()
        guard.end()


def _show_icon() -> None:
    """In the task bar, once there is something to see."""
    from PySide6.QtGui import QIcon

    QApplication.setWindowIcon(QIcon(str(resource("icons/workstation.svg"))))


def _second(instance: SingleInstance, opening: Opening, link: str) -> int:
    """Another desk has this profile, or nobody may write in it."""
    if instance.writable and instance.call_first(link):
        return 0
    if instance.writable:
        words = translate("desk", "Workstation is already open, but does not answer.")
    else:
        words = translate("desk", "This folder cannot be written: {folder}").format(
            folder=opening.profile
        )
    from PySide6.QtWidgets import QMessageBox

    _show_icon()
    box = QMessageBox(QMessageBox.Icon.Warning, "Workstation", words)
    box.exec()
    return 1


def _guard(desk: Desk, opening: Opening) -> Guard:
    """An error in the thread that paints is kept and told, and the desk stays open."""

    def told(error: BaseException) -> None:
        if isinstance(error, KeyboardInterrupt):
            desk.end(130)
        else:
            desk.unexpected(error)

    guard = Guard(opening.profile, told)
    guard.begin()
    return guard
