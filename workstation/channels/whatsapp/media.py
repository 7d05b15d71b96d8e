"""Files of customers: asked for by id, fetched where WhatsApp keeps them, and checked."""

import base64
import binascii
import hashlib

from workstation.channels.graph.client import Graph
from workstation.channels.graph.faults import NO_ACCESS
from workstation.channels.graph.fields import number, text
from workstation.channels.incoming import (
    InboundFile,
    RemoteFile,
)
from workstation.channels.outgoing import (
    Rejected,
    Unavailable,
)
from workstation.channels.whatsapp.sending import plain_type, rejected

LARGEST = 100 << 20
"""Bytes: the most that WhatsApp carries of anything."""


def fetch(graph: Graph, file: RemoteFile, phone_number_id: str) -> InboundFile:
    """Raises Rejected when it will never come, Unavailable to try again."""
    identifier, _, promised = file.reference.partition(" ")
    if not identifier.isalnum():
        raise Rejected("WhatsApp gave the file no proper id.", "office.no_file")
    try:
        known = graph.get(identifier, phone_number_id=phone_number_id)
    except Rejected as error:
        if error.code.partition(".")[2] in NO_ACCESS:
            raise Unavailable(str(error)) from error  # it is there for days: once that is mended
        raise rejected("131052") from error
    address = text(known, "url")
    if not address:
        raise rejected("131052")
    if (number(known, "file_size") or 0) > LARGEST:
        raise Rejected("The file is larger than may be taken.", "office.too_large")
    content, kind = graph.download(address, most=LARGEST)
    expected = digest(text(known, "sha256")) or digest(promised)
    if expected is not None and hashlib.sha256(content).digest() != expected:
        raise Unavailable("The file did not come as WhatsApp described it.")
    media_type = text(known, "mime_type") or file.media_type or kind
    return InboundFile(
        content=content,
        media_type=plain_type(media_type) or "application/octet-stream",
        name=file.name,
        role=file.role,
    )


def digest(given: str) -> bytes | None:
    """A SHA-256 however it is written: WhatsApp posts Base64 and answers in hexadecimal. None when
    it is neither."""
    try:
        found = bytes.fromhex(given) if len(given) == 64 else base64.b64decode(given, validate=True)
    except (ValueError, binascii.Error):
        return None
    return found if len(found) == 32 else None
