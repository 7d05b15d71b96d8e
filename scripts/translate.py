"""Collect every text of the desk into the translation files, and compile them for the desk.

    python scripts/translate.py

Then write what is new in `resources/translations/workstation_nl.ts` (any text editor or Qt
Linguist will do) and run it once more. English has a file for its plurals only.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"nl": (), "en": ("-pluralonly",)}
"""Language: what else the collecting tool is told."""


def tool(name: str) -> str:
    """A program of PySide6, beside the Python that runs this."""
    beside = shutil.which(name, path=str(Path(sys.executable).parent))
    found = beside or shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} is missing: set up the development environment first")
    return found


def collect(folder: Path) -> None:
    """Bring the .ts files in `folder` up to date with the source; translations are kept."""
    sources = sorted(str(path) for path in (ROOT / "workstation" / "ui").rglob("*.py"))
    for language, more in LANGUAGES.items():
        subprocess.run(
            [
                tool("pyside6-lupdate"),
                *sources,
                *("-no-obsolete", "-locations", "none", "-disable-heuristic", "sametext"),
                *("-disable-heuristic", "similartext", "-target-language", language, *more),
                *("-ts", str(folder / f"workstation_{language}.ts")),
            ],
            check=True,
            cwd=ROOT,
        )


def compile_into(folder: Path) -> None:
    """Write the .qm files that the desk reads: new ones, since a desk that runs looks into the old
    ones, and would end where they were cut short."""
    for language in LANGUAGES:
        made = folder / f"workstation_{language}.qm"
        new = made.with_suffix(".new")
        subprocess.run(
            [
                tool("pyside6-lrelease"),
                str(FOLDER / f"workstation_{language}.ts"),
                *("-qm", str(new)),
            ],
            check=True,
        )
        new.replace(made)


if __name__ == "__main__":
    collect(FOLDER)
    compile_into(FOLDER)
