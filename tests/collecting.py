"""In tests with a screen garbage is collected where Qt lives, as in the desk itself: a widget or a
timer that a worker's thread collects is deleted there, and the process ends at a later moment."""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _collected_here(request: pytest.FixtureRequest) -> Iterator[None]:
    if "qtbot" not in request.fixturenames:
        yield
        return
    if not gc.get_freeze_count():
        gc.collect()
        gc.freeze()  # programs and tables: they live as long as the process
    gc.disable()
    try:
        yield
    finally:
        # After the windows of the test are closed, and before anybody else collects.
        gc.collect()
        gc.enable()
