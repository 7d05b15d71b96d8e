"""E-mail: the shop's mailbox, read over IMAP and answered over SMTP.

`reading.py` makes messages of mails, with `tree.py` and `parts.py` (what is in one), `envelope.py`
(who wrote it), `words.py` (character sets), `folding.py` (what only repeats earlier mail),
`page.py` (harmless HTML), `trust.py`, `bounces.py` and `automatic.py`. `listening.py` fetches them
over a `mailbox.py`, `composing.py` writes answers, `sending.py` hands them over, `signing.py` marks
both. The table [email] of the configuration is described in `settings.py` and docs/channels.md.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from workstation.channels.email.channel import Email
from workstation.channels.email.settings import Settings
from workstation.channels.mistakes import misconfigured


def open_channel(table: Mapping[str, Any], folder: Path) -> Email:
    """The channel that the table [email] describes. Raises Misconfigured. It keeps nothing of its
    own, so `folder` is not used."""
    try:
        settings = Settings.model_validate(dict(table))
    except ValidationError as error:
        raise misconfigured("email", error) from None
    return Email(settings)
