"""Which files may go with a message, and the sentence for one that may not."""

from typing import Final

from workstation.ui.contact.moments import size_words
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate

MOST_FILES: Final = 30
IMAGE_LIMIT: Final = 20 << 20
FILE_LIMIT: Final = 100 << 20
"""Bytes: the same as the server's own, so that nothing travels in vain."""

PROGRAMS: Final = frozenset(
    {
        "apk", "app", "bat", "cmd", "com", "cpl", "deb", "dll", "dmg", "exe", "hta", "iso", "jar",
        "js", "jse", "lnk", "msi", "msp", "pkg", "ps1", "reg", "rpm", "scr", "sh", "svg", "svgz",
        "vb", "vbe", "vbs", "wsf", "xll",
    }
)  # fmt: skip
"""Extensions of what can run on the customer's machine: never sent from a shop."""


def refusal(*, name: str, media_type: str, size: int, count: int, language: str) -> str | None:
    """Why this file cannot go, or None. `count` files are attached already; `size` in bytes."""
    shown = harmless_line(name)[:80]
    if count >= MOST_FILES:
        return translate("composer", "{name} was not added: a message takes {most} files.").format(
            name=shown, most=MOST_FILES
        )
    if size == 0:
        return translate("composer", "{name} is empty.").format(name=shown)
    limit = IMAGE_LIMIT if media_type.startswith("image/") else FILE_LIMIT
    if size > limit:
        return translate("composer", "{name} is {size}; at most {limit} can be sent.").format(
            name=shown, size=size_words(size, language), limit=size_words(limit, language)
        )
    extension = name.rpartition(".")[2].lower()
    if extension in PROGRAMS or media_type in ("image/svg+xml", "application/x-executable"):
        return translate(
            "composer", "{name} is a kind of file that customers cannot open safely."
        ).format(name=shown)
    return None
