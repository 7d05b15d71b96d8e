"""The office's log: one line an event, for people or for collectors, with personal data masked.

Ids of customers are logged as `masked(...)`: enough to find the lines that belong together, not
enough to know whom. What an exception carries with it is masked when the line is written, since
nobody can know beforehand what is in there.
"""

import datetime as dt
import hashlib
import json
import logging
import re
import sys
from typing import Any

_MASKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[^\s@<>()\"'=,;:]{1,100}@[^\s@<>()\"',;:]{1,200}"), "<address>"),
    (
        re.compile(
            r"(?i)(bearer|sha256=|token\W{1,4}|password\W{1,4}|secret\W{1,4})\s*[^\s,;'\"]+"
        ),
        r"\1<secret>",
    ),
    (re.compile(r"(?<![\w.-])\+?\d[\d ()/-]{6,18}\d(?![\w-])"), "<number>"),
    # PostgreSQL repeats the values it objects to.
    (re.compile(r"(?<==\()[^()\n]*(?=\))"), "<values>"),
    (re.compile(r"(?m)^(.*Failing row contains ).*$"), r"\1<values>"),
)


def masked(identifier: str) -> str:
    """The same short word for the same id, from which the id cannot be read."""
    return hashlib.sha256(identifier.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def mask(text: str) -> str:
    """The text without addresses, numbers and secrets."""
    for pattern, instead in _MASKS:
        text = pattern.sub(instead, text)
    return text


class _Lines(logging.Formatter):
    """`time level logger message key=value ...`, and the trace below it."""

    def format(self, record: logging.LogRecord) -> str:
        facts = _facts(record)
        words = " ".join(f"{name}={value}" for name, value in facts.items())
        line = f"{_time(record)} {record.levelname.lower():7} {record.name}: {_message(record)}"
        parts = [f"{line} {words}".rstrip()]
        if record.exc_info:
            parts.append(mask(self.formatException(record.exc_info)))
        return "\n".join(parts)


class _Json(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        document = {
            "at": _time(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": _message(record),
            **_facts(record),
        }
        if record.exc_info:
            document["trace"] = mask(self.formatException(record.exc_info))
        return json.dumps(document, default=str)


def _message(record: logging.LogRecord) -> str:
    return mask(record.getMessage()).replace("\n", "\\n").replace("\r", "\\r")


def _time(record: logging.LogRecord) -> str:
    moment = dt.datetime.fromtimestamp(record.created, dt.UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _facts(record: logging.LogRecord) -> dict[str, Any]:
    """What was said with `extra={"facts": {...}}`: already fit to be read."""
    given = getattr(record, "facts", None)
    return given if isinstance(given, dict) else {}


def install(log_format: str) -> None:
    """Send every logger of this process to standard error in this form."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Json() if log_format == "json" else _Lines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
    # Ours says the same, with how long it took and without the query.
    logging.getLogger("uvicorn.access").setLevel(logging.WARNING)
