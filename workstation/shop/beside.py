"""Files that an imported file names lie in its own folder, or are not taken."""

from pathlib import Path


class OutsideError(Exception):
    """The name points somewhere else."""


def beside(folder: Path, name: str) -> Path:
    """Where the file of this name is, links followed; raises OutsideError."""
    inside = folder.resolve()
    path = (inside / name).resolve()
    if not path.is_relative_to(inside):
        raise OutsideError(name)
    return path
