"""The [phone] table of a shop with an Asterisk of its own."""

from typing import Annotated

from pydantic import Field, StringConstraints

from workstation.channels.phone.table import Address, PhoneTable, Secret, Text

_Template = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+/[^{}\s]*\{\}[^{}\s]*$")]


class AriTable(PhoneTable):
    """`{}` in an endpoint stands for the colleague's extension, or for the number."""

    url: Address
    """Where Asterisk's HTTP server is, such as http://127.0.0.1:8088."""
    username: Text
    password: Secret
    app: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,40}$")] = "workstation"
    colleague: _Template = "PJSIP/{}"
    outside: _Template = "PJSIP/{}@trunk"
    caller_id: str = ""
    """What customers see when they are called."""
    record: bool = False
    pick_up_seconds: Annotated[int, Field(ge=5, le=120)] = 25
    """How long a colleague's own telephone rings."""
