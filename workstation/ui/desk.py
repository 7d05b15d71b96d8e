"""The desk: one process, one profile, one window. This file loads nothing, so that the key is
already on its way while Qt loads."""

import gc
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from workstation.ui.opening import Opening


def run(
    profile: Path,
    *,
    server: str | None = None,
    language: str | None = None,
    theme: Literal["system", "light", "dark"] | None = None,
    link: str | None = None,
    painted: Callable[[], None] | None = None,
    begun: Callable[[Callable[[], None]], None] | None = None,
) -> int:
    """Open the desk of a profile and stay until it is closed; the process's exit code.

    `server` fills in the sign-in screen; `language` and `theme` go before what was chosen the
    last time. `link` is what to show, also in a desk that is open already. `painted` is called
    once, when the list of contacts is on the screen.
    `begun` is called once with a function that closes the desk properly, from any thread.
    """
    opening = Opening(profile)
    opening.hurry()
    collects = gc.isenabled()
    gc.disable()  # nothing that is loaded now is garbage: `ui/threads/collecting` goes on with it
    try:
        return _run(opening, server, language, theme, link, painted, begun)
    finally:
        if collects:
            gc.enable()


def _run(
    opening: Opening,
    server: str | None,
    language: str | None,
    theme: Literal["system", "light", "dark"] | None,
    link: str | None,
    painted: Callable[[], None] | None,
    begun: Callable[[Callable[[], None]], None] | None,
) -> int:
    from workstation.ui.plain_import import import_plainly

    import_plainly()
    from workstation.ui.desk_process import run_process

    return run_process(
        opening,
        server=server,
        language=language,
        theme=theme,
        link=link or "",
        painted=painted,
        begun=begun,
    )
