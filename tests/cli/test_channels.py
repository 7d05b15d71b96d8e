"""`workstation channels`: an admin is told in sentences what is wrong, and the answer is in the
exit code."""

from pathlib import Path

import pytest

from workstation.cli.main import main


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CHANNELS", "PUBLIC_URL", "DATABASE", "FILES"):
        monkeypatch.delenv(f"WORKSTATION_{name}", raising=False)
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


@pytest.fixture
def where(sqlite_url: str, tmp_path: Path) -> list[str]:
    return ["--database", sqlite_url, "--files", str(tmp_path / "files")]


def written(folder: Path, text: str) -> str:
    file = folder / "channels.toml"
    file.write_text(text, encoding="utf-8")
    file.chmod(0o600)
    return str(file)


def test_nothing_configured_is_not_broken(
    where: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["channels", "check", *where]) == 0
    said = capsys.readouterr().out
    assert "the office\n  look    No channel is configured" in said
    assert said.endswith("Nothing is broken.\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[whatsap]\n", "There is no channel whatsap. There are: chat, console"),
        ("[whatsapp", "is not TOML"),
        ('[email]\npassword = "env:NOT_THERE"', "the environment has no NOT_THERE. Set it"),
        ('[email]\npassword = "file:gone"', "the file gone cannot be read"),
        ("name = 1", "stands outside of a table"),
    ],
)
def test_a_configuration_that_cannot_be_used_is_explained(
    where: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    assert main(["channels", "check", "--channels", written(tmp_path, text), *where]) == 1
    out = capsys.readouterr().out
    assert "  BROKEN  " in out
    assert said in out
    assert out.endswith("Something is broken.\n")


def test_every_secret_that_is_not_there_is_said_at_once(
    where: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = '[email]\nsecret = "env:NOT_THERE"\n[chat]\ntoken_secret = "file:gone"'
    assert main(["channels", "check", "--channels", written(tmp_path, text), *where]) == 1
    out = capsys.readouterr().out
    assert "email.secret: the environment has no NOT_THERE." in out
    assert "chat.token_secret: the file gone cannot be read." in out


def test_each_mistake_of_a_table_is_said_in_the_language_asked_for(
    where: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = '[whatsapp]\nper_second = "80"\n[email]\naddress = "x"\nlanguage = "fr"'
    check = ["channels", "check", "--channels", written(tmp_path, text), *where]
    assert main([*check, "--language", "nl"]) == 1
    dutch = capsys.readouterr().out
    assert "[whatsapp] phone_number_id ontbreekt. " in dutch
    assert "[whatsapp] per_second moet een heel getal zijn." in dutch
    assert "[email] address kan zo niet worden gebruikt: dit is geen mailadres." in dutch
    assert '[email] language moet "en" of "nl" zijn.' in dutch
    assert " is missing" not in dutch
    assert main([*check, "--language", "en"]) == 1
    english = capsys.readouterr().out
    assert "[email] address cannot be used as it is: this is not a mail address." in english
    assert '[email] language must be "en" or "nl".' in english


def test_a_file_that_is_not_there_is_broken(
    where: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["channels", "check", "--channels", str(tmp_path / "none.toml"), *where]) == 1
    assert "none.toml cannot be read: No such file" in capsys.readouterr().out


def test_it_is_said_in_the_language_of_the_terminal_or_the_one_asked_for(
    where: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["channels", "check", "--language", "nl", *where]) == 0
    dutch = capsys.readouterr().out
    assert "het kantoor\n  let op  Er is geen kanaal ingesteld" in dutch
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    assert main(["channels", "check", *where]) == 0
    assert capsys.readouterr().out == dutch


def test_looking_makes_no_database(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "none.db"
    where = ["--database", f"sqlite:///{file}", "--files", str(tmp_path)]
    assert main(["channels", "check", *where]) == 0
    assert "There is no database yet" in capsys.readouterr().out
    assert not file.exists()


def test_a_database_that_does_not_answer_is_broken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = ["--database", "postgresql://nobody@127.0.0.1:1/none", "--files", str(tmp_path)]
    assert main(["channels", "check", *nowhere]) == 1
    assert "The database does not answer: " in capsys.readouterr().out


def test_who_carries_each_channel_is_listed(
    where: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["channels", "list", *where]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 7
    assert lines[0] == "whatsapp   console"


@pytest.mark.parametrize("command", [["channels", "list"], ["serve"]])
def test_nothing_starts_on_a_configuration_that_cannot_be_used(
    where: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    assert main([*command, "--channels", written(tmp_path, "[whatsap]"), *where]) == 1
    assert "There is no channel whatsap." in capsys.readouterr().err
