"""Pictures of the desk at work, taken by the desk itself: no screen is needed."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

TICK_MS = 100
STILL_TICKS = 25
"""How long nothing may move before the picture is taken."""
MOST_TICKS = 300
"""After so long it is taken as it is: a clock on the desk always moves a little."""

_COARSE = (160, 100)
_SAME = 24
_MOVING = 12


def take(
    profile: Path,
    target: Path,
    *,
    contact_id: str,
    theme: Literal["light", "dark"],
    language: Literal["en", "nl"],
    panel: Literal["customer", "product"],
    size: tuple[int, int],
) -> None:
    """Open the signed-in desk of `profile` with one contact, save a picture, and close it.

    `size` is in logical pixels. For a process of its own: it makes Qt's application.
    """
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from workstation.ui.desk import run
    from workstation.ui.desk_life import profile_settings
    from workstation.ui.guide.last_here import saw_tour
    from workstation.ui.main_window.main_window import MainWindow

    saw_tour(profile_settings(profile))
    be_quiet(profile)
    close: list[Callable[[], None]] = []

    def painted() -> None:
        QApplication.setCursorFlashTime(0)
        window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
        window.resize(*size)
        before = b""
        ticks = still = 0
        opened = False

        def look() -> None:
            nonlocal before, ticks, still, opened
            if not opened:
                # The first time there is nothing until the server has given it; the next time the
                # contact is there already, with the panel of the last time.
                if window.inbox.model.rowCount() > 0:
                    window.open_contact(contact_id)
                    window.area.show_panel(panel)
                    opened = True
                return
            picture = window.grab()
            coarse = picture.toImage().scaled(*_COARSE)
            now = bytes(coarse.convertToFormat(coarse.Format.Format_Grayscale8).constBits())
            still = still + 1 if alike(before, now) else 0
            before, ticks = now, ticks + 1
            if still >= STILL_TICKS or ticks >= MOST_TICKS:
                timer.stop()
                if not picture.save(str(target)):
                    raise OSError(f"{target} cannot be written")
                close[0]()

        timer = QTimer(window)
        timer.timeout.connect(look)
        timer.start(TICK_MS)

    run(profile, theme=theme, language=language, painted=painted, begun=close.append)


def be_quiet(profile: Path) -> None:
    """No notice lies over what is shown."""
    from workstation.ui.desk_life import profile_settings
    from workstation.ui.notify.kinds import RING, TELLINGS

    settings = profile_settings(profile)
    settings.setValue(RING.name, "never")
    for telling in TELLINGS:
        settings.setValue(telling.shown.name, False)


def alike(one: bytes, other: bytes) -> bool:
    """Whether next to nothing moved from one coarse picture to the other."""
    if len(one) != len(other):
        return False
    return sum(abs(a - b) > _SAME for a, b in zip(one, other, strict=True)) <= _MOVING
