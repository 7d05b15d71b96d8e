"""The simulator as a command: it serves, says how to find it, and stays what it was."""

import tomllib
import urllib.request
from pathlib import Path

import pytest

from tests.running import wait_until
from workstation.cli import ports
from workstation.cli.child import Child
from workstation.cli.main import main

pytestmark = pytest.mark.timeout(120)


def configuration(folder: Path) -> str:
    """Start it, wait for what it writes, end it."""
    office = f"http://127.0.0.1:{ports.any_free()}"
    words = ["simulator", "--folder", str(folder), "--office", office, "--scale", "0.05"]
    file = folder / "channels.toml"
    file.unlink(missing_ok=True)
    child = Child(words, log=folder / "log")
    try:
        wait_until(lambda: file.exists() or child.ended, 60)
        written = file.read_text(encoding="utf-8")
        page = urllib.request.urlopen((folder / "shop.txt").read_text(encoding="ascii"))
        assert office.encode() in page.read()
    finally:
        child.stop()
    assert child.process.returncode == 0
    return written


def test_it_is_the_same_the_second_time(tmp_path: Path) -> None:
    first = configuration(tmp_path)
    tables = tomllib.loads(first)
    assert set(tables) == {"whatsapp", "messenger", "instagram", "email", "phone", "chat"}
    assert tables["whatsapp"]["app_secret"] == "file:secrets/meta-app"
    secrets = {path.name: path.read_text() for path in (tmp_path / "secrets").iterdir()}
    assert len(set(secrets.values())) == len(secrets)
    second = configuration(tmp_path)
    assert tomllib.loads(second).keys() == tables.keys()
    assert {path.name: path.read_text() for path in (tmp_path / "secrets").iterdir()} == secrets


def test_what_is_no_address_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["simulator", "--folder", str(tmp_path), "--office", "localhost:8040"]) == 1
    assert "is not the address of a server" in capsys.readouterr().err
