"""What the [phone] table of the configuration may hold, whoever carries the calls."""

from collections.abc import Mapping
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    StringConstraints,
    ValidationError,
)

from workstation.channels.mistakes import Wrong, misconfigured
from workstation.rules.addresses import canonical

Table = TypeVar("Table", bound="PhoneTable")


def _address(given: str) -> str:
    parts = urlsplit(given)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query:
        raise Wrong("not the address of a server", "geen adres van een server")
    return given.rstrip("/")


def _numbers(given: Any) -> Any:
    if not isinstance(given, dict):
        return given
    return {canonical("phone", str(number)): team for number, team in given.items()}


Secret = Annotated[SecretStr, Field(min_length=1)]
Text = Annotated[str, Field(min_length=1, max_length=500)]
Address = Annotated[str, AfterValidator(_address)]


class PhoneTable(BaseModel):
    """What every provider's table may hold."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    country: Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,2}$")] | None = None
    """The country code of numbers that are told without one: "31" makes 020 123 4567 complete."""
    teams: Annotated[dict[str, Text], BeforeValidator(_numbers)] = {}
    """The team of each of the shop's own numbers."""
    agents: dict[str, Text] = {}
    """The login of each colleague whom the provider calls something else: {"w0": "jansen"}."""


def read_table(kind: type[Table], given: Mapping[str, Any]) -> Table:
    """Raises Misconfigured, whose sentence names the field and never its value."""
    try:
        return kind.model_validate(dict(given))
    except ValidationError as error:
        raise misconfigured("phone", error) from None
