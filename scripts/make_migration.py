"""Write the next migration step: what the models say now and the last step does not.

    python scripts/make_migration.py "add the colour of a team"

It compares with a database that took all steps so far. With `--from-nothing` it writes the first
step anew, which is for the time before a release only. Read what it wrote before you keep it, and
set `HEAD` in workstation/server/store/migrate.py.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path
from typing import Any, Literal

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.autogenerate.api import AutogenContext
from alembic.migration import MigrationContext
from sqlalchemy import Enum

from workstation.models import Base, office
from workstation.models.base import IdType
from workstation.server.store import stamps
from workstation.server.store.database import Database
from workstation.server.store.migrate import upgrade

assert office
VERSIONS = Path(__file__).parent.parent / "workstation" / "server" / "migrations" / "versions"
_ID = 'ID = sa.String(36).with_variant(postgresql.UUID(as_uuid=False), "postgresql")\n'

_STEP = '''"""{title}."""

import sqlalchemy as sa
from alembic import op
{imports}
revision = "{revision}"
down_revision = {down_revision}
branch_labels = None
depends_on = None

{constants}
def upgrade() -> None:
{body}
'''

_TRIGGERS_BODY = """
    connection = op.get_bind()
    for table in STAMPED:
        for statement in TRIGGERS[connection.dialect.name]:
            connection.exec_driver_sql(statement.replace("{table}", table))
"""


def _render(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    if kind == "type" and isinstance(item, IdType):
        return "ID"
    if kind == "type" and isinstance(item, Enum):
        return f"sa.String({item.length})"
    return False


def _triggers(tables: tuple[str, ...]) -> str:
    lines = [f"STAMPED = {tables!r}", "TRIGGERS = {"]
    for dialect in ("sqlite", "postgresql"):
        lines.append(f"    {dialect!r}: [")
        for statement in stamps.statements(dialect, ("{table}",)):
            words = textwrap.wrap(statement, 80, drop_whitespace=False)
            lines += ["        (", *(f"            {part!r}" for part in words), "        ),"]
        lines.append("    ],")
    return "\n".join([*lines, "}", ""])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("title")
    parser.add_argument("--from-nothing", action="store_true")
    given = parser.parse_args()
    first = given.from_nothing
    steps = sorted(path.stem.split("_")[0] for path in VERSIONS.glob("[0-9]*.py"))
    revision = "0001" if first else f"{int(steps[-1]) + 1:04}"
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/office.db")
        if not first:
            upgrade(database)
        with database.engine.connect() as connection:
            context = MigrationContext.configure(
                connection, opts={"render_item": _render, "target_metadata": Base.metadata}
            )
            migration = produce_migrations(context, Base.metadata)
            assert migration.upgrade_ops is not None
            body = render_python_code(
                migration.upgrade_ops, render_item=_render, migration_context=context
            )
        database.dispose()
    code = re.sub(r"\n    # ### .*? ###", "", "\n    " + body).strip("\n")
    made = tuple(re.findall(r"op\.create_table\(\s*['\"](\w+)['\"]", body))
    stamped = tuple(name for name in stamps.stamped_tables() if name in made)
    imports: set[str] = set()
    constants = ""
    if re.search(r"\bID\b", body):
        imports.add("from sqlalchemy.dialects import postgresql")
        constants = _ID
    if stamped:
        constants += _triggers(stamped)
        code += _TRIGGERS_BODY
    if first:
        code += (
            '    epoch = sa.text("INSERT INTO feed_clock (id, rev, epoch) VALUES (1, 0, :epoch)")\n'
            "    op.execute(epoch.bindparams(epoch=new_id()))\n"
        )
        imports.add("from workstation.models import new_id")
    name = re.sub(r"\W+", "_", given.title.lower()).strip("_")
    if first:
        for old in VERSIONS.glob("0001_*.py"):
            old.unlink()
    path = VERSIONS / f"{revision}_{name}.py"
    path.write_text(
        _STEP.format(
            title=given.title[0].upper() + given.title[1:],
            imports="\n".join(sorted(imports)) + "\n",
            revision=revision,
            down_revision="None" if first else f'"{steps[-1]}"',
            constants=constants,
            body=code,
        ),
        encoding="utf-8",
    )
    ruff = [sys.executable, "-m", "ruff"]
    subprocess.run([*ruff, "format", "--quiet", str(path)], check=True)
    subprocess.run([*ruff, "check", "--fix", "--quiet", str(path)], check=True)
    print(path)


if __name__ == "__main__":
    main()
