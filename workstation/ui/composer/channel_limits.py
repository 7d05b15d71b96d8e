"""What the channel of the open contact takes, as the server told it: said before it bites."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from workstation.replica.rows.reference import LineRow
from workstation.ui.contact.moments import size_words
from workstation.ui.theme.channel import channel_name
from workstation.ui.words import translate

NEAR = 0.9
"""The part of the longest text from which on the length is shown."""


@dataclass(frozen=True, slots=True)
class ChannelLimits:
    """Lengths in characters, sizes in bytes; 0 is no limit that is known."""

    channel: str = ""
    longest_text: int = 0
    media_types: frozenset[str] = frozenset()
    largest_file: int = 0
    largest_files: Mapping[str, int] = field(default_factory=dict)
    most_files: int = 0
    templates: bool = False

    @staticmethod
    def of(line: LineRow | None) -> "ChannelLimits":
        if line is None:
            return ChannelLimits()
        rules: dict[str, Any] = line.rules
        return ChannelLimits(
            channel=line.channel,
            longest_text=int(rules.get("longest_text") or 0),
            media_types=frozenset(rules.get("media_types") or ()),
            largest_file=int(rules.get("largest_file") or 0),
            largest_files=rules.get("largest_files") or {},
            most_files=int(rules.get("most_files") or 0),
            templates=bool(rules.get("templates")),
        )

    def length(self, text: str) -> tuple[str, bool]:
        """What to say of a text's length, "" while there is room enough; whether it is too long."""
        if not self.longest_text or len(text) < self.longest_text * NEAR:
            return "", False
        return f"{len(text)} / {self.longest_text}", len(text) > self.longest_text

    def refusal(self, *, name: str, media_type: str, size: int, language: str) -> str | None:
        """Why the channel does not take this file, or None."""
        family = media_type.partition("/")[0] + "/*"
        channel = channel_name(self.channel)
        if self.media_types and self.media_types.isdisjoint((media_type, family)):
            return translate("composer", "{channel} does not take files like {name}.").format(
                channel=channel, name=name
            )
        most = self.largest_files.get(media_type, self.largest_files.get(family, self.largest_file))
        if most and size > most:
            return translate(
                "composer", "{name} is {size}; {channel} takes at most {limit}."
            ).format(
                name=name,
                size=size_words(size, language),
                channel=channel,
                limit=size_words(most, language),
            )
        return None
