"""What the chat's script and the office say to each other."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from workstation.actions.base import Ref
from workstation.channels.chat.channel import LONGEST_TEXT, MOST_FILES
from workstation.channels.chat.customer_token import LONGEST
from workstation.channels.chat.settings import Language

Mail = Annotated[str, Field(max_length=200, pattern=r"^([^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+)?$")]
FileName = Annotated[str, Field(max_length=80, pattern=r"^[0-9a-f]{64}$")]


class _Asked(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Introduction(_Asked):
    """Who the visitor is, as far as the browser knows. `customer_token` is what the shop signed."""

    language: Language = "nl"
    name: Annotated[str, Field(max_length=200)] = ""
    mail: Mail = ""
    customer_token: Annotated[str, Field(max_length=LONGEST)] = ""


class Begun(BaseModel):
    """`token` opens the conversation from now on; it is another one than was shown when that was
    not known, or was somebody else's. `recognised` is whether the shop said who it is."""

    token: str
    visitor: str
    name: str
    recognised: bool


class Page(_Asked):
    link: Annotated[str, Field(max_length=2000)] = ""
    title: Annotated[str, Field(max_length=300)] = ""


class FileOfMessage(_Asked):
    """A file that was brought before: `id` is what it was called then."""

    id: FileName
    media_type: Annotated[str, Field(max_length=100)]
    name: Annotated[str, Field(max_length=200)] = ""


class Written(_Asked):
    """A message. `id` is made by the browser: sent twice it is one message."""

    id: Ref
    text: Annotated[str, Field(max_length=LONGEST_TEXT)] = ""
    language: Language = "nl"
    page: Page = Page()
    product: Annotated[str, Field(max_length=200)] = ""
    files: Annotated[tuple[FileOfMessage, ...], Field(max_length=MOST_FILES, strict=False)] = ()


class Taken(BaseModel):
    """The message is durable. It may be sent again: it stays one message."""

    id: str


class Seen(_Asked):
    """Answers that the browser has ("delivered"), or its person has seen ("read")."""

    ids: Annotated[list[Ref], Field(min_length=1, max_length=200)]
    state: Literal["delivered", "read"]


class Photo(BaseModel):
    """A file that is here, and how to name it in a message."""

    id: str
    media_type: str
    size: int
    width: int | None
    height: int | None


class FileThere(BaseModel):
    """A file of a message; there to be read once it is "ready"."""

    id: str
    media_type: str
    name: str
    size: int
    width: int | None
    height: int | None
    state: str


class Said(BaseModel):
    """A message of the conversation. `client_id` is the browser's own id of it; `name` is the first
    name of who answered; `state` is how far an answer got."""

    id: str
    client_id: str
    mine: bool
    text: str
    at: int
    name: str
    state: str
    deleted: bool
    edited: bool
    files: list[FileThere]


class Conversation(BaseModel):
    """What is new since the cursor that was asked with. With `fresh` it is all there is, and takes
    the place of what the browser had. `read_at`: up to then somebody of the shop has read."""

    messages: list[Said]
    cursor: str
    read_at: int | None
    fresh: bool


class Theme(BaseModel):
    colour: str
    position: str
    mode: str


class Asked(BaseModel):
    """Something a newcomer is asked: "name" or "mail". `kind` is the browsers' word for it."""

    name: str
    kind: Literal["name", "email"]
    label: str
    required: bool


class Config(BaseModel):
    """How the chat is to be shown, to this visitor, now. `status` says the opening hours, `hours`
    are by day in the shop's time zone; `opens_at` is when it opens next, milliseconds since the
    epoch."""

    offered: bool
    open: bool
    opens_at: int | None
    hours: dict[str, list[list[str]]]
    time_zone: str
    status: str
    theme: Theme
    words: dict[str, str]
    asks: list[Asked]
    longest_text: int
    largest_file: int
    most_files: int
    media_types: list[str]
