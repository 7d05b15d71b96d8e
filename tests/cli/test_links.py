"""Links that the operating system opens with the desk: registered for one person, and undone."""

import plistlib
import stat
import subprocess
from pathlib import Path

import pytest

from workstation.cli.main import main
from workstation.cli.registering import linux, macos, windows
from workstation.cli.registering.program import opening

PLACES = ("XDG_DATA_HOME", "XDG_CONFIG_HOME")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's home with nothing in it, on a system without helpers."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("shutil.which", lambda _name: None)
    for name in PLACES:
        monkeypatch.setenv(name, str(tmp_path / name))
    return tmp_path


def test_installed_seen_and_removed(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["links", "status"]) == 0
    assert "do not open" in capsys.readouterr().out
    assert main(["links", "install", "--profile", "evening"]) == 0
    assert "open the desk now" in capsys.readouterr().out
    entry = (home / "XDG_DATA_HOME/applications/workstation.desktop").read_text("utf-8")
    assert "MimeType=x-scheme-handler/workstation;" in entry
    assert '"desk" "--profile" "evening" %u' in entry
    chosen = (home / "XDG_CONFIG_HOME/mimeapps.list").read_text("utf-8")
    assert "x-scheme-handler/workstation=workstation.desktop" in chosen
    assert main(["links", "status"]) == 0
    assert "Links open the desk" in capsys.readouterr().out
    assert main(["links", "remove"]) == 0
    assert main(["links", "status"]) == 0
    assert "do not open" in capsys.readouterr().out
    assert "workstation" not in (home / "XDG_CONFIG_HOME/mimeapps.list").read_text("utf-8")


def test_what_else_a_person_chose_stays(home: Path) -> None:
    path = home / "XDG_CONFIG_HOME/mimeapps.list"
    path.parent.mkdir()
    path.write_text("[Default Applications]\ntext/html=browser.desktop\n", "utf-8")
    assert main(["links", "install"]) == 0
    assert main(["links", "remove"]) == 0
    assert "text/html=browser.desktop" in path.read_text("utf-8")


def test_the_systems_own_tool_is_asked(
    home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tool = tmp_path / "xdg-mime"
    tool.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/asked\n', "utf-8")
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr("shutil.which", lambda name: str(tool) if name == "xdg-mime" else None)
    assert main(["links", "install"]) == 0
    asked = (tmp_path / "asked").read_text("utf-8")
    assert asked == "default workstation.desktop x-scheme-handler/workstation\n"
    assert not (home / "XDG_CONFIG_HOME/mimeapps.list").exists()


def test_a_profile_that_cannot_be_one_is_refused(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["links", "install", "--profile", "../x"]) == 1
    assert "cannot be the name of a profile" in capsys.readouterr().err


@pytest.mark.parametrize("word", ["/opt/a b/desk", 'a"b', "a$b", "a`b", "a\\b", "100%"])
def test_any_path_is_quoted(word: str) -> None:
    line = linux.entry([word], icon=Path("/i.svg"))
    (value,) = [one for one in line.splitlines() if one.startswith("Exec=")]
    quoted = value.removeprefix("Exec=").removesuffix(" %u").replace("\\\\", "\\")
    shell = subprocess.run(
        ["/bin/sh", "-c", f"printf %s {quoted}"], capture_output=True, text=True, check=True
    )
    assert shell.stdout.replace("%%", "%") == word


def test_the_values_of_windows() -> None:
    values = windows.entries(["C:\\Program Files\\w.exe", "desk", "--profile", "default"])
    assert values[1] == ("Software\\Classes\\workstation", "URL Protocol", "")
    assert values[-1] == (
        "Software\\Classes\\workstation\\shell\\open\\command",
        "",
        '"C:\\Program Files\\w.exe" desk --profile default "%1"',
    )


def test_the_application_of_macos() -> None:
    told = macos.script(["/opt/a b/workstation", "desk"])
    assert "do shell script \"'/opt/a b/workstation' desk \" & quoted form of given" in told
    plist = macos.claim({"CFBundleName": "Workstation Links"})
    assert plist["CFBundleURLTypes"][0]["CFBundleURLSchemes"] == ["workstation"]
    assert plistlib.loads(plistlib.dumps(plist)) == plist


def test_the_program_is_there() -> None:
    command = opening("default")
    assert Path(command[0]).exists()
    assert command[-3:] == ["desk", "--profile", "default"]
