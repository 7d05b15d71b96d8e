"""The HTML of a mail made harmless: no script, form or style sheet, and nothing that is fetched
from elsewhere until somebody asks for it.

A remote picture keeps its address in `data-src`; a picture of the mail itself keeps `cid:` and its
content id. The result is a whole page that may be kept and shown as it is.
"""

import nh3

_TAGS = set(nh3.ALLOWED_TAGS) | {"font", "big"} - {"map", "area"}
_DROPPED = {"script", "style", "title", "head", "noscript", "template", "object", "svg", "math"}
_CELL = {"align", "valign", "width", "height", "bgcolor", "colspan", "rowspan", "nowrap"}
_ATTRIBUTES = {
    "*": {"style", "dir", "lang", "align"},
    "a": {"href", "title", "name"},
    "img": {"src", "alt", "title", "width", "height", "border", "hspace", "vspace"},
    "table": _CELL | {"border", "cellpadding", "cellspacing"},
    "tr": _CELL,
    "td": _CELL,
    "th": _CELL,
    "col": {"width", "span"},
    "colgroup": {"width", "span"},
    "font": {"color", "face", "size"},
    "ol": {"start", "type"},
    "ul": {"type"},
    "li": {"value", "type"},
    "hr": {"width", "size", "color", "noshade"},
    "blockquote": {"type"},
}
_STYLES = {
    *("color", "background-color", "font-family", "font-size", "font-style", "font-weight"),
    *("line-height", "letter-spacing", "text-align", "text-decoration", "text-indent"),
    *("text-transform", "vertical-align", "white-space", "word-break", "word-wrap"),
    *("border-collapse", "border-color", "border-spacing", "border-style", "border-width"),
    *(f"border-{side}" for side in ("top", "right", "bottom", "left")),
    *(f"padding-{side}" for side in ("top", "right", "bottom", "left")),
    *("border", "border-radius", "padding", "direction", "width", "max-width", "min-width"),
    *("list-style-type", "table-layout"),
}
_SCHEMES = {"http", "https", "mailto", "tel", "cid", "data"}
_PICTURES = tuple(f"data:image/{kind};base64," for kind in ("png", "jpeg", "jpg", "gif", "webp"))
_REMOTE = "cid:remote-picture:"
"""Stands before a remote address until all of it is clean."""


def harmless(html: str) -> str:
    """A page made of the mail's HTML."""
    body = nh3.clean(
        html.replace("\x00", ""),
        tags=_TAGS,
        clean_content_tags=_DROPPED,
        attributes=_ATTRIBUTES,
        attribute_filter=_filtered,
        url_schemes=_SCHEMES,
        url_relative="deny",
        filter_style_properties=_STYLES,
    )
    body = body.replace(f' src="{_REMOTE}', ' data-src="')
    return (
        '<!doctype html>\n<html><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "img-src cid: data:; style-src 'unsafe-inline'\"></head>\n"
        f"<body>{body}</body></html>\n"
    )


def _filtered(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "style":
        # Nothing in a style may point elsewhere, whatever the property.
        return None if "url(" in value.lower() or "\\" in value else value
    if attribute not in ("src", "href"):
        return value
    start = value.strip().lower()
    if tag == "img" and attribute == "src":
        if start.startswith(("http:", "https:")):
            return _REMOTE + value.strip()
        if start.startswith("data:"):
            return value if start.startswith(_PICTURES) else None
        return value if start.startswith("cid:") else None
    return value if start.startswith(("http:", "https:", "mailto:", "tel:")) else None
