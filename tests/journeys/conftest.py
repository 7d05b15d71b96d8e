"""The shop that journeys through the window take place in."""

import threading
import traceback
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.shop import Shop
from workstation.replica import vault
from workstation.server.store.database import Database


@pytest.fixture(autouse=True)
def asked_while_painting(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """While a window is shown, nothing may ask the desk's memory on the thread that paints it."""
    asked: list[str] = []
    real = vault.sqlite

    def connect(*given: Any, **named: Any) -> Any:
        connection = real.connect(*given, **named)
        connection.set_trace_callback(heard)
        return connection

    def heard(statement: str) -> None:
        if threading.current_thread() is not threading.main_thread():
            return
        if any(one.isVisible() for one in QApplication.topLevelWidgets()):
            asked.append(statement + "\n" + "".join(traceback.format_stack(limit=8)))

    names = {name: getattr(real, name) for name in dir(real) if not name.startswith("__")}
    monkeypatch.setattr(vault, "sqlite", SimpleNamespace(**names | {"connect": connect}))
    yield
    assert asked == []


@pytest.fixture
def shop(
    sqlite_office: Database, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Shop]:
    """On SQLite: for what is on the screen one kind of database is enough."""
    yield from _shop(sqlite_office, tmp_path, qtbot, monkeypatch)


@pytest.fixture
def shop_on_each(
    database: Database, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Shop]:
    """On each kind of database."""
    yield from _shop(database, tmp_path, qtbot, monkeypatch)


def _shop(
    database: Database, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Shop]:
    monkeypatch.setenv("WORKSTATION_PASSPHRASE", "what unlocks this desk")
    with ExitStack() as closing:
        yield Shop(database, folder, qtbot, closing)
