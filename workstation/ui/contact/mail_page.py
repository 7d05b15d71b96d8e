"""A mail as it was designed, made fit to show: its own pictures, and a place for remote ones.

The page was made harmless when it was taken in. Here every picture gets a name that only this
window knows, so that nothing is looked for on disk or on the network.
"""

import re
from dataclasses import dataclass
from html import unescape
from typing import Final

LONGEST: Final = 1_500_000
"""Characters of a page that are laid out; a longer one is read as text."""
MOST_REMOTE: Final = 200

_PICTURE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_REMOTE = re.compile(r"""\sdata-src\s*=\s*("([^"]*)"|'([^']*)')""", re.IGNORECASE)
_SOURCE = re.compile(r"""\ssrc\s*=\s*("([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_SIZE = re.compile(r"""\s(width|height)\s*=\s*["']?(\d+)(px)?["']?(?=[\s>/])""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RemotePicture:
    """Where a picture is, and how large the mail says it is (0: it does not say)."""

    name: str
    link: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class MailPage:
    """`html` names its pictures "remote:0", "remote:1" ... and "own:<content id>"."""

    html: str
    remote: tuple[RemotePicture, ...]


def page_of(html: str) -> MailPage:
    """Name every picture of a page anew."""
    remote: dict[str, RemotePicture] = {}

    def named(match: re.Match[str]) -> str:
        tag = match.group()
        away = _REMOTE.search(tag)
        source = _SOURCE.search(_REMOTE.sub("", tag))
        bare = _SOURCE.sub("", _REMOTE.sub("", tag))
        if away is not None:
            link = unescape(away.group(2) or away.group(3) or "").strip()
            if not link.lower().startswith(("http://", "https://")):
                return ""
            if link not in remote:
                if len(remote) == MOST_REMOTE:
                    return ""
                sizes = {name.lower(): int(size) for name, size, _ in _SIZE.findall(tag)}
                remote[link] = RemotePicture(
                    f"remote:{len(remote)}",
                    link,
                    min(sizes.get("width", 0), 2_000),
                    min(sizes.get("height", 0), 2_000),
                )
            picture = remote[link]
            if picture.width in (1, 2) or picture.height in (1, 2):
                return ""  # nobody is to see it: it only tells that the mail was read
            return f'<img src="{picture.name}"{bare[4:]}'
        if source is None:
            return ""
        given = unescape(source.group(2) or source.group(3) or source.group(4) or "").strip()
        if given.lower().startswith("cid:"):
            own = given[4:].strip("<> ").replace('"', "")
            return f'<img src="own:{own}"{bare[4:]}'
        if given.lower().startswith("data:image/"):
            return f'<img src="{given}"{bare[4:]}' if '"' not in given else ""
        return ""

    shown = _PICTURE.sub(named, html[:LONGEST])
    kept = tuple(p for p in remote.values() if f'"{p.name}"' in shown)
    return MailPage(shown, kept)
