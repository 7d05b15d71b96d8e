"""HTML of any size and depth, brought down to what can be read in a moment."""

import re

LONGEST = 2_000_000
DEEPEST = 400
"""Elements in one another. Readers of HTML take time that grows with the square of it."""
MOST_SIGNS = 20_000
"""Times "&" in one text between tags: for each of them the text is copied whole."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_CLOSED_BY_THEMSELVES = {
    *("br", "hr", "img", "input", "meta", "link", "col", "area", "base", "wbr", "source"),
    *("p", "li", "td", "th", "tr", "dt", "dd", "option", "thead", "tbody", "tfoot", "body", "html"),
}


def bounded(html: str) -> tuple[str, bool]:
    """The HTML, or as much of it as is read, and whether that is all."""
    if len(html) > LONGEST:
        html, is_whole = html[:LONGEST], False
    else:
        is_whole = True
    end = _end_of_signs(html)
    if end < len(html):
        html, is_whole = html[:end], False
    depth = 0
    for found in _TAG.finditer(html):
        if found.group(2).lower() in _CLOSED_BY_THEMSELVES:
            continue
        depth = max(depth - 1, 0) if found.group(1) else depth + 1
        if depth > DEEPEST:
            return html[: found.start()], False
    return html, is_whole


def _end_of_signs(html: str) -> int:
    """Where the first text with more than `MOST_SIGNS` has had so many; the end when none has."""
    start = 0
    for between in html.split("<"):
        if between.count("&") > MOST_SIGNS:
            return start + len("&".join(between.split("&", MOST_SIGNS)[:-1]))
        start += len(between) + 1
    return len(html)
