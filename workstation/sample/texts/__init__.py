"""Everything the sample says, as data: open the files beside this one to read or change it."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

MATTERS = (
    "televisions",
    "washing",
    "smartphones",
    "gaming",
    "audio",
    "laptops",
    "kitchen",
    "general",
)
"""The files with matters, one for each team."""


@cache
def text(name: str) -> dict[str, Any]:
    """The file `name` (no extension), read once. Not to be changed by who reads it."""
    source = files(__name__).joinpath(f"{name}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))
