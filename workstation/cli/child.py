"""A command of ours as a child process that never outlives us. `lifeline.py` is its other half."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

PATIENCE = 12.0
"""Seconds a child gets to finish what it has in hand, before it is ended."""


class Child:
    """`workstation WORDS`, with a lifeline. Its output goes to `log`, or to our own terminal."""

    def __init__(
        self,
        words: Sequence[str],
        *,
        log: Path | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        output: IO[bytes] | None = None if log is None else log.open("wb")
        # Ctrl+C is the parent's to hear: a child in a group of its own ends through its lifeline,
        # in good order, and not halfway through a line of code.
        if sys.platform == "win32":
            own_session, flags = False, subprocess.CREATE_NEW_PROCESS_GROUP
        else:
            own_session, flags = True, 0
        try:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "workstation", *words, "--until-stdin-closes"],
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT if output is not None else None,
                env=None if environment is None else dict(environment),
                start_new_session=own_session,
                creationflags=flags,
            )
        finally:
            if output is not None:
                output.close()

    @property
    def ended(self) -> bool:
        return self.process.poll() is not None

    def wait(self) -> int:
        """Until it ends by itself; the exit code."""
        return self.process.wait()

    def stop(self) -> None:
        """Let go of the lifeline, wait, and insist if need be. May be called twice."""
        if self.process.stdin is not None and not self.process.stdin.closed:
            self.process.stdin.close()
        for insist in (self.process.terminate, self.process.kill):
            try:
                self.process.wait(timeout=PATIENCE)
                return
            except subprocess.TimeoutExpired:
                insist()
        self.process.wait()
