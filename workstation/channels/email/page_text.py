"""The text of a mail that was written as HTML only, and where in it earlier mail begins.

Quoted parts get "> " before their lines, as they have in a mail of plain text. Where a program
marks earlier mail with something of its own, `FOLD` stands in the text.
"""

import re
from html.parser import HTMLParser

import nh3

FOLD = "\ufdd1"
"""A noncharacter: no mail has it."""

_PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre"}
_LINES = {
    *("div", "tr", "li", "section", "article", "header", "footer", "center", "dt", "dd"),
    *("address", "form", "fieldset", "caption", "main", "aside", "nav", "figure", "hr", "body"),
}
_QUOTING = re.compile(
    r"(?:^|[\s_-])(gmail_quote(?:_container)?|gmail_attr|moz-cite-prefix|yahoo_quoted"
    r"|protonmail_quote|zmail_extra|ms-outlook-mobile-reference-message|divRplyFwdMsg"
    r"|OLK_SRC_BODY_SECTION|appendonsend|mail-editor-reference-message-container|isForwardContent"
    r"|reply-intro|x_divRplyFwdMsg|replyIntro|tutanota_quote|WordSection1Quote)(?:$|\s)"
)
_MICROSOFT_RULE = re.compile(
    r"border:\s*none;\s*border-top:\s*solid\s+#?(b5c4df|e1e1e1|c4c4c4|[0-9a-f]{6})\s+1\.0pt",
    re.IGNORECASE,
)
_STOP = {"stopspelling", "ms-outlook-mobile-body-separator-line", "previousmessagehr"}
_SPACES = re.compile(r"[ \t\r\n\f\u200b\u200c\ufeff\u00ad]+")
_DEEPEST = 60
_LONGEST_LINE = 20_000


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._line = ""
        self._blank = 0
        """Blank lines that are owed before the next text."""
        self._depth = 0
        self._pre = 0
        self._folds = False
        self._lists: list[int | None] = []
        self._links: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._break_before(tag)
        if not self._folds and _marks_earlier_mail(tag, given):
            self._break()
            self._folds = True
            self.lines.append(FOLD)
        if tag == "br":
            self._newline()
        elif tag == "blockquote":
            self._depth = min(self._depth + 1, _DEEPEST)
        elif tag == "pre":
            self._pre += 1
        elif tag in ("ul", "ol"):
            self._lists.append(1 if tag == "ol" else None)
        elif tag == "li":
            self._line += self._bullet()
        elif tag in ("td", "th") and self._line.strip():
            self._line += " "
        elif tag == "a":
            self._links.append((given.get("href", ""), len(self._line)))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._links:
            self._show_link(*self._links.pop())
        self._break_before(tag)
        if tag == "blockquote":
            self._depth = max(self._depth - 1, 0)
        elif tag == "pre":
            self._pre = max(self._pre - 1, 0)
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()

    def handle_data(self, data: str) -> None:
        if len(self._line) > _LONGEST_LINE:
            self._newline()
        if self._pre:
            first, *rest = data.replace("\r\n", "\n").split("\n")
            self._line += first
            for line in rest:
                self._newline()
                self._line += line
            return
        text = _SPACES.sub(" ", data)
        self._line += text.lstrip(" ") if not self._line or self._line.endswith(" ") else text

    def text(self) -> str:
        self._break()
        return "\n".join(self.lines).strip("\n ")

    def _break_before(self, tag: str) -> None:
        if tag in _PARAGRAPHS:
            self._break()
            self._blank = 1
        elif tag in _LINES:
            self._break()

    def _break(self) -> None:
        if self._line.strip():
            self._newline()
        else:
            self._line = ""

    def _newline(self) -> None:
        text = self._line.replace("\xa0", " ").rstrip()
        before = "> " * self._depth
        if self._blank and self.lines and self.lines[-1].strip("> "):
            self.lines.append(before.rstrip())
        if text or not self.lines or self.lines[-1].strip("> "):
            self.lines.append((before + text).rstrip())
        self._blank = 0
        self._line = ""

    def _bullet(self) -> str:
        if not self._lists or self._lists[-1] is None:
            return "- "
        number = self._lists[-1]
        self._lists[-1] = number + 1
        return f"{number}. "

    def _show_link(self, target: str, start: int) -> None:
        """The address behind a word, where the word does not say it."""
        shown = self._line[start:].strip()
        plain = target.removeprefix("mailto:").strip()
        if plain.startswith(("http://", "https://")) and shown and len(plain) < 200:
            said = shown.rstrip("/").lower()
            if said not in plain.lower():
                self._line += f" ({plain})"


def _marks_earlier_mail(tag: str, given: dict[str, str]) -> bool:
    names = f"{given.get('class', '')} {given.get('id', '')}"
    if _QUOTING.search(names):
        return True
    if tag == "hr" and given.get("id", "").lower() in _STOP:
        return True
    if tag == "blockquote" and given.get("type", "").lower() == "cite":
        return False  # its lines are quoted anyhow; the line above it says whose they are
    return tag == "div" and _MICROSOFT_RULE.search(given.get("style", "")) is not None


_ELSEWHERE = re.compile(
    r"(not|n't|cannot|geen|niet)\b.{0,40}\bhtml\b|\bhtml\b.{0,40}\b(not|niet|geen)\b"
    r"|\b(view|read|bekijk|lees)\b.{0,60}\b(html|browser|webversi(on|e))\b",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_NOTICE = 200
_KEPT = set(nh3.ALLOWED_TAGS) | {"font", "big"}
_DROPPED = {"script", "style", "title", "noscript", "template", "object", "svg", "math"}
_TELLING = {"*": {"class", "id", "style", "type"}, "a": {"href"}}


def points_at_the_page(plain: str) -> bool:
    """Whether a mail's plain text only says that it is to be read elsewhere, or as HTML."""
    return len(plain) < _LONGEST_NOTICE and _ELSEWHERE.search(plain) is not None


def text_of(html: str) -> str:
    """The text, with `FOLD` where earlier mail begins, if the HTML says so. The HTML is `bounded`
    and as broken as it likes: it is put in order before it is read."""
    sound = nh3.clean(
        html.replace("\x00", "").replace(FOLD, ""),
        tags=_KEPT,
        clean_content_tags=_DROPPED,
        attributes=_TELLING,
        link_rel=None,
    )
    reader = _Reader()
    reader.feed(sound)
    reader.close()
    return reader.text()
