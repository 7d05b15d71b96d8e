"""Pictures of products that lie beside the feed: the office keeps them, and desks show those alone.

A picture that the feed only gives a web address of stays an address: nobody fetches it.
"""

import mimetypes

from sqlalchemy.orm import Session

from workstation.server.files.accept import record
from workstation.server.importing.beside import Beside
from workstation.server.importing.settle import NotThere
from workstation.shop.records import AttachmentRecord

KEPT = "sha256:"
"""Before the digest of a picture that the office keeps."""


def picture_of(session: Session, beside: Beside, written: str, now: int) -> tuple[str, str]:
    """What `Product.image` becomes, and what is wrong with the picture, if something is."""
    if not written or "://" in written or written.startswith(("//", "data:")):
        return written, ""
    guessed, _ = mimetypes.guess_type(written)
    if guessed is None or not guessed.startswith("image/"):
        return "", f"image_link {written}: its name is not that of a picture"
    try:
        accepted = beside.take(AttachmentRecord(path=written, media_type=guessed, name=""))
    except NotThere as problem:
        return "", f"image_link: {problem}"
    record(session, accepted, now)
    return f"{KEPT}{accepted.sha256}", ""
