"""An import is killed at moments of its real work, again and again; run once more, it ends in the
same state as one that nobody disturbed: same rows, same report, nothing doubled."""

import json
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.effort import Did
from tests.shop.importing import Desk
from workstation.server.settings import Settings
from workstation.server.store.database import Database
from workstation.shop.run import checkpoint_of, report_of

CUSTOMERS = 5000
PATIENCE = 60.0


def _customers() -> str:
    rows = ["key,name,email,phone"]
    for number in range(CUSTOMERS):
        if number % 97 == 5:
            rows.append(f"{number},,nobody,")
        elif number % 1001 == 7:
            rows.append(f"{number - 3},A second time,,")
        else:
            rows.append(f"{number},Customer {number},c{number}@example.com,")
        if number % 1501 == 11:
            rows.append(f'{number}x,"open quote,,')
    return "\n".join(rows) + "\n"


def _command(kind: str, path: Path, settings: Settings) -> list[str]:
    return [
        *(sys.executable, "-m", "workstation", "import", kind, str(path)),
        *("--database", settings.database, "--files", str(settings.files)),
    ]


def _reached(checkpoint: Path) -> int:
    try:
        return int(json.loads(checkpoint.read_text(encoding="utf-8"))["rows"])
    except (OSError, ValueError):
        return 0


def _kill_when_past(command: list[str], checkpoint: Path, rows: int, after: float) -> bool:
    """Start it, and kill it shortly after it has come past `rows`; False when it ended first."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + PATIENCE
    try:
        while process.poll() is None and _reached(checkpoint) < rows:
            assert time.monotonic() < until, "the import does not get on"
            time.sleep(0.001)
        time.sleep(after)
        return process.poll() is None
    finally:
        process.kill()
        process.wait()


def test_killed_and_run_again_it_ends_the_same(
    database: Database, tmp_path: Path, effort: int, did: Did
) -> None:
    chance = random.Random(20260301)
    url = database.url.render_as_string(hide_password=False)
    settings = Settings(database=url, files=tmp_path / "kept")
    path = tmp_path / "customers.csv"
    path.write_text(_customers(), encoding="utf-8")
    command = _command("customers", path, settings)
    checkpoint = checkpoint_of(path)

    kills = 0
    for _ in range(3 * effort):
        if _reached(checkpoint) > CUSTOMERS - 3000:
            checkpoint.unlink()  # so near the end it would be done before it is killed
        at = chance.randrange(_reached(checkpoint), CUSTOMERS - 2000)
        if _kill_when_past(command, checkpoint, at, chance.uniform(0, 0.03)):
            kills += 1
        else:  # it was done before it could be killed: from the beginning
            command = [*command[:-4], "--start-over", *command[-4:]]
    did("kills of an import", kills)
    assert kills > 0

    ended = subprocess.run(command, capture_output=True, text=True, check=True, timeout=PATIENCE)
    assert "went on after row" in ended.stderr or "--start-over" in command
    assert not checkpoint.exists()

    undisturbed = Desk(database, tmp_path)
    killed = _without_revisions(undisturbed)
    report = report_of(path).read_text(encoding="utf-8")
    with database.write() as session:
        for name in ("identity", "customer"):
            session.connection().exec_driver_sql(f"DELETE FROM {name}")
    undisturbed.take("customers", _customers())
    assert killed == _without_revisions(undisturbed)
    assert report == undisturbed.rejected("customers")


def _without_revisions(desk: Desk) -> dict[str, list[dict[str, Any]]]:
    everything = desk.everything()
    for rows in everything.values():
        for row in rows:
            del row["rev"]
    return everything
