"""How far a folder was read, as the office remembers it."""

from datetime import UTC, datetime
from typing import Any

from workstation.channels.email.mailbox import DeadError, Folder, Mailbox
from workstation.channels.email.settings import Imap
from workstation.channels.port import (
    Office,
)

_MOST = 500
"""Mails that may be set aside. Where there would be more, the mail server is broken, not the mails:
nothing goes past them."""


class Place:
    """How far a folder was read."""

    def __init__(self, uid: int, since: str, aside: list[int]) -> None:
        self.uid = uid
        self.since = since
        """Mail from before this day was there before us, and stays."""
        self._aside = set(aside)

    @property
    def set_aside(self) -> list[int]:
        return sorted(self._aside)

    def put_aside(self, uid: int) -> None:
        if len(self._aside) >= _MOST:
            raise DeadError("the mail server gives none of the mails")
        self._aside.add(uid)

    def take_back(self, uid: int) -> None:
        self._aside.discard(uid)

    @classmethod
    def recalled(cls, office: Office, folder: Folder, settings: Imap, mailbox: Mailbox) -> "Place":
        kept: Any = office.recall(_name(folder))
        if isinstance(kept, dict):
            since = str(kept.get("since", ""))
            if kept.get("validity") == folder.validity:
                return cls(int(kept.get("uid", 0)), since, list(kept.get("aside", [])))
            return cls(0, since, [])  # other uids: everything is seen again, and falls away
        if settings.begin == "all":
            return cls(0, "", [])
        # The day stays with us for when the uids change; today's mail goes by uid.
        uids = mailbox.uids_after(0)
        place = cls(max(uids, default=0), datetime.now(UTC).strftime("%d-%b-%Y"), [])
        place.remember(office, folder)
        return place

    def remember(self, office: Office, folder: Folder) -> None:
        office.remember(
            _name(folder),
            {
                "validity": folder.validity,
                "uid": self.uid,
                "since": self.since,
                "aside": self.set_aside,
            },
        )


def _name(folder: Folder) -> str:
    return f"folder:{folder.name}"[:200]
