"""Importing files into an office, one after another: what the command line calls."""

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
    watch: Watcher = lambda progress: None,
) -> list[Progress]:
    """Import `paths`, all of one `kind` (a key of `KINDS`); what was done with each.

    `reports` is the folder for reports and checkpoints; without it they lie beside each file.
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
            )
        )
    return done
