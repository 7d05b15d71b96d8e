"""Importing files into an office, one after another: what the command line calls."""

import time
from collections.abc import Sequence
from pathlib import Path

from workstation.server.files.store import FileStore
from workstation.server.importing.beside import Beside
from workstation.server.importing.writer import OfficeWriter
from workstation.server.settings import Settings
from workstation.server.store.database import Database
from workstation.shop.keys import Keys
from workstation.shop.kinds import KINDS
from workstation.shop.run import Progress, Watcher, import_file

_SHORTEST_REST = 0.12
"""Seconds. Who waits for SQLite looks at least every 0.1."""


def import_files(
    kind: str,
    paths: Sequence[Path],
    *,
    database: Database,
    settings: Settings,
    source: str = "shop",
    team: str = "",
    reports: Path | None = None,
    fresh: bool = False,
    gently: bool = False,
    watch: Watcher = lambda progress: None,
) -> list[Progress]:
    """Import `paths`, all of one `kind` (a key of `KINDS`); what was done with each.

    `reports` is the folder for reports and checkpoints; without it they lie beside each file.
    `gently` rests as long as it writes, so that people who work in this office wait little.
    Raises `FileRefused` at a file of which nothing can be read; those before it are imported.
    """
    store = FileStore(settings.files)
    target = f"{database.url.render_as_string()} {source}"
    done = []
    for path in paths:
        writer = OfficeWriter(
            database=database,
            beside=Beside(path.parent, settings, store),
            keys=Keys(source),
            team=team,
        )
        done.append(
            import_file(
                KINDS[kind],
                path,
                writer,
                target=target,
                watch=watch,
                beside=reports,
                fresh=fresh,
                rest=_rest if gently else None,
            )
        )
    return done


def _rest(took: float) -> None:
    time.sleep(max(took, _SHORTEST_REST))
