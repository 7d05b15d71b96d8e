"""The form in which the console's customers post: everything that any channel can bring."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from workstation.channels.incoming import (
    CallStep,
    Severity,
)
from workstation.models.base import Channel as ChannelName
from workstation.models.text import storable

_LATEST = 1 << 45


def _clean(given: Any) -> Any:
    """The same JSON with nothing in it that a store refuses."""
    if isinstance(given, str):
        return storable(given)
    if isinstance(given, list):
        return [_clean(item) for item in given]
    if isinstance(given, dict):
        return {storable(str(name)): _clean(value) for name, value in given.items()}
    return given


Line = Annotated[str, Field(max_length=2000), BeforeValidator(_clean)]
Named = Annotated[str, Field(min_length=1, max_length=2000), BeforeValidator(_clean)]
Text = Annotated[str, Field(max_length=2_000_000), BeforeValidator(_clean)]
Time = Annotated[int, Field(ge=0, le=_LATEST)]
Some: Any = Field(default=[], max_length=1000)


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class From(_Part):
    address: Named
    name: Line = ""


class File(_Part):
    media_type: Named
    name: Line = ""
    role: Line = ""
    content_id: Line = ""
    base64: str


class Remote(_Part):
    """A file that the console keeps. It finds `data:...;base64,...` again; `away:` finds it
    unavailable, and anything else is gone."""

    reference: str
    media_type: Line = ""
    name: Line = ""
    role: Line = ""


class Written(_Part):
    """A customer's message; one of ours, written elsewhere, when it is an echo. `channel` is the
    one that the console plays for it."""

    id: Named
    thread: Line = ""
    from_: From = Field(alias="from")
    channel: ChannelName = "console"
    text: Text = ""
    at: Time | None = None
    subject: Line = ""
    language: Line = ""
    product_code: Line = ""
    team: Line = ""
    files: Annotated[list[File], Field(max_length=30)] = []
    remote: Annotated[list[Remote], Field(max_length=30)] = []
    facts: Annotated[dict[str, Any], BeforeValidator(_clean)] = {}
    reply_to: Line = ""
    continues: Annotated[list[Named], Field(max_length=100)] = []
    contact_id: Line = ""
    customer_id: Line = ""
    order_number: Line = ""
    verified: bool = False
    also: Annotated[list[tuple[ChannelName, Named]], Field(max_length=20)] = []
    automatic: bool = False
    echo: bool = False


class Status(_Part):
    """What became of a message that was sent: `id` is the console's."""

    id: Named
    state: Literal["sent", "delivered", "read", "failed"]
    at: Time | None = None
    reference: Annotated[str, Field(max_length=36)] | None = None
    reason: Line = ""


class Read(_Part):
    channel: ChannelName = "console"
    thread: Named
    state: Literal["delivered", "read"] = "read"
    at: Time


class Change(_Part):
    """A message was edited; deleted, where there is no text."""

    id: Named
    text: Text = ""
    at: Time
    echo: bool = False


class Reaction(_Part):
    id: Named
    address: Named
    emoji: Line = ""
    at: Time


class Step(_Part):
    """A step of a call."""

    id: Named
    channel: ChannelName = "phone"
    step: CallStep
    at: Time
    address: Line = ""
    name: Line = ""
    inbound: bool = True
    agent: Line = ""
    team: Line = ""
    how: Line = ""
    reference: Annotated[str, Field(max_length=36)] | None = None
    remote: Annotated[list[Remote], Field(max_length=30)] = []
    seconds: int | None = None


class Renamed(_Part):
    channel: ChannelName = "console"
    before: Named
    after: Named
    at: Time
    text: Line = ""


class Approved(_Part):
    """A message template."""

    channel: ChannelName = "console"
    name: Named
    language: Named
    status: Line = ""
    category: Line = ""
    header: Text | None = None
    body: Text | None = None
    footer: Text | None = None
    buttons: list[Line] | None = None
    reason: Line = ""


class Note(_Part):
    """A notice about the account."""

    text: Line
    severity: Severity = "warning"


class Posted(_Part):
    """The body of `/v1/channels/console/inbound`."""

    messages: list[Written] = Some
    statuses: list[Status] = Some
    reads: list[Read] = Some
    edits: list[Change] = Some
    deletions: list[Change] = Some
    reactions: list[Reaction] = Some
    calls: list[Step] = Some
    addresses: list[Renamed] = Some
    templates: list[Approved] = Some
    notices: list[Note] = Some
