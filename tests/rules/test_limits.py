"""What a channel takes, by the rules that desks hear."""

import pytest

from workstation.channels.outgoing import Rules
from workstation.rules.limits import refused, takes

RULES = Rules(
    longest_text=10,
    media_types=frozenset({"image/*", "application/pdf"}),
    largest_file=100,
    largest_files={"image/gif": 10},
    most_files=2,
)
FACTS = RULES.as_facts()


@pytest.mark.parametrize(
    ("text", "files", "code"),
    [
        ("0123456789", [], None),
        ("01234567890", [], "text_too_long"),
        ("", [("a", "image/png", 100), ("b", "application/pdf", 1)], None),
        ("", [("a", "image/png", 101)], "file_refused"),
        ("", [("a", "image/gif", 11)], "file_refused"),
        ("", [("a", "text/plain", 1)], "file_refused"),
        ("", [("a", "image/png", 1)] * 3, "too_many_files"),
    ],
)
def test_what_is_too_much(text: str, files: list[tuple[str, str, int]], code: str | None) -> None:
    why = refused(FACTS, text, files)
    assert (why[0] if why else None) == code
    for _, media_type, size in files:
        assert takes(FACTS, media_type, size) == RULES.takes(media_type, size)


def test_no_text_at_all_and_no_rules_at_all() -> None:
    assert refused(Rules(longest_text=0).as_facts(), "x", []) == ("takes_no_text", {})
    assert refused({}, "x" * 99, [("a", "text/plain", 1 << 40)]) is None
