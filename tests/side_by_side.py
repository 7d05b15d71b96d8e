"""How many test processes there are: more than processors, for every other one waits for somebody,
such as a server that starts, a browser, a killed process or a disk."""

import os
from collections.abc import Generator

import pytest


@pytest.hookimpl(optionalhook=True, wrapper=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """With `-n auto`: three on two processors."""
    processors = yield
    if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ:
        return processors
    return (processors * 3 + 1) // 2
