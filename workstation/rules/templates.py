"""Message templates: what there is to fill in, and how it reads once that is done.

A place is written {{1}}, or {{name}}. What fills the places in is given in the order of `places`:
those of the header first, then those of the body.
"""

import re
from collections.abc import Sequence

_PLACE = re.compile(r"\{\{\s*([A-Za-z0-9_]{1,60})\s*\}\}")


def places(header: str, body: str) -> tuple[str, ...]:
    """The places of a template, each once for the header and once for the body: numbers by their
    value, names as they come."""
    return (*_places(header), *_places(body))


def missing(header: str, body: str, parameters: Sequence[str]) -> bool:
    """Whether these do not fill it in: too few, too many, or nothing but white space."""
    return len(parameters) != len(places(header, body)) or not all(
        parameter.strip() for parameter in parameters
    )


def filled(header: str, body: str, footer: str, parameters: Sequence[str]) -> str:
    """The whole text as the customer reads it. What is not given stays a place, and white space in
    what is given becomes single spaces: providers take no line breaks there."""
    split = len(_places(header))
    parts = (_fill(header, parameters[:split]), _fill(body, parameters[split:]), footer)
    return "\n\n".join(part.strip() for part in parts if part.strip())


def _places(text: str) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(_PLACE.findall(text)))
    if all(name.isdecimal() for name in found):
        return tuple(sorted(found, key=int))
    return found


def _fill(text: str, parameters: Sequence[str]) -> str:
    tidy = (" ".join(parameter.split()) for parameter in parameters)
    given = dict(zip(_places(text), tidy, strict=False))
    return _PLACE.sub(lambda place: given.get(place[1], place[0]), text)
