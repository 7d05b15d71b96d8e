"""HTML of any size and depth, brought down to what can be read in a moment."""

import re

LONGEST = 2_000_000
DEEPEST = 400
"""Elements in one another. Readers of HTML take time that grows with the square of it."""

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
    depth = 0
    for found in _TAG.finditer(html):
        if found.group(2).lower() in _CLOSED_BY_THEMSELVES:
            continue
        depth = max(depth - 1, 0) if found.group(1) else depth + 1
        if depth > DEEPEST:
            return html[: found.start()], False
    return html, is_whole
