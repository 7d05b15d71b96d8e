"""Stands by while the desk runs: whatever breaks is kept, and the desk goes on where it can.

Tiny, since it is there before the first paint; how a report is written is loaded when one is.
"""

import faulthandler
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO, Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from workstation.models.ids import now_ms

FOLDER: Final = "crash"
FATAL: Final = "fatal.txt"
MOST_A_RUN: Final = 3
"""Reports that one run of the desk writes: what breaks again and again is the same."""


class Guard:
    """`told` is called with errors of the thread that paints; `died_before` says whether the last
    run left something behind."""

    def __init__(self, profile: Path, told: Callable[[BaseException], None]) -> None:
        self._profile = profile
        self._told = told
        self._written = 0
        self._fatal: IO[str] | None = None
        self.died_before = False

    def begin(self) -> None:
        sys.excepthook = self._uncaught
        threading.excepthook = self._thread_died
        qInstallMessageHandler(self._qt_says)
        try:
            folder = self._profile / FOLDER
            folder.mkdir(parents=True, exist_ok=True)
            fatal = folder / FATAL
            self.died_before = fatal.exists() and fatal.stat().st_size > 0
            if self.died_before:
                from workstation.ui.crash.reports import take_in_fatal

                take_in_fatal(self._profile, now=now_ms())
            self._fatal = fatal.open("w", encoding="utf-8")
            faulthandler.enable(self._fatal, all_threads=True)
        except OSError:
            self._fatal = None  # a full disk or a folder of somebody else's: work goes on

    def end(self) -> None:
        """The desk closed as it should."""
        qInstallMessageHandler(None)
        if self._fatal is not None:
            faulthandler.disable()
            self._fatal.close()
            self._fatal = None

    def keep(self, what: str, error: BaseException) -> None:
        """Write a report of an error, a few times a run."""
        if self._written >= MOST_A_RUN:
            return
        self._written += 1
        from workstation.ui.crash.reports import write_error

        try:
            write_error(self._profile, what, error, now=now_ms())
        except OSError:
            return

    def _uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            self.keep("an error that nobody took", error)
        self._told(error)

    def _thread_died(self, died: threading.ExceptHookArgs) -> None:
        if died.exc_value is None or isinstance(died.exc_value, SystemExit):
            return
        self.keep("a thread that ended", died.exc_value)
        sys.__excepthook__(died.exc_type, died.exc_value, died.exc_traceback)

    def _qt_says(self, kind: QtMsgType, context: QMessageLogContext, words: str | None) -> None:
        """As Qt does without this; what is fatal is kept too, for the process dies next."""
        if sys.stderr is not None:
            sys.stderr.write(f"{words}\n")
        if kind == QtMsgType.QtFatalMsg and self._fatal is not None:
            self._fatal.write(f"Qt: {words}\n")
            self._fatal.flush()
