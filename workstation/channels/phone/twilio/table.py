"""The [phone] table of a shop whose calls Twilio carries."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from workstation.channels.phone.table import Address, PhoneTable, Secret

BASE = "https://api.twilio.com"


class TwilioTable(PhoneTable):
    """`agents` says whose telephone is whose: {"+31201234567": "jansen"}, or a SIP address."""

    account_sid: Annotated[str, StringConstraints(pattern=r"^AC[0-9a-fA-F]{32}$")]
    auth_token: Secret
    number: Annotated[str, StringConstraints(pattern=r"^\+[1-9][0-9]{5,14}$")]
    """The shop's own number: what customers see when they are called."""
    public_url: Address
    """Where Twilio reaches this office, such as https://desk.example.nl."""
    record: bool = False
    voicemail: bool = True
    ring_seconds: Annotated[int, Field(ge=5, le=3600)] = 45
    """How long a caller waits before they may leave a message."""
    pick_up_seconds: Annotated[int, Field(ge=5, le=60)] = 20
    """How long a colleague's own telephone rings."""
    language: Literal["en", "nl"] = "nl"
    welcome: str = ""
    """What a caller hears first; empty is nothing."""
    music: Address = ""
    """A sound file to wait by; empty is Twilio's own."""
    base: Address = BASE
