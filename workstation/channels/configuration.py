"""Which channels are open, and with what: read from one TOML file, secrets from elsewhere.

A table a channel. A value "env:NAME" is read from the environment and "file:PATH" from a file
(beside the configuration, when relative), so that the configuration itself may be shown to anybody:

    [whatsapp]
    phone_number_id = "1234567890"
    access_token = "env:WHATSAPP_TOKEN"
    app_secret = "file:secrets/meta"
"""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any


class Misconfigured(Exception):
    """The file cannot be used. The sentence says where and what to do; it holds no secret.

    `dutch` says the same."""

    def __init__(self, english: str, dutch: str) -> None:
        super().__init__(english)
        self.dutch = dutch


def read_configuration(
    path: Path | None, environment: Mapping[str, str] = os.environ
) -> dict[str, dict[str, Any]] | None:
    """The tables of the file, by channel; None without a file. Raises Misconfigured."""
    if path is None:
        return None
    try:
        with path.open("rb") as file:
            tables = tomllib.load(file)
    except OSError as error:
        raise Misconfigured(
            f"{path} cannot be read: {error.strerror}.",
            f"{path} kan niet worden gelezen: {error.strerror}.",
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Misconfigured(
            f"{path} is not TOML: {error}.", f"{path} is geen TOML: {error}."
        ) from error
    found: dict[str, dict[str, Any]] = {}
    wrong: list[Misconfigured] = []
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise Misconfigured(
                f"{path}: {name} stands outside of a table. Put it in [channel].",
                f"{path}: {name} staat buiten een tabel. Zet het in [kanaal].",
            )
        found[name] = {}
        for key, value in table.items():
            try:
                found[name][key] = _value(value, f"{path}: {name}.{key}", path.parent, environment)
            except Misconfigured as error:
                wrong.append(error)
    if wrong:  # all of them at once: who sets up a shop has several secrets to give
        raise Misconfigured(
            " ".join(str(error) for error in wrong), " ".join(error.dutch for error in wrong)
        )
    return found


def _value(value: Any, where: str, folder: Path, environment: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_value(item, where, folder, environment) for item in value]
    if isinstance(value, dict):
        return {
            key: _value(item, f"{where}.{key}", folder, environment) for key, item in value.items()
        }
    if not isinstance(value, str):
        return value
    kind, colon, rest = value.partition(":")
    if colon and kind == "env":
        if rest not in environment:
            raise Misconfigured(
                f"{where}: the environment has no {rest}. Set it, or leave it out.",
                f"{where}: de omgeving heeft geen {rest}. Zet die, of laat dit weg.",
            )
        return environment[rest]
    if colon and kind == "file":
        try:
            return (folder / rest).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            raise Misconfigured(
                f"{where}: the file {rest} cannot be read.",
                f"{where}: het bestand {rest} kan niet worden gelezen.",
            ) from None
    return value
