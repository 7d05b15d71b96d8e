"""The [messenger] and [instagram] tables of the configuration."""

from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, SecretStr, StringConstraints, ValidationError

from workstation.channels.graph.client import BASE, VERSION
from workstation.channels.mistakes import misconfigured

Identifier = Annotated[str, StringConstraints(pattern=r"^[^\s/?#]{1,80}$")]
Secret = Annotated[SecretStr, Field(min_length=1)]


class Table(BaseModel):
    """What the shop fills in. Ids and secrets are those of Meta's console; the access token is the
    page's."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    page_id: Identifier
    access_token: Secret
    app_secret: Secret
    verify_token: Secret
    app_id: Annotated[str, StringConstraints(pattern=r"^\d{0,40}$")] = ""
    """Meta's id of the app: tells what we sent from what was written elsewhere."""
    human_agent: bool = True
    """Whether Meta permits the app to answer until seven days after the customer wrote; without
    that permission it is one day."""
    base: Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+$")] = BASE
    version: Annotated[str, StringConstraints(pattern=r"^v\d{1,3}\.\d$")] = VERSION


class InstagramTable(Table):
    instagram_id: Identifier
    """The Instagram account that is connected with the page."""


AnyTable = TypeVar("AnyTable", bound=Table)


def read_table(kind: type[AnyTable], name: str, given: Mapping[str, Any]) -> AnyTable:
    """Raises Misconfigured, whose sentence names the field and never its value."""
    try:
        return kind.model_validate(dict(given))
    except ValidationError as error:
        raise misconfigured(name, error) from None
