"""No mail takes much longer to read than another one of its size, whoever wrote it and why: what it
costs grows with its length, not with the square of that."""

from collections.abc import Callable
from time import thread_time

import pytest

from tests.channels.email.mails import message
from workstation.channels.email.folding import fold
from workstation.channels.email.markup import MOST_SIGNS, bounded

SIZE = 50_000
ORDINARY = "Hij flikkert nog steeds, ook na een dag zonder stroom. Wat nu?\n"
HEAD = "From: A. Bakker <a@example.org>\nTo: help@example.nl\nMessage-ID: <m-1@example.org>\n"

TEXTS = {
    "openings without an end": "x" + "(" * 118 + "@" + ")" * 300 + ":\n",
    "openings over five lines": "<a@b>(@))))\n" + ("((((@))))\n" * 3) + "x:\n",
    "who wrote, over and over": "Op 1 " + "schreef " * 36 + "z" * 195 + ":\n",
    "who has written, over and over": "Op 1 " + "heeft " * 48 + "z" * 195 + ":\n",
    "beginnings of who wrote": "On 1\n",
    "a colon on each line": "a:\n",
    "fields without the others": "Van: a\n",
    "quotes with answers between": "> q\na\n",
    "quotes with blank lines between": "> q\n\n",
    "lines of blanks": " " * 498 + "x\n",
    "dashes": "-" * 490 + "x\n",
    "dates and blank lines": "On 2026-01-01\n\n\n\n",
    "one line": "Op 1 schreef ",
}
PAGES = {
    "signs": "&",
    "signs and letters": "x&",
    "quotes in quotes": "<blockquote>a",
    "links that do not end": "<a href='https://example.org'>",
    "beginnings of tags": "<",
    "beginnings of comments": "<!--",
    "lists in lists": "<ol><li>",
}


def repeated(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def as_text(unit: str, size: int) -> str:
    return f"{HEAD}Content-Type: text/plain\n\n{repeated(unit, size)}"


def as_page(unit: str, size: int) -> str:
    return f"{HEAD}Content-Type: text/html\n\n{repeated(unit, size)}"


def as_parameters(unit: str, size: int) -> str:
    return f"{HEAD}Content-Type: text/plain; {repeated(unit, size)}\n\nHello"


def cost(mail: str) -> float:
    """Seconds of work, the least of a few tries."""

    def once() -> float:
        began = thread_time()
        message(mail)
        return thread_time() - began

    return min(once() for _ in range(3))


CASES = [
    *(pytest.param(as_text, unit, id=name) for name, unit in TEXTS.items()),
    *(pytest.param(as_page, unit, id=name) for name, unit in PAGES.items()),
    pytest.param(as_parameters, "a*0=b; ", id="parameters"),
]


@pytest.mark.parametrize(("made", "unit"), CASES)
def test_cost_grows_with_length(made: Callable[[str, int], str], unit: str) -> None:
    small, large = cost(made(unit, SIZE)), cost(made(unit, 4 * SIZE))
    assert large <= 9 * small + 0.05
    assert small <= 60 * cost(made(ORDINARY, SIZE)) + 0.05


def test_a_long_mail_is_still_folded() -> None:
    quote = "On Sat, Nov 21, 2026 at 10:00 AM Shop <help@example.nl> wrote:\n" + "> x\n" * 9_000
    text, start = fold(f"{ORDINARY}\n{quote}")
    assert start is not None
    assert text[:start].strip() == ORDINARY.strip()
    text, start = fold(f"{quote}\n{ORDINARY}")
    assert start is not None
    assert text[:start].strip() == ORDINARY.strip()


def test_a_page_of_signs_ends_where_they_are_too_many() -> None:
    assert bounded("<p>a &amp; b</p>" * 9) == ("<p>a &amp; b</p>" * 9, True)
    page, is_whole = bounded("<p>a" + "&amp;" * (2 * MOST_SIGNS))
    assert not is_whole
    assert page.startswith("<p>a&amp;")
    assert page.count("&") == MOST_SIGNS - 1
