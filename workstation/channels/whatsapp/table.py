"""The [whatsapp] table of the configuration."""

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    StringConstraints,
    ValidationError,
)

from workstation.channels.graph.client import BASE, VERSION
from workstation.channels.mistakes import Wrong, misconfigured

Identifier = Annotated[str, StringConstraints(pattern=r"^[^\s/?#]{1,80}$")]
Secret = Annotated[SecretStr, Field(min_length=1)]


def _goes_in_a_header(given: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[ -~]+", given.get_secret_value()):
        raise Wrong("holds what no header can", "bevat wat niet in een header kan")
    return given


Token = Annotated[Secret, AfterValidator(_goes_in_a_header)]


class Table(BaseModel):
    """What the shop fills in. Ids and secrets are those of Meta's console."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    phone_number_id: Identifier
    business_account_id: Identifier
    access_token: Token
    app_secret: Secret
    verify_token: Secret
    per_second: Annotated[int, Field(ge=1, le=1000)] = 80
    """Messages that the number may send and receive together: 80, or 1,000 after Meta's upgrade."""
    base: Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+$")] = BASE
    version: Annotated[str, StringConstraints(pattern=r"^v\d{1,3}\.\d$")] = VERSION


def read_table(given: Mapping[str, Any]) -> Table:
    """Raises Misconfigured, whose sentence names the field and never its value."""
    try:
        return Table.model_validate(dict(given))
    except ValidationError as error:
        raise misconfigured("whatsapp", error) from None
