"""`docs/import.md` names every kind, column and choice, and its examples can be imported."""

import re
from pathlib import Path

import pytest

from tests.shop.reading import records
from workstation.models import CHANNELS
from workstation.shop import conversations, items, orders
from workstation.shop.kinds import KINDS

TEXT = (Path(__file__).parents[2] / "docs" / "import.md").read_text(encoding="utf-8")


def _section(kind: str) -> str:
    return TEXT.split(f"\n## `{kind}`\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("kind", KINDS)
def test_every_column_is_described(kind: str) -> None:
    described = KINDS[kind]
    section = _section(kind)
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    named = {name: "*" in row for row in rows for name in re.findall(r"`([^`]+)`", row)}
    assert {*described.required, *described.optional} - {*CHANNELS} <= set(named)
    for column in described.required:
        assert named[column], f"{column} must be there, and is not marked"


@pytest.mark.parametrize(
    ("kind", "choices"),
    [
        ("catalogue", items.AVAILABLE),
        ("customers", CHANNELS),
        ("orders", orders.ORDER_STATES),
        ("returns", orders.RETURN_STATES),
        ("conversations", CHANNELS),
        ("conversations", conversations.SPEAKERS),
        ("conversations", conversations.REASON_KINDS),
        ("ratings", CHANNELS),
    ],
)
def test_every_choice_is_described(kind: str, choices: tuple[str, ...]) -> None:
    for choice in choices:
        assert f"`{choice}`" in _section(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_can_be_imported(kind: str, tmp_path: Path) -> None:
    examples = re.findall(r"```(?:json|xml)?\n(.*?)```", _section(kind), re.DOTALL)
    assert examples
    for example in examples:
        assert records(kind, tmp_path / "example", example)
