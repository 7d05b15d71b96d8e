"""Running an office: one process, or several side by side on PostgreSQL, until it is told to stop.

python -m workstation.server.run        # everything from WORKSTATION_* variables
"""

import os
import signal
import sys
import tempfile
import threading

import uvicorn
from fastapi import FastAPI

from workstation.server import logs
from workstation.server.settings import Settings

_MEASURES = "PROMETHEUS_MULTIPROC_DIR"


class TooManyWorkersError(ValueError):
    """SQLite has room for one process."""


def application() -> FastAPI:
    """The application of one worker process, from the environment."""
    settings = Settings.from_environment()
    logs.install(settings.log_format)
    # Our threads mostly wait for the database. With the usual 5 ms, one that has its answer waits
    # that long for another that computes, at each of its statements.
    sys.setswitchinterval(0.0005)
    from workstation.server.app import create_app

    return create_app(settings)


def serve(settings: Settings, *, stop: threading.Event | None = None) -> None:
    """Serve until SIGTERM or SIGINT, or until `stop` is set; then let open requests end. Blocks,
    and belongs in the main thread."""
    if settings.workers > 1 and settings.is_sqlite:
        raise TooManyWorkersError(
            "SQLite has room for one server process. "
            "Set a PostgreSQL address to run several side by side."
        )
    os.environ.update(settings.environment())
    # Once all has ended in good order the signal is raised again, and must not end us badly.
    signal.signal(signal.SIGTERM, lambda _number, _frame: None)
    if stop is not None:
        threading.Thread(target=_stop_when, args=(stop,), name="stop", daemon=True).start()
    if settings.workers == 1:
        _run(settings)
        return
    with tempfile.TemporaryDirectory(prefix="workstation-measures-") as folder:
        os.environ[_MEASURES] = folder
        try:
            _run(settings)
        finally:
            del os.environ[_MEASURES]


def _run(settings: Settings) -> None:
    uvicorn.run(
        f"{__name__}:application",
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=settings.workers,
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="on",
        backlog=2048,
        timeout_keep_alive=75,
        timeout_graceful_shutdown=settings.drain_seconds,
    )


def _stop_when(stop: threading.Event) -> None:
    stop.wait()
    signal.raise_signal(signal.SIGTERM)


def main() -> None:
    """Serve as the environment says."""
    settings = Settings.from_environment()
    logs.install(settings.log_format)
    serve(settings)


if __name__ == "__main__":
    main()
