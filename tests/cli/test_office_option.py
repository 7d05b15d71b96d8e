"""Which database a command works on: what is named, what the environment names, or one's own."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

import pytest

from workstation.cli import office_option
from workstation.cli.sorry import Sorry


def given(*words: str) -> Namespace:
    parser = ArgumentParser()
    office_option.add(parser)
    return parser.parse_args(words)


def test_what_is_named_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(office_option.DATABASE, "postgresql://elsewhere/shop")
    named = "postgresql://somewhere/shop"
    assert office_option.url_of(given("--database", named)) == named


def test_then_what_the_environment_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(office_option.DATABASE, "postgresql://elsewhere/shop")
    assert office_option.url_of(given()) == "postgresql://elsewhere/shop"


def test_then_a_file_of_ones_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(office_option.DATABASE, raising=False)
    monkeypatch.setattr("workstation.cli.folders.data", lambda: tmp_path)
    url = office_option.url_of(given())
    assert url.endswith("/server/office.db")
    assert (tmp_path / "server").is_dir()


@pytest.mark.parametrize("named", ["office.db", "mysql://host/shop", "/home/someone/office.db"])
def test_what_is_no_address_is_explained(named: str) -> None:
    with pytest.raises(Sorry, match=r"one starts with postgresql:// or sqlite:///"):
        office_option.url_of(given("--database", named))
