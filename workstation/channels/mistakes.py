"""What is wrong with a channel's table of the configuration: a sentence for each mistake, in both
languages. They name the field and never its value."""

from typing import TYPE_CHECKING, Any, Final

from workstation.channels.configuration import Misconfigured

if TYPE_CHECKING:
    from pydantic import ValidationError

_WRONG: Final = ("cannot be used as it is", "kan zo niet worden gebruikt")
_KINDS: Final = {
    "missing": ("is missing", "ontbreekt"),
    "extra_forbidden": ("is not known", "is niet bekend"),
    "string_type": ("must be a text in quotes", "moet een tekst tussen aanhalingstekens zijn"),
    "int_type": ("must be a whole number", "moet een heel getal zijn"),
    "bool_type": ("must be true or false", "moet true of false zijn"),
    "list_type": ("must be a list in [ ]", "moet een lijst tussen [ ] zijn"),
    "model_type": ("must be a table", "moet een tabel zijn"),
    "dict_type": ("must be a table", "moet een tabel zijn"),
    "too_short": ("is too short", "is te kort"),
    "string_too_short": ("is too short", "is te kort"),
}


class Wrong(ValueError):
    """Why a value cannot be, for validators of tables to raise."""

    def __init__(self, english: str, dutch: str) -> None:
        super().__init__(english)
        self.dutch = dutch


def misconfigured(table: str, error: "ValidationError") -> Misconfigured:
    """All that is wrong with [`table`]."""
    english, dutch = [], []
    for one in error.errors(include_input=False, include_url=False):
        where = ".".join(str(part) for part in one["loc"])
        field = f"[{table}] {where}".rstrip()
        said, gezegd = _what(one)
        english.append(f"{field} {said}.")
        dutch.append(f"{field} {gezegd}.")
    return Misconfigured(
        " ".join([*english, "docs/channels.md says what belongs there."]),
        " ".join([*dutch, "docs/channels.md zegt wat daar hoort."]),
    )


def _what(one: Any) -> tuple[str, str]:
    context = one.get("ctx", {})
    reason = context.get("error")
    if isinstance(reason, Wrong):
        return f"{_WRONG[0]}: {reason}", f"{_WRONG[1]}: {reason.dutch}"
    if one["type"] == "literal_error":
        expected = str(context["expected"]).replace("'", '"')
        return f"must be {expected}", f"moet {expected.replace(' or ', ' of ')} zijn"
    return _KINDS.get(one["type"], _WRONG)
