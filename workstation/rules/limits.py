"""What a channel takes, by the rules that its line tells the desks (`Rules.as_facts`)."""

from collections.abc import Iterable, Mapping
from typing import Any

Sized = tuple[str, str, int]
"""A file's name, its type, its size in bytes."""


def refused(
    rules: Mapping[str, Any], text: str, files: Iterable[Sized]
) -> tuple[str, dict[str, str]] | None:
    """Why a channel with these rules does not take this: a code and its facts. A rule that is not
    there refuses nothing."""
    longest = rules.get("longest_text")
    if longest == 0:
        return "takes_no_text", {}
    if longest is not None and len(text) > longest:
        return "text_too_long", {"limit": str(longest)}
    brought = list(files)
    most = rules.get("most_files")
    if most is not None and len(brought) > most:
        return "too_many_files", {"limit": str(most)}
    for name, media_type, size in brought:
        if not takes(rules, media_type, size):
            return "file_refused", {"name": name}
    return None


def takes(rules: Mapping[str, Any], media_type: str, size: int) -> bool:
    """Whether a file of this type and size may go."""
    family = media_type.partition("/")[0] + "/*"
    kinds = set(rules.get("media_types") or ())
    if kinds and kinds.isdisjoint((media_type, family)):
        return False
    narrower = rules.get("largest_files") or {}
    most = narrower.get(media_type, narrower.get(family, rules.get("largest_file") or 0))
    return not most or size <= most
