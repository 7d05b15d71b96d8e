"""Where the files that ship with the program are: icons, themes, translations, keymap, templates.

They live in `resources/` at the root of the project. A wheel carries them inside the package as
`workstation/_resources`; a checkout (an editable installation points at one) has them beside it.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_resources"

FOLDER = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent / "resources"
"""The folder itself, for those who list it."""


def resource(name: str) -> Path:
    """The path of one shipped file, named from the folder down: `resource("themes/dark.json")`.

    Raises `FileNotFoundError` when it does not exist: the installation is incomplete.
    """
    path = FOLDER.joinpath(*name.split("/"))
    if not path.exists():
        raise FileNotFoundError(f"the program's file {name} is missing from {FOLDER}")
    return path
