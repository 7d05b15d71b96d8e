"""In tests with a screen garbage is collected where Qt lives, as in the desk itself: a widget or a
timer that a worker's thread collects is deleted there, and the process ends at a later moment."""

import gc
from collections.abc import Iterator

import pytest

AT_LEAST = 20
"""After so many tests, what is still there is set aside: each collection looks through the rest."""


class _Aside:
    """How many tests with a screen there were since what had come to stay was set aside."""

    tests = AT_LEAST


@pytest.fixture(autouse=True)
def _collected_here(request: pytest.FixtureRequest) -> Iterator[None]:
    if "qtbot" not in request.fixturenames:
        yield
        return
    if _Aside.tests == AT_LEAST:
        # Between two tests: programs, tables and what pytest remembers live as long as the process.
        gc.collect()
        gc.freeze()
        _Aside.tests = 0
    _Aside.tests += 1
    gc.disable()
    try:
        yield
    finally:
        # After the windows of the test are closed, and before anybody else collects.
        gc.collect()
        gc.enable()
