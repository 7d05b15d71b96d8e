"""Processes with a window, started to be measured and ended properly."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psutil

ENVIRONMENT = {
    "QT_QPA_PLATFORM": "offscreen",
    "PYTHON_KEYRING_BACKEND": "bench.known_key.KnownKey",
}
"""Offscreen, and with a keyring that has the key of the measured replicas."""
NOT_PASSED_ON = "PYTHONDONTWRITEBYTECODE"
"""Python keeps what it compiled, as it does for whoever uses the desk; else each start would
compile every module again."""


class Window:
    """A process whose window is painted; `milliseconds` is how long that took from its start."""

    def __init__(self, process: "subprocess.Popen[str]", milliseconds: float) -> None:
        self.process = process
        self.milliseconds = milliseconds

    def said(self) -> str:
        """The next line it says."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def memory(self) -> float:
        """Resident memory, in MiB."""
        return float(psutil.Process(self.process.pid).memory_info().rss) / (1 << 20)


@contextmanager
def window(module: str, *arguments: str) -> Iterator[Window]:
    """`python -m module arguments`, from its start until it says "painted", then until it is no
    longer needed."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        env={name: value for name, value in os.environ.items() if name != NOT_PASSED_ON}
        | ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        took = (time.perf_counter() - began) * 1000
        if line.strip() != "painted":
            raise RuntimeError(f"{module} did not paint: {line!r}")
        yield Window(process, took)
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
