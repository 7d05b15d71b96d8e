"""The front door: every command answers for itself, and none makes another one's start slow."""

import importlib
import subprocess
import sys

import pytest

from workstation.cli.main import COMMANDS, main


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([name, "--help"])
    assert end.value.code == 0
    assert f"usage: workstation {name}" in capsys.readouterr().out


def test_without_a_command_the_menu_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--help"])
    assert end.value.code == 0
    menu = capsys.readouterr().out
    assert all(name in menu for name in COMMANDS)


def test_a_command_that_does_not_exist_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["dessk"])
    assert end.value.code == 2
    assert "dessk" in capsys.readouterr().err


@pytest.mark.parametrize("name", COMMANDS)
def test_asking_for_help_loads_nothing_heavy(name: str) -> None:
    """The desk's start is watched by seconds: a command's own module stays a list of options."""
    module = f"workstation.cli.{COMMANDS[name][0]}"
    importlib.import_module(module)  # a clear error when it does not exist
    heavy = "PySide6 sqlalchemy pydantic fastapi uvicorn requests alembic PIL keyring psycopg"
    found = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys, {module}; print(*(n for n in '{heavy}'.split() if n in sys.modules))",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.split() == []
