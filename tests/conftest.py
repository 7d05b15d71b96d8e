"""What every test may lean on: no screen, no keyring of the person who runs it, one option for
how much is done, and both databases."""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")

pytest_plugins = [
    "tests.side_by_side",
    "tests.collecting",
    "tests.effort",
    "tests.databases",
    "tests.office",
    "tests.running",
    "tests.telephone",
    "tests.browsing",
    "tests.mail_world",
]


def pytest_unconfigure() -> None:
    """Qt's screen for machines without one ends after Python, and takes what was copied along."""
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtGui import QGuiApplication

        if QGuiApplication.instance() is not None:
            QGuiApplication.clipboard().clear()
