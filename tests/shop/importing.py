"""Import texts into a database the way the command line does, and look at what it holds then."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import select, text

from workstation.models import Base, Share
from workstation.server.importing.door import import_files
from workstation.server.settings import Settings
from workstation.server.store.database import Database
from workstation.shop.run import Progress, report_of
from workstation.wire.tables import TABLES

Model = TypeVar("Model", bound=Base)


class Desk:
    """A folder of files to import, and the office they go to."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database = database
        self.folder = folder
        self.settings = Settings(files=folder / "kept")

    def path(self, kind: str) -> Path:
        return self.folder / f"{kind}.txt"

    def take(self, kind: str, content: str | Iterable[Mapping[str, Any]], **given: Any) -> Progress:
        """Import this content: text as it is, or objects as JSON Lines."""
        if not isinstance(content, str):
            content = "".join(json.dumps(row) + "\n" for row in content)
        self.path(kind).write_text(content, encoding="utf-8", newline="")
        return self.again(kind, **given)

    def again(self, kind: str, **given: Any) -> Progress:
        (done,) = import_files(
            kind, [self.path(kind)], database=self.database, settings=self.settings, **given
        )
        return done

    def rejected(self, kind: str) -> str:
        path = report_of(self.path(kind))
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def all(self, model: type[Model]) -> list[Model]:
        with self.database.read() as session:
            return list(session.scalars(select(model)))

    def one(self, model: type[Model], **equal: Any) -> Model:
        with self.database.read() as session:
            return session.scalars(select(model).filter_by(**equal)).one()

    def everything(self) -> dict[str, list[dict[str, Any]]]:
        """Every replicated row and share, with its revision, in a comparable order."""
        found = {}
        with self.database.read() as session:
            for name in (*TABLES, Share.__tablename__):
                rows = session.execute(text(f"SELECT * FROM {name}")).mappings()
                found[name] = sorted(({**row} for row in rows), key=repr)
        return found


def counts(done: Progress) -> tuple[int, int, int, int]:
    return done.new, done.changed, done.same, done.rejected
