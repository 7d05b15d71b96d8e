"""The shop's approved templates: what they look like, and how their places are filled in.

A header and a body each count their own places, as {{1}}, {{2}} or by names. For a desk they are
all one row: first those of the header, then those of the body.
"""

import re
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workstation.channels.graph.client import Graph
from workstation.channels.graph.fields import part, parts, text
from workstation.channels.incoming import (
    TemplateNews,
)
from workstation.channels.outgoing import (
    FilledTemplate,
)
from workstation.channels.whatsapp.account import STATUSES
from workstation.channels.whatsapp.sending import Part, rejected, template_part

_PLACE = re.compile(r"\{\{\s*(\w{1,100})\s*\}\}")
_FIELDS = "name,language,status,category,components,rejected_reason"
_KNOWN_FOR = 600.0
"""Seconds for which what a template looks like is remembered."""
_SIMPLE_BUTTONS = frozenset({"QUICK_REPLY", "PHONE_NUMBER", "URL", "VOICE_CALL"})


@dataclass(frozen=True, slots=True)
class Definition:
    """A template as WhatsApp has it; places in the order in which they are filled in."""

    news: TemplateNews
    header: tuple[str, ...]
    body: tuple[str, ...]

    def fits(self, given: FilledTemplate) -> bool:
        return len(given.parameters) == len(self.header) + len(self.body)

    def fill(self, given: FilledTemplate) -> Part:
        """The request for it; raises Rejected when something is missing or left over."""
        values = [" ".join(value.split()) for value in given.parameters]
        if not self.fits(given):
            raise rejected("132000")
        if not all(values):
            raise rejected("132012")
        head, rest = values[: len(self.header)], values[len(self.header) :]
        components = [
            {"type": kind, "parameters": list(map(_parameter, names, filled))}
            for kind, names, filled in (("header", self.header, head), ("body", self.body, rest))
            if names
        ]
        return template_part(given.name, given.language, components)


def _parameter(name: str, value: str) -> dict[str, str]:
    named = {} if name.isdecimal() else {"parameter_name": name}
    return {"type": "text", **named, "text": value}


class Templates:
    """Asks WhatsApp, and remembers for a while. `account` is the business account's id."""

    def __init__(self, graph: Graph, account: str) -> None:
        self._graph = graph
        self._account = account
        self._known: dict[tuple[str, str], tuple[float, Definition]] = {}
        self._lock = threading.Lock()

    def all(self, *, now: float) -> list[TemplateNews]:
        """Those that the desk can fill in. Raises Rejected or Unavailable."""
        return [found.news for found in self._ask(now, limit="100")]

    def find(self, given: FilledTemplate, *, now: float) -> Definition:
        """What the template looks like. Raises Rejected when there is none that can be sent, or
        Unavailable. `now` is any clock's seconds."""
        with self._lock:
            at, definition = self._known.get((given.name, given.language), (0.0, None))
        if definition is None or now - at > _KNOWN_FOR or not definition.fits(given):
            asked = self._ask(now, name=given.name, limit="100")
            definition = next(
                (
                    one
                    for one in asked
                    if (one.news.name, one.news.language) == (given.name, given.language)
                ),
                None,
            )
        if definition is None:
            raise rejected("132001")
        return definition

    def _ask(self, now: float, **query: str) -> list[Definition]:
        rows = self._graph.pages(f"{self._account}/message_templates", fields=_FIELDS, **query)
        found = [one for one in map(read_template, rows) if one is not None]
        with self._lock:
            for one in found:
                self._known[one.news.name, one.news.language] = (now, one)
        return found


def read_template(row: Mapping[str, Any]) -> Definition | None:
    """None for one that wants more than texts: a picture on top, a link with a place in it."""
    name, language = text(row, "name"), text(row, "language")
    components = {text(one, "type").upper(): one for one in parts(row, "components")}
    header, body = components.get("HEADER", {}), components.get("BODY", {})
    buttons = parts(components.get("BUTTONS"), "buttons")
    fits = (
        name
        and language
        and components.keys() <= {"HEADER", "BODY", "FOOTER", "BUTTONS"}
        and (not header or text(header, "format").upper() == "TEXT")
        and all(text(one, "type").upper() in _SIMPLE_BUTTONS for one in buttons)
        and not any(_PLACE.search(text(one, "url")) for one in buttons)
    )
    if not fits:
        return None
    reason = text(row, "rejected_reason")
    on_top, inside = places(text(header, "text")), places(text(body, "text"))
    return Definition(
        news=TemplateNews(
            channel="whatsapp",
            name=name,
            language=language,
            status=STATUSES.get(text(row, "status").upper(), "disabled"),
            category=text(row, "category").lower(),
            header=_numbered(text(header, "text"), on_top),
            body=_numbered(text(body, "text"), inside),
            footer=text(part(components, "FOOTER"), "text"),
            buttons=tuple(text(one, "text") for one in buttons),
            reason="" if reason == "NONE" else reason,
        ),
        header=on_top,
        body=inside,
    )


def places(given: str) -> tuple[str, ...]:
    """The places in a text, each once: numbers in their order, names as they come."""
    found = list(dict.fromkeys(_PLACE.findall(given)))
    if all(one.isdecimal() for one in found):
        found.sort(key=int)
    return tuple(found)


def _numbered(given: str, names: Sequence[str]) -> str:
    numbers = {name: number for number, name in enumerate(names, start=1)}
    return _PLACE.sub(lambda place: f"{{{{{numbers[place[1]]}}}}}", given)
