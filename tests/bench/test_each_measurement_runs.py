"""The machinery of every measurement runs, at a size at which its numbers mean nothing."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import orjson
import pytest

from bench.__main__ import NAMES
from bench.report import Report, percentile

FIELDS = {"name", "value", "unit", "anchor", "anchor_value", "ratio", "runs"}


def measure(name: str, cache: Path) -> dict[str, Any]:
    """What `python -m bench` says, in a process and with a cache folder of its own."""
    ran = subprocess.run(
        [sys.executable, "-m", "bench", "--tiny", name],
        env=os.environ | {"XDG_CACHE_HOME": str(cache), "LOCALAPPDATA": str(cache)},
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    (line,) = ran.stdout.splitlines()
    told: dict[str, Any] = orjson.loads(line)
    return told


@pytest.mark.parametrize("name", NAMES)
def test_a_measurement_tells_its_value_beside_its_anchor(name: str, tmp_path: Path) -> None:
    told = measure(name, tmp_path)
    assert told.keys() >= FIELDS
    assert told["name"] == name
    assert told["value"] > 0
    assert told["anchor_value"] > 0
    assert told["ratio"] == pytest.approx(told["value"] / told["anchor_value"], rel=0.01)
    assert told.get("lost", 0) == 0


def test_a_name_nobody_measures_is_refused_with_those_there_are() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "bench", "patience"], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 2
    assert "open_contact" in ran.stderr


@pytest.mark.parametrize(
    ("part", "expected"), [(0.0, 1), (0.5, 50), (0.95, 95), (0.99, 99), (1.0, 100)]
)
def test_a_percentile_is_a_value_that_was_measured(part: float, expected: float) -> None:
    assert percentile([float(value) for value in range(100, 0, -1)], part) == expected


def test_a_line_says_the_ratio_and_what_else_was_promised() -> None:
    report = Report(
        name="n", value=3.0, unit="ms", anchor="a", anchor_value=2.0, runs=4, more={"lost": 0}
    )
    assert orjson.loads(report.line()) == {
        "name": "n", "value": 3.0, "unit": "ms", "anchor": "a", "anchor_value": 2.0,
        "ratio": 1.5, "runs": 4, "lost": 0,
    }  # fmt: skip
