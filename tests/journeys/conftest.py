"""The shop that journeys through the window take place in."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.window import Shop
from workstation.server.store.database import Database


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
