"""`workstation import` at the terminal: what it says, what it leaves behind, and how it ends."""

from pathlib import Path

import pytest

from workstation.cli.main import main


@pytest.fixture
def office(tmp_path: Path) -> list[str]:
    database = (tmp_path / "office.db").as_posix()
    return ["--database", f"sqlite:///{database}", "--files", str(tmp_path / "files")]


def test_it_says_what_it_did_and_lists_what_it_rejected(
    tmp_path: Path, office: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "customers.csv"
    path.write_text("key,name\n1,A\n" + "".join(f"{n},\n" for n in range(2, 10)))
    assert main(["import", "customers", str(path), *office]) == 0
    said = capsys.readouterr()
    assert "customers.csv 100%  9 rows" in said.err
    assert "1 new, 0 changed, 0 as they were, 8 rejected" in said.err
    assert said.out.splitlines()[:2] == ["  line 3: name is missing", "  line 4: name is missing"]
    assert "  and 3 more" in said.out
    report = tmp_path / "customers.csv.rejected.csv"
    assert str(report) in said.out
    assert len(report.read_text().splitlines()) == 9
    assert main(["import", "customers", str(path), *office]) == 0
    assert "0 new, 0 changed, 1 as they were" in capsys.readouterr().err


def test_reports_can_lie_elsewhere(tmp_path: Path, office: list[str]) -> None:
    path = tmp_path / "customers.csv"
    path.write_text("key,name\n1,\n")
    reports = tmp_path / "reports"
    reports.mkdir()
    given = ["import", "customers", str(path), "--reports", str(reports), *office]
    assert main(given) == 0
    assert [found.name for found in reports.iterdir()] == ["customers.csv.rejected.csv"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xff\xfek\x00", "customers.csv is UTF-16. Save it as text in UTF-8"),
        (b"nothing,here\n", "its first line names none of the columns"),
        (None, "customers.csv: No such file or directory"),
    ],
)
def test_a_file_that_cannot_be_read_is_explained(
    tmp_path: Path,
    office: list[str],
    capsys: pytest.CaptureFixture[str],
    content: bytes | None,
    reason: str,
) -> None:
    path = tmp_path / "customers.csv"
    if content is not None:
        path.write_bytes(content)
    assert main(["import", "customers", str(path), *office]) == 1
    assert reason in capsys.readouterr().err
