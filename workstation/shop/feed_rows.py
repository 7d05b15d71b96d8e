"""A product feed as XML (RSS 2.0 or Atom, with Google's g: names): one row for every item."""

from collections.abc import Callable, Iterator
from typing import Any
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import ContentHandler, feature_namespaces
from xml.sax.xmlreader import AttributesNSImpl

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from workstation.shop.records import FileRefused, RawRow, Rejection
from workstation.shop.source import Source

GOOGLE = "http://base.google.com/ns/1.0"
ATOM = "http://www.w3.org/2005/Atom"
VALUE_LIMIT = 1 << 20
"""Characters of one value."""
VALUES_LIMIT = 2000
"""Values of one item."""
DEPTH_LIMIT = 20
SILENCE_LIMIT = 2 << 20
"""Bytes that may go by without one element or text."""
SHOWN = 500

_ITEMS = {("", "item"), (ATOM, "entry")}
_ATOM_LINK = (ATOM, "link")
_Name = tuple[str | None, str]


class _Items(ContentHandler):
    """Collects the values of one item at a time; what is complete waits in `done`."""

    def __init__(self, line_number: Callable[[], int]) -> None:
        super().__init__()
        self._line_number = line_number
        self.done: list[RawRow | Rejection] = []
        self.heard = 0
        self._depth = 0
        self._item_depth = 0
        self._begin(0)

    def _begin(self, line: int) -> None:
        self._line = line
        self._google: dict[str, Any] = {}
        self._plain: dict[str, Any] = {}
        self._inner: dict[str, str] = {}
        self._text: list[str] = []
        self._length = 0
        self._count = 0
        self._wrong = ""

    def startElementNS(self, name: _Name, qname: str | None, attrs: AttributesNSImpl) -> None:
        self.heard += 1
        self._depth += 1
        if self._depth > DEPTH_LIMIT:
            raise SAXException(f"is nested more than {DEPTH_LIMIT} deep")
        self._text = []
        self._length = 0
        named = (name[0] or "", name[1])
        if not self._item_depth and named in _ITEMS:
            self._begin(self._line_number())
            self._item_depth = self._depth
        elif self._item_depth and self._depth == self._item_depth + 1:
            self._inner = {}
            if named == _ATOM_LINK:
                self._plain.setdefault("link", attrs.get((None, "href"), ""))

    def characters(self, content: str) -> None:
        self.heard += 1
        if not self._item_depth or self._wrong:
            return
        self._length += len(content)
        if self._length > VALUE_LIMIT:
            self._wrong = f"has a value of more than {VALUE_LIMIT:,} characters"
        else:
            self._text.append(content)

    def endElementNS(self, name: _Name, qname: str | None) -> None:
        self.heard += 1
        if self._item_depth:
            if self._depth == self._item_depth:
                self._finish()
            else:
                self._value(name[0] or "", name[1])
        self._depth -= 1

    def _value(self, space: str, local: str) -> None:
        text = "".join(self._text).strip()
        self._text = []
        self._count += 1
        if self._count > VALUES_LIMIT:
            self._wrong = self._wrong or f"has more than {VALUES_LIMIT:,} values"
        elif self._depth == self._item_depth + 2:
            self._inner[local] = text
        elif self._depth == self._item_depth + 1 and (space, local) != _ATOM_LINK:
            values = self._google if space == GOOGLE else self._plain
            if self._inner:
                several = values.setdefault(local, [])
                if isinstance(several, list):
                    several.append(self._inner)
            else:
                values.setdefault(local, text)

    def _finish(self) -> None:
        self._item_depth = 0
        values = self._plain | self._google
        shown = f"id={values.get('id', '')} title={values.get('title', '')}"[:SHOWN]
        if self._wrong:
            self.done.append(Rejection(self._line, self._wrong, shown))
        else:
            self.done.append(RawRow(self._line, shown, values))


def feed_rows(source: Source) -> Iterator[RawRow | Rejection]:
    """Every item, as soon as it is complete. Google's own elements go before those of RSS and
    Atom, and of several the first counts. XML that breaks off loses what comes after, not what
    came before."""
    parser = DefusedExpatParser(forbid_dtd=True)  # type: ignore[no-untyped-call]
    items = _Items(parser.getLineNumber)
    parser.setFeature(feature_namespaces, True)
    parser.setContentHandler(items)
    heard, since = 0, 0
    try:
        for chunk in source.chunks():
            parser.feed(chunk)
            yield from items.done
            items.done.clear()
            since = since + len(chunk) if items.heard == heard else 0
            heard = items.heard
            if since > SILENCE_LIMIT:
                raise SAXException(f"has a tag or comment of more than {SILENCE_LIMIT:,} bytes")
        parser.close()
    except DefusedXmlException as problem:
        raise FileRefused(
            f"{source.path.name} declares a document type or entities, which a feed needs not and"
            " an attack does. It is not read."
        ) from problem
    except SAXParseException as problem:
        yield from items.done
        yield Rejection(
            problem.getLineNumber() or 0,
            f"is not well-formed XML ({problem.getMessage()}): nothing after it can be read",
        )
    except SAXException as problem:
        raise FileRefused(f"{source.path.name} {problem.getMessage()}.") from problem
