"""Which parts of a text are words that can be spelt wrong: no numbers, links, codes or names that
somebody made up."""

import re
from collections.abc import Iterator
from typing import Final

_APART: Final = re.compile(r"\S+")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*", re.UNICODE)
_NO_WORDS: Final = re.compile(
    r"""
      ://                       # a link
    | ^www\.
    | \S@\S+\.\S                # a mail address
    | ^[@#/{<]                  # a colleague, an order, a snippet, a place to fill in
    | [\d_\\|=~^*]              # a number, an order code, a part number, a file name
    | [^\W\d_]\.[^\W\d_]{2}     # example.org, manual.pdf
    """,
    re.VERBOSE,
)
_NOT_LATIN: Final = re.compile(r"[^\u0000-\u024f\u1e00-\u1eff’]")
SHORTEST: Final = 2


def words_in(text: str) -> Iterator[tuple[int, str]]:
    """Where each word begins, and the word."""
    for apart in _APART.finditer(text):
        piece = apart[0]
        if _NO_WORDS.search(piece):
            continue
        for found in _WORD.finditer(piece):
            word = found[0]
            if len(word) >= SHORTEST and not _is_made_up(word):
                yield apart.start() + found.start(), word


def _is_made_up(word: str) -> bool:
    """HDMI, iPhone, WhatsApp; or a script that our languages are not written in."""
    rest = word[1:]
    return (rest != rest.lower() and "-" not in word) or bool(_NOT_LATIN.search(word))
