"""The table [email] of the configuration: whose mailbox it is, and how to reach it."""

import ipaddress
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    field_validator,
    model_validator,
)

from workstation.channels.email.addresses import is_address
from workstation.channels.mistakes import Wrong

Security = Literal["tls", "starttls", "none"]
Named = Annotated[str, Field(min_length=1, max_length=200)]


def _ours(address: str) -> str:
    if not is_address(address):
        raise Wrong("this is not a mail address", "dit is geen mailadres")
    return address.lower()


Address = Annotated[str, AfterValidator(_ours)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Server(_Table):
    """A mail server and who we are there. `token_command` prints an access token, for servers that
    take OAuth (XOAUTH2) in place of a password."""

    host: Named
    port: Annotated[int, Field(ge=1, le=65535)]
    security: Security
    user: str = ""
    password: SecretStr = SecretStr("")
    token_command: tuple[str, ...] = ()
    timeout_seconds: Annotated[float, Field(gt=0, le=600)] = 30
    ca_file: str = ""
    """Certificates to trust beside the system's, for a server of one's own."""

    @model_validator(mode="after")
    def _safe(self) -> "Server":
        if self.security == "none" and not _is_here(self.host):
            raise Wrong(
                'security = "none" is for a server on this very machine. Write "tls" or "starttls"',
                'security = "none" is voor een server op deze machine zelf. Schrijf "tls" of '
                '"starttls"',
            )
        if self.user and not (self.password.get_secret_value() or self.token_command):
            raise Wrong(
                "there is a user and no password. Give password or token_command",
                "er is een user en geen password. Geef password of token_command",
            )
        return self


class Imap(Server):
    """Where mail comes in. `after` says what becomes of a mail once it is kept here."""

    port: Annotated[int, Field(ge=1, le=65535)] = 993
    security: Security = "tls"
    user: Named
    folders: Annotated[tuple[Named, ...], Field(min_length=1, max_length=20)] = ("INBOX",)
    sent_folder: str = ""
    """Where the mail server keeps what was sent, also from elsewhere: shown as ours."""
    begin: Literal["all", "new"] = "all"
    """Whether mail that was there before us is taken in."""
    after: Literal["leave", "seen", "move"] = "leave"
    move_to: str = ""
    poll_seconds: Annotated[float, Field(gt=0, le=3600)] = 30
    """How often a server without IDLE, and further folders, are looked at."""
    idle_seconds: Annotated[float, Field(gt=0, le=1500)] = 480
    largest: Annotated[int, Field(ge=100_000, le=200 << 20)] = 25 << 20
    """Bytes of a mail that are fetched; the rest of a larger one stays with the server."""

    @model_validator(mode="after")
    def _whole(self) -> "Imap":
        if self.after == "move" and not self.move_to:
            raise Wrong(
                'after = "move" needs move_to, the folder to move mail to',
                'after = "move" heeft move_to nodig, de map waar mail naartoe gaat',
            )
        if self.move_to and self.move_to in self.folders:
            raise Wrong(
                "move_to is one of the folders that are read. Choose another",
                "move_to is een van de mappen die gelezen worden. Kies een andere",
            )
        return self


class Smtp(Server):
    """Where mail goes out."""

    port: Annotated[int, Field(ge=1, le=65535)] = 587
    security: Security = "starttls"
    per_minute: Annotated[int, Field(ge=0, le=100_000)] = 0
    """The most mails a minute that the server wants of one process; 0 is any number."""
    largest: Annotated[int, Field(ge=100_000)] = 20 << 20
    """Bytes of files that one mail may carry."""


class Signature(_Table):
    """What stands below an answer; "{agent}" becomes the agent's name."""

    en: str = "Kind regards,\n{agent}\n{shop}"
    nl: str = "Met vriendelijke groet,\n{agent}\n{shop}"


class Settings(_Table):
    address: Address
    """The address that customers write to, and that we write from."""
    others: tuple[Address, ...] = ()
    """More addresses that are ours."""
    name: Named
    """The shop's name, as customers see it."""
    secret: SecretStr
    """Signs reply addresses and message ids."""
    former_secrets: tuple[SecretStr, ...] = ()
    plus_addresses: bool = True
    """Whether the mail server takes help+anything@ for help@."""
    authserv_id: str = ""
    """The name under which our mail server writes Authentication-Results."""
    language: Literal["en", "nl"] = "nl"
    time_zone: str = "Europe/Amsterdam"
    signature: Signature = Signature()
    imap: Imap | None = None
    smtp: Smtp | None = None

    @field_validator("secret")
    @classmethod
    def _long_enough(cls, secret: SecretStr) -> SecretStr:
        if len(secret.get_secret_value()) < 16:
            raise Wrong(
                "a secret has at least 16 characters", "een geheim heeft minstens 16 tekens"
            )
        return secret

    @field_validator("time_zone")
    @classmethod
    def _known(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise Wrong(
                "this is not a time zone, such as Europe/Amsterdam",
                "dit is geen tijdzone zoals Europe/Amsterdam",
            ) from None
        return name

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]

    def is_ours(self, address: str) -> bool:
        """Whether this is one of our addresses, with or without a plus."""
        local, _, domain = address.lower().rpartition("@")
        return f"{local.partition('+')[0]}@{domain}" in {self.address, *self.others} or (
            address.lower() in {self.address, *self.others}
        )


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
