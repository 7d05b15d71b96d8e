"""A posted form together with what is not in its body: when it came, and what its address said.

Some providers tell no time. What is kept of their posts is this, as JSON.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

import orjson

from workstation.channels.incoming import (
    NotUnderstood,
)
from workstation.channels.port import (
    Request,
)
from workstation.models.text import storable

MOST_FIELDS = 200


@dataclass(frozen=True, slots=True)
class Stamped:
    """`at` in milliseconds since the epoch; `form` in the order in which it was written."""

    at: int
    query: Mapping[str, str]
    form: Sequence[tuple[str, str]]

    def get(self, name: str) -> str:
        """The first field of this name, empty where there is none."""
        return next((value for key, value in self.form if key == name), "")

    def all(self, name: str) -> tuple[str, ...]:
        """Every field of this name, or of this name as a list: "user[]"."""
        return tuple(value for key, value in self.form if key in (name, f"{name}[]"))


def form_of(request: Request) -> tuple[tuple[str, str], ...]:
    """The fields of a posted form; none when it is no form."""
    try:
        fields = parse_qsl(
            request.body.decode("utf-8", "replace"),
            keep_blank_values=True,
            max_num_fields=MOST_FIELDS,
        )
    except ValueError:
        return ()
    return tuple(fields)


def stamp(request: Request, at: int) -> bytes:
    """What to keep of this post."""
    return orjson.dumps(
        {
            "at": at,
            "query": {storable(key): storable(value) for key, value in request.query.items()},
            "form": [[storable(key), storable(value)] for key, value in form_of(request)],
        }
    )


def read_stamped(body: bytes) -> Stamped:
    """Raises NotUnderstood."""
    try:
        kept = orjson.loads(body)
        at, query, form = kept["at"], kept["query"], kept["form"]
        if not isinstance(at, int) or not isinstance(query, dict) or not form:
            raise ValueError("not as it was kept")
        return Stamped(
            at=at,
            query={str(key): str(value) for key, value in query.items()},
            form=tuple((str(key), str(value)) for key, value in form),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise NotUnderstood("not a form of this provider's") from error
