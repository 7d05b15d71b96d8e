"""The desk's side of the spelling: asks the process that knows the words, in its own thread."""

import contextlib
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject

from workstation.resources import resource
from workstation.ui.composer.spelling.available import spelling_there
from workstation.ui.threads.worker import Worker

Languages = frozenset[str]


class Unanswered(Exception):
    """The process could not be started, or has ended."""


class Spellers:
    """Starts the process when it is first asked something, and ends with the desk."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._broken = False

    def check(self, words: Sequence[str]) -> dict[str, Languages]:
        """In which languages each word is one."""
        told = self._ask({"check": list(words)})
        return {
            word: frozenset(language for language, knows in told.items() if knows[at])
            for at, word in enumerate(words)
        }

    def suggest(self, word: str, language: str) -> list[str]:
        found = self._ask({"suggest": word, "language": language})["words"]
        return [str(one) for one in found]

    def end(self) -> None:
        process, self._process, self._broken = self._process, None, True
        if process is not None:
            # First the process: somebody may be waiting for its answer, and holds the pipe.
            process.terminate()
            process.wait(5)
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with contextlib.suppress(OSError):  # what it never read is lost with it
                        pipe.close()

    def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(json.dumps(question).encode() + b"\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except (OSError, ValueError) as error:
            self._broken = True
            raise Unanswered from error
        if not line:
            self._broken = True  # without dictionaries one writes on as before
            raise Unanswered
        told: dict[str, Any] = json.loads(line)
        return told

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._broken or not spelling_there():
            raise Unanswered
        if self._process is None:
            try:
                self._process = subprocess.Popen(
                    [
                        sys.executable,
                        "-m",
                        "workstation.ui.composer.spelling.child",
                        str(resource("spelling")),
                    ],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                )
            except OSError as error:
                self._broken = True
                raise Unanswered from error
        return self._process


class Speller:
    """Asked from the thread that paints, and answered there. `unhandled` is told of faults."""

    def __init__(
        self, unhandled: Callable[[Exception], None], spellers: Spellers | None = None
    ) -> None:
        self._spellers = spellers or Spellers()
        self._worker: Worker[Spellers] = Worker("spelling", unhandled)
        self._worker.serve(self._spellers)
        self._asked = 0

    def check(
        self, words: Sequence[str], then: Callable[[dict[str, Languages]], None], owner: QObject
    ) -> None:
        self._ask(lambda spellers: spellers.check(words), then, owner)

    def suggest(
        self, word: str, language: str, then: Callable[[list[str]], None], owner: QObject
    ) -> None:
        self._ask(lambda spellers: spellers.suggest(word, language), then, owner)

    @property
    def idle(self) -> bool:
        return self._worker.idle

    def stop(self) -> None:
        """End the process; nothing is answered after this."""
        self._spellers.end()
        self._worker.stop(1.0)

    def _ask(
        self, work: Callable[[Spellers], Any], then: Callable[[Any], None], owner: QObject
    ) -> None:
        self._asked += 1  # every question counts: none takes the place of another

        def failed(error: Exception) -> None:
            if not isinstance(error, Unanswered):
                self._worker.unhandled(error)

        self._worker.ask(f"{self._asked}", work, then, failed=failed, owner=owner)
