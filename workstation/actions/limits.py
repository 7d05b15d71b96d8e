"""What the channel of a contact takes, asked before anything is queued: the desk refuses it where
the server would."""

from collections.abc import Iterable

from workstation.actions.base import Moment, Refused
from workstation.actions.files import File
from workstation.models import Contact, Line
from workstation.rules.limits import refused


def is_taken(moment: Moment, contact: Contact, text: str, files: Iterable[File] = ()) -> None:
    """Raises Refused when it is not."""
    for line in moment.world.find(Line, channel=contact.channel):
        is_open(line)
        sized = ((file.name or file.sha256[:8], file.media_type, file.size) for file in files)
        why = refused(line.rules, text, sized)
        if why is not None:
            code, facts = why
            raise Refused(code, **facts)


def channel_is_open(moment: Moment, channel: str) -> None:
    """Raises Refused when the shop has not set this channel up."""
    for line in moment.world.find(Line, channel=channel):
        is_open(line)


def is_open(line: Line) -> None:
    if line.state == "closed":
        raise Refused("channel_closed")
