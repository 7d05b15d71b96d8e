"""Where a person's own files are: the desk's profiles, the server's data, the demonstration's."""

from pathlib import Path

import platformdirs

from workstation.cli.sorry import Sorry


def data() -> Path:
    """The folder of everything, where the operating system wants it."""
    return Path(platformdirs.user_data_dir("workstation", appauthor=False))


def server() -> Path:
    return data() / "server"


def demo() -> Path:
    return data() / "demo"


def profile(name: str, *, inside: Path | None = None) -> Path:
    """One desk's memory: several desks on one machine have a profile each."""
    if not name or name != Path(name).name or name.startswith("."):
        raise Sorry(f"{name!r} cannot be the name of a profile: use letters, digits and dashes")
    return (inside or data() / "desks") / name


def made(folder: Path) -> Path:
    """The same folder, once it exists; only its owner can look inside."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Sorry(f"the folder {folder} cannot be made: {error.strerror}") from error
    return folder
