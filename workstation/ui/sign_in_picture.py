"""A picture of the window in which one signs in, as it opens the first time."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from workstation.ui.preferences import TEXT_SIZE
from workstation.ui.signin.signin_view import SignInView

TICK_MS: Final = 100
STILL_TICKS: Final = 5


def take_sign_in(
    profile: Path,
    target: Path,
    *,
    theme: Literal["light", "dark"],
    language: Literal["en", "nl"],
    percent: int,
) -> None:
    """Open the desk of a profile in which nobody signed in, save a picture, and close it. For a
    process of its own: it makes Qt's application."""
    from workstation.ui.desk import run
    from workstation.ui.desk_life import profile_settings

    profile_settings(profile).setValue(TEXT_SIZE.name, percent)

    def begun(end: Callable[[], None]) -> None:
        QApplication.setCursorFlashTime(0)
        timer = QTimer(QCoreApplication.instance())
        seen = 0

        def look() -> None:
            nonlocal seen
            views = [one for one in QApplication.topLevelWidgets() if isinstance(one, SignInView)]
            if not views or not views[0].isVisible():
                return
            seen += 1
            if seen == STILL_TICKS:
                timer.stop()
                if not views[0].grab().save(str(target)):
                    raise OSError(f"{target} cannot be written")
                end()

        timer.timeout.connect(look)
        timer.start(TICK_MS)

    run(profile, theme=theme, language=language, begun=begun)
