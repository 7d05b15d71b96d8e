"""The chat's table of the configuration: whose pages it is on, how it looks and what it says.

[chat]
origins = ["https://www.example.nl"]
token_secret = "env:CHAT_TOKEN_SECRET"
ask = "name_and_mail"

[chat.theme]
colour = "#0f6b5c"

[chat.hours]
mon = [["09:00", "17:30"]]

[chat.texts.nl]
title = "Vraag het ons"
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    StringConstraints,
    ValidationError,
)

from workstation.channels.mistakes import Wrong, misconfigured

SHORTEST_SECRET = 32
"""Characters: as many bytes as the hash that it keys (RFC 7518, 3.2)."""

Language = Literal["nl", "en"]


def _origin(given: str) -> str:
    """As browsers write it: scheme, host and port, nothing behind."""
    found = urlsplit(given.strip().lower())
    if found.scheme not in ("https", "http") or not found.hostname:
        raise Wrong(
            "it is not like https://www.example.nl", "het is niet zoals https://www.example.nl"
        )
    if found.path not in ("", "/") or found.query or found.fragment or found.username:
        raise Wrong(
            "leave out everything behind the host, such as /shop",
            "laat alles achter de host weg, zoals /winkel",
        )
    usual = {"https": 443, "http": 80}[found.scheme]
    try:
        port = found.port
    except ValueError:
        raise Wrong("the port is not a number", "de poort is geen getal") from None
    host = f"[{found.hostname}]" if ":" in found.hostname else found.hostname
    return f"{found.scheme}://{host}" + (f":{port}" if port not in (None, usual) else "")


def _long_enough(given: SecretStr) -> SecretStr:
    if len(given.get_secret_value()) < SHORTEST_SECRET:
        raise Wrong(
            f"make it at least {SHORTEST_SECRET} characters long",
            f"maak het minstens {SHORTEST_SECRET} tekens lang",
        )
    return given


def _zone(given: str) -> str:
    try:
        ZoneInfo(given)
    except (KeyError, ValueError, OSError):
        raise Wrong(
            "it is not a time zone such as Europe/Amsterdam",
            "het is geen tijdzone zoals Europe/Amsterdam",
        ) from None
    return given


def _stretch(given: list[str]) -> list[str]:
    if given[0] >= given[1]:
        raise Wrong("hours end after they begin", "openingstijden eindigen nadat ze beginnen")
    return given


Origin = Annotated[str, AfterValidator(_origin)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
Clock = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$")]
Stretch = Annotated[list[Clock], Field(min_length=2, max_length=2), AfterValidator(_stretch)]
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)


class Theme(_Part):
    """What the shop's designer chooses. The page itself may say otherwise (`docs/channels.md`)."""

    colour: Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")] = "#2458d6"
    position: Literal["right", "left"] = "right"
    mode: Literal["auto", "light", "dark"] = "auto"


class Texts(_Part):
    """What the shop says in its own words; what is empty the script says in ours."""

    title: Words = ""
    greeting: Words = ""
    away: Words = ""
    """Outside of opening hours."""


class ChatSettings(_Part):
    origins: Annotated[list[Origin], Field(min_length=1, max_length=50)]
    """The shop's addresses. A browser on any other page is not let in."""
    token_secret: Annotated[SecretStr, AfterValidator(_long_enough)] | None = None
    """With which the shop signs who its customer is; without it nobody is recognised."""
    shop: Annotated[str, StringConstraints(min_length=1, max_length=100)] = "shop"
    """The `--source` with which the shop's customers were imported: `sub` of a signed token is
    their key there."""
    ask: Literal["nothing", "name", "name_and_mail"] = "nothing"
    """What is asked of a visitor before their first message."""
    ask_insists: bool = False
    agents: Literal["first_name", "nobody"] = "first_name"
    """Whether a visitor sees who answers."""
    theme: Theme = Theme()
    texts: dict[Language, Texts] = {}
    hours: dict[Day, Annotated[list[Stretch], Field(max_length=6)]] = {}
    """Opening hours by day, while the channel has no dial; none is always."""
    time_zone: Annotated[str, AfterValidator(_zone)] = "Europe/Amsterdam"

    @property
    def secret(self) -> str:
        return self.token_secret.get_secret_value() if self.token_secret else ""

    def admits(self, origin: str) -> bool:
        """Whether the chat is on this address's pages."""
        return origin.lower() in self.origins


def read_settings(table: Mapping[str, Any]) -> ChatSettings:
    """The settings in a table. Raises Misconfigured, with a sentence for each thing that is
    wrong."""
    try:
        return ChatSettings.model_validate(dict(table))
    except ValidationError as error:
        raise misconfigured("chat", error) from None
